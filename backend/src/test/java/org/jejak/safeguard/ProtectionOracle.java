package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.ingest.Bundles;

/**
 * Who is protected, by reading the record contract over all rows of all deliveries, slowly and plainly. It shares nothing
 * with the program: no query, no list of rules, no order.
 */
final class ProtectionOracle {

    private static final Set<String> OFFENCES = Set.of(
            "suspect", "recruiter", "transporter", "guard", "organiser", "financier", "document_forger", "broker");
    private static final Set<String> NAMING = Set.of(
            "person",
            "victim",
            "exploiter",
            "subject",
            "object",
            "persons",
            "holder",
            "worker",
            "entity",
            "a",
            "b",
            "place",
            "origin",
            "destination");

    /** One row as it was written. */
    private record Row(String file, String id, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean is(String column, String... words) {
            return Set.of(words).contains(cell(column));
        }
    }

    record Delivery(int day, int sequence, String caseRef, String user, List<Row> rows) {

        Bundles bundle() {
            var bundle = Bundles.bundle()
                    .with("case", caseRef)
                    .with("handling", "TLP:AMBER")
                    .delivered("2020-01-%02dT00:00:00Z".formatted(day))
                    .with("sequence", "" + sequence);
            var files =
                    rows.stream().collect(Collectors.groupingBy(Row::file, LinkedHashMap::new, Collectors.toList()));
            files.forEach((file, of) -> {
                var columns = new LinkedHashSet<>(List.of("id"));
                of.forEach(row -> columns.addAll(row.cells().keySet()));
                if (file.equals("officials")) {
                    columns.remove("id");
                }
                var lines = new ArrayList<>(List.of(String.join(",", columns)));
                of.forEach(row -> lines.add(columns.stream()
                        .map(c -> c.equals("id") ? row.id() : row.cell(c))
                        .collect(Collectors.joining(","))));
                bundle.file(file, lines.toArray(String[]::new));
            });
            return bundle;
        }

        private long rank() {
            return day * 1000L + sequence;
        }
    }

    private static int sequences;

    private final Map<String, Row> current = new HashMap<>();
    private final Map<String, Long> rank = new HashMap<>();
    private final Map<String, Set<String>> cases = new HashMap<>();
    private final List<Delivery> world;

    ProtectionOracle(List<Delivery> world) {
        this.world = List.copyOf(world);
        for (Delivery delivery : world) {
            for (Row row : delivery.rows()) {
                String key = key(row.file(), row.id());
                cases.computeIfAbsent(key, any -> new HashSet<>()).add(delivery.caseRef());
                if (delivery.rank() >= rank.getOrDefault(key, -1L)) {
                    rank.put(key, delivery.rank());
                    current.put(key, row);
                }
            }
        }
    }

    private static String key(String file, String id) {
        return Set.of("persons", "places", "documents", "organizations").contains(file) ? id : file + "/" + id;
    }

    /** The reasons of withdrawals that hold against the current version of a row. */
    private Set<String> withdrawn(String key) {
        var row = current.get(key);
        return current.values().stream()
                .filter(w -> w.file().equals("withdrawals") && w.is("file", row.file()) && w.is("row", row.id()))
                .filter(w -> rank.get(key("withdrawals", w.id())) >= rank.get(key))
                .map(w -> w.cell("reason"))
                .collect(Collectors.toSet());
    }

    private Set<String> named(Row row) {
        return row.cells().entrySet().stream()
                .filter(c -> NAMING.contains(c.getKey()))
                .flatMap(c -> Stream.of(c.getValue().split("\\|")))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Reasons why the row does not stand; none if it does. */
    private Set<String> fallen(Row row) {
        var own = withdrawn(key(row.file(), row.id()));
        if (!own.isEmpty()) {
            return own;
        }
        var reasons = new HashSet<String>();
        named(row).forEach(id -> reasons.addAll(withdrawn(id)));
        String source = "sources/" + row.cell("source");
        if (current.containsKey(source)) {
            reasons.addAll(withdrawn(source));
        }
        return reasons;
    }

    private List<Row> standing() {
        return current.values().stream().filter(row -> fallen(row).isEmpty()).toList();
    }

    /** Rows that protect: those that stand, and those withdrawn for something else than an error. */
    private List<Row> protecting() {
        return current.values().stream()
                .filter(row -> {
                    var reasons = fallen(row);
                    return reasons.isEmpty() || reasons.stream().anyMatch(r -> !r.equals("error"));
                })
                .toList();
    }

    Set<String> protectedFor(Set<String> viewers) {
        var found = new TreeSet<String>();
        for (Row row : current.values()) {
            if (row.file().equals("persons") && isProtected(row.id(), viewers)) {
                found.add(row.id());
            }
        }
        for (int before = -1; before < found.size(); ) {
            before = found.size();
            found.addAll(sameAs(found, viewers));
        }
        return found;
    }

    private boolean isProtected(String person, Set<String> viewers) {
        var roles = standing().stream()
                .filter(r -> r.file().equals("roles") && r.is("person", person) && !r.is("coerced", "true"))
                .map(r -> r.cell("role"))
                .collect(Collectors.toSet());
        boolean service = standing().stream().anyMatch(r -> r.file().equals("officials") && r.is("person", person));
        boolean official = service || roles.contains("official");
        boolean offender = roles.stream().anyMatch(OFFENCES::contains);
        boolean worse = roles.stream().anyMatch(r -> OFFENCES.contains(r) && !r.equals("suspect"));
        Predicate<Row> protects = row -> switch (row.file()) {
            case "roles" ->
                row.is("person", person)
                        && (row.is("role", "victim", "survivor")
                                || row.is("coerced", "true")
                                || row.is("role", "witness") && (!offender || isSeen(row, viewers))
                                || row.is("role", "informant") && isSeen(row, viewers));
            case "exploitations" -> row.is("victim", person);
            case "links" ->
                row.is("relation", "exploits") && row.is("object", person)
                        || row.is("relation", "located_at", "lives_at")
                                && row.is("subject", person)
                                && isAt(row.cell("object"), "camp", "holding_house", "scam_compound")
                                && !official
                                && !worse;
            case "outcomes" -> row.is("kind", "victim_assisted") && named(row).contains(person);
            case "screenings" -> row.is("person", person) && !isEnded(row, person, row.cell("date"));
            case "referrals", "protection_needs" -> row.is("person", person);
            case "orders" -> row.is("person", person) && row.is("kind", "protection", "interim_protection");
            case "persons" ->
                row.id().equals(person)
                        && (row.is("remains", "true")
                                || !row.cell("missing_since").isEmpty()
                                || isChild(row, service));
            case "statements" ->
                row.is("entity", person)
                        && !row.is("contradicts", "true")
                        && (row.is("property", "remains") && row.is("value", "true")
                                || row.is("property", "birth_date")
                                        && isChild(
                                                new Row(
                                                        "statements",
                                                        row.id(),
                                                        Map.of("birth_date", row.cell("value"), "of", person)),
                                                service));
            case "custody" ->
                row.is("person", person)
                        && !official
                        && !worse
                        && (!row.cell("raid").isEmpty()
                                || isAt(
                                        row.cell("place"),
                                        "camp",
                                        "holding_house",
                                        "scam_compound",
                                        "detention_centre"))
                        && !isEnded(row, person, row.cell("in"));
            case "movements" -> named(row).contains(person) && !official && !offender;
            case "documents" -> row.is("holder", person) && row.is("kind", "unhcr_card") && !official && !offender;
            case "employments" ->
                row.is("worker", person)
                        && !official
                        && !offender
                        && (row.is("papers_retained", "true")
                                || !row.cell("debt").isEmpty() && !row.is("debt", "0"));
            default -> false;
        };
        return protecting().stream().anyMatch(protects);
    }

    private boolean isSeen(Row row, Set<String> viewers) {
        return cases.get(key(row.file(), row.id())).stream().anyMatch(viewers::contains);
    }

    private boolean isAt(String place, String... kinds) {
        return current.containsKey(place) && current.get(place).is("kind", kinds);
    }

    /** Nobody in these worlds is known to have raided or held, so only who was never held can be cleared. */
    private boolean isEnded(Row row, String person, String day) {
        boolean held = protecting().stream()
                .anyMatch(r -> r.is("person", person)
                        && (r.file().equals("custody")
                                || r.file().equals("screenings")
                                        && !r.cell("raid").isEmpty()));
        return !held
                && standing().stream()
                        .filter(s -> s.file().equals("screenings") && s.is("person", person))
                        .filter(s -> s.is("status", "not_trafficked") && s.is("consent", "given"))
                        .filter(s -> !s.cell("deciding_body").isEmpty())
                        .anyMatch(s -> s == row || day.compareTo(s.cell("date")) <= 0);
    }

    /** Born in some year; the last year in which a row names them decides, else that of the delivery. */
    private boolean isChild(Row row, boolean service) {
        if (row.cell("birth_date").isEmpty() || service) {
            return false;
        }
        String person = row.cell("of").isEmpty() ? row.id() : row.cell("of");
        var times = protecting().stream()
                .filter(r -> named(r).contains(person))
                .filter(r -> !(r.file().equals("statements") && r.is("property", "birth_date")))
                .flatMap(r -> r.cells().entrySet().stream())
                .filter(c -> Set.of("from", "to", "in", "date", "departed", "recorded", "issued")
                        .contains(c.getKey()))
                .map(Map.Entry::getValue)
                .filter(time -> !time.isEmpty() && !time.equals("open"))
                .map(time -> Integer.parseInt(time.substring(0, 4)))
                .collect(Collectors.toCollection(TreeSet::new));
        int last = times.isEmpty() ? 2020 : times.last();
        return last < Integer.parseInt(row.cell("birth_date")) + 18;
    }

    private Set<String> sameAs(Set<String> persons, Set<String> viewers) {
        var same = new HashSet<String>();
        var seen = standing().stream().filter(r -> isSeen(r, viewers)).toList();
        var papers = seen.stream()
                .filter(r -> r.file().equals("documents") && !r.cell("number").isEmpty())
                .filter(r -> !r.cell("holder").isEmpty() && !r.is("status", "forged", "borrowed"))
                .toList();
        for (Row one : papers) {
            for (Row other : papers) {
                if (persons.contains(one.cell("holder")) && one.is("number", other.cell("number"))) {
                    same.add(other.cell("holder"));
                }
            }
        }
        for (Row one : seen) {
            for (Row other : seen) {
                boolean pair = one.file().equals("judgements")
                        && other.file().equals("judgements")
                        && ends(one).equals(ends(other));
                boolean two = pair
                        && one.is("verdict", "same")
                        && other.is("verdict", "same")
                        && !firstUser(one).equals(firstUser(other));
                if (two && persons.contains(one.cell("a"))) {
                    same.add(one.cell("b"));
                }
                if (two && persons.contains(one.cell("b"))) {
                    same.add(one.cell("a"));
                }
            }
        }
        return same;
    }

    private static Set<String> ends(Row judgement) {
        return new HashSet<>(List.of(judgement.cell("a"), judgement.cell("b")));
    }

    /** Who delivered what the row now says first. */
    private String firstUser(Row row) {
        return world.stream()
                .filter(d -> d.rows().contains(row))
                .map(Delivery::user)
                .findFirst()
                .orElseThrow();
    }

    /** What all deliveries rest on, before any of them. */
    static Delivery ground() {
        sequences = 0;
        var rows = new ArrayList<Row>();
        rows.add(row("sources", "s0", "kind=registry"));
        rows.add(row("organizations", "o0", "name=Agency kind=agency source=s0"));
        for (String kind : List.of("camp", "scam_compound", "factory")) {
            rows.add(row("places", "h" + rows.size(), "name=N kind=" + kind + " source=s0"));
        }
        rows.add(row("raids", "d0", "place=h4 time=2010 source=s0"));
        for (int i = 0; i < 9; i++) {
            rows.add(row("persons", "p" + i, "source=s0"));
        }
        rows.add(row("sources", "s1", "kind=tip"));
        return new Delivery(1, 0, "CASE-0", "operator", rows);
    }

    /** Some fourteen rows of few ids, so that they supersede each other. */
    static Delivery delivery(Random random) {
        var rows = new LinkedHashMap<String, Row>();
        for (int i = 0; i < 14; i++) {
            Row row = any(random);
            rows.put(key(row.file(), row.id()), row);
        }
        return new Delivery(
                2 + random.nextInt(4),
                ++sequences,
                "CASE-" + random.nextInt(2),
                random.nextBoolean() ? "ana" : "zara",
                List.copyOf(rows.values()));
    }

    private static Row any(Random random) {
        String p = "p" + random.nextInt(9);
        String q = "p" + random.nextInt(9);
        String h = "h" + (2 + random.nextInt(3));
        String n = "" + random.nextInt(4);
        String s = " source=s" + random.nextInt(2);
        String year = "" + (1998 + random.nextInt(20));
        return switch (random.nextInt(19)) {
            case 0, 1, 2 ->
                row(
                        "roles",
                        "r" + random.nextInt(9),
                        "person=" + p + " role="
                                + one(random, "victim witness informant suspect guard official relative recruiter")
                                + " coerced=" + one(random, "true false - - -") + " from=" + year + s);
            case 3 -> row("exploitations", "e" + n, "victim=" + p + " exploiter=" + q + " from=" + year + s);
            case 4, 5 ->
                row(
                        "links",
                        "l" + random.nextInt(9),
                        one(
                                                random,
                                                "subject=" + p + ";relation=exploits;object=" + q
                                                        + " subject=" + p + ";relation=located_at;object=" + h
                                                        + " subject=" + p + ";relation=lives_at;object=" + h
                                                        + " subject=" + p + ";relation=visited;object=" + h
                                                        + " subject=o0;relation=located_at;object=" + h)
                                        .replace(';', ' ')
                                + s);
            case 6 ->
                row(
                        "outcomes",
                        "o" + n,
                        "kind=" + one(random, "victim_assisted arrest") + " count=2 persons=" + p + "|" + q + s);
            case 7, 8 ->
                row(
                        "screenings",
                        "g" + random.nextInt(6),
                        "person=" + p + " date=" + year + "-03-04 instrument=X status="
                                + one(random, "possible not_trafficked not_trafficked -") + " consent="
                                + one(random, "given given refused") + " deciding_body=" + one(random, "Panel Panel -")
                                + s);
            case 9 ->
                row(
                        "orders",
                        "t" + n,
                        "person=" + p + " kind=" + one(random, "removal protection") + " from=" + year + s);
            case 10 ->
                row(
                        "persons",
                        p,
                        "remains=" + one(random, "true false - - -") + " birth_date=" + one(random, year + " - -") + s);
            case 11 ->
                row(
                        "statements",
                        "b" + n,
                        "entity=" + p
                                + one(
                                                random,
                                                ";property=remains;value=true ;property=birth_date;value=" + year
                                                        + " ;property=nationality;value=MM")
                                        .replace(';', ' ')
                                + " contradicts=" + one(random, "true - -") + " recorded=" + year + s);
            case 12 ->
                row(
                        "custody",
                        "c" + n,
                        "person=" + p + " place=" + h + " in=" + year + "-01-01 raid=" + one(random, "d0 - -") + s);
            case 13 ->
                row(
                        "movements",
                        "m" + n,
                        "origin=h4 destination=" + h + " persons=" + p + "|" + q + " departed=" + year + s);
            case 14 ->
                row(
                        "documents",
                        "x" + random.nextInt(8),
                        "kind=" + one(random, "unhcr_card passport passport") + " country=MM number=A"
                                + random.nextInt(3) + " holder=" + p + " status="
                                + one(random, "genuine forged borrowed - retained") + s);
            case 15 ->
                row(
                        "employments",
                        "w" + n,
                        "worker=" + p + " employer=o0 debt=" + one(random, "0 50 -") + " papers_retained="
                                + one(random, "true false -") + s);
            case 16 ->
                row(
                        "judgements",
                        "j" + random.nextInt(6),
                        "a=" + p + " b=" + q + " verdict=" + one(random, "same same undecided") + s);
            default ->
                row(
                        "withdrawals",
                        "v" + random.nextInt(6),
                        one(
                                                random,
                                                "file=roles;row=r" + random.nextInt(9) + " file=persons;row=" + p
                                                        + " file=links;row=l" + random.nextInt(9)
                                                        + " file=sources;row=s1"
                                                        + " file=screenings;row=g" + n + " file=statements;row=b" + n)
                                        .replace(';', ' ')
                                + " reason=" + one(random, "error retracted consent_withdrawn court_order"));
        };
    }

    private static String one(Random random, String words) {
        var all = words.split(" ");
        return all[random.nextInt(all.length)];
    }

    /** A lone dash is an empty cell. */
    private static Row row(String file, String id, String cells) {
        var written = new LinkedHashMap<String, String>();
        for (String cell : cells.split(" ")) {
            if (!cell.isEmpty()) {
                int equals = cell.indexOf('=');
                String value = cell.substring(equals + 1);
                written.put(cell.substring(0, equals), value.equals("-") ? "" : value);
            }
        }
        return new Row(file, id, Map.copyOf(written));
    }
}
