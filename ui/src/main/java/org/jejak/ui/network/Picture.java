package org.jejak.ui.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.Tie;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;
import org.jejak.ui.canvas.Appearance;
import org.jejak.ui.canvas.NodeKind;
import org.jejak.ui.canvas.Topology;

/**
 * A sheet as it is drawn: its things under the names this viewer may see, and the lines between them with the rows
 * behind each.
 *
 * @param sheet what was asked for
 * @param shown by key, only what the viewer may see
 * @param lines by the id the canvas gives back
 * @param leftOut what the sources are called without which it is drawn
 * @param undated lines that no time is known of; they stay, whatever the time filter says
 * @param setAside lines that the time filter hides
 */
record Picture(
        Sheet sheet,
        Map<Key, Names.Shown> shown,
        Map<String, Line> lines,
        Set<Key> officials,
        Map<Key, Names.Shown> leftOut,
        int undated,
        int setAside) {

    static final Picture BLANK = new Picture(Sheet.BLANK, Map.of(), Map.of(), Set.of(), Map.of(), 0, 0);

    /** One line: whom it ties, what it says, and the rows it stands on. */
    record Line(String id, Key from, Key to, String words, boolean directed, List<Key> rows, String time) {}

    /** Columns whose row says who acts on whom; the first acts. */
    private static final Set<String> ACTING =
            Set.of("PAYER", "A", "ORIGIN", "PERSON", "PERSONS", "HOLDER", "OFFICIAL", "VEHICLE");

    private static final Set<String> DIRECTED = Set.of("payments", "contacts", "movements", "passages", "postings");

    static Picture of(Standpoint from, Viewer viewer, Sheet sheet) {
        var shown = new LinkedHashMap<Key, Names.Shown>();
        from.names(viewer, sheet.things()).forEach((key, thing) -> {
            if (!sheet.hidden().contains(thing.kind())) {
                shown.put(key, thing);
            }
        });
        var lines = new LinkedHashMap<String, Line>();
        var counts = new int[2];
        for (Surroundings.Between between : from.between(viewer, shown.keySet())) {
            var line = line(between);
            if (shown.containsKey(line.from()) && shown.containsKey(line.to()) && passes(sheet, line, counts)) {
                lines.put(line.id(), line);
            }
        }
        if (sheet.peopleTies()) {
            addPeople(lines, from.ties(viewer, sheet, people(shown)));
        }
        return new Picture(sheet, shown, lines, from.officials(), from.namesOfLeftOut(viewer), counts[0], counts[1]);
    }

    private static Line line(Surroundings.Between between) {
        boolean turned = ACTING.contains(between.bAs()) && !ACTING.contains(between.aAs());
        Key from = turned ? between.b() : between.a();
        Key to = turned ? between.a() : between.b();
        String words = between.relation().isEmpty()
                ? between.file()
                : between.relation().replace('_', ' ');
        String id = between.row() + "|" + from + "|" + to;
        boolean directed = DIRECTED.contains(between.file()) && !between.aAs().equals(between.bAs());
        return new Line(id, from, to, words, directed, List.of(between.row()), between.time());
    }

    private static boolean passes(Sheet sheet, Line line, int[] counts) {
        if (line.time().isEmpty()) {
            counts[0]++;
            return true;
        }
        boolean early =
                sheet.from().map(day -> end(line.time()).compareTo(day) < 0).orElse(false);
        boolean late =
                sheet.until().map(day -> line.time().compareTo(day + "~") > 0).orElse(false);
        if (early || late) {
            counts[1]++;
            return false;
        }
        return true;
    }

    /** Last day a partial time may mean: {@code 2014} reaches to the end of the year. */
    private static String end(String time) {
        try {
            return switch (time.length()) {
                case 4 -> time + "-12-31";
                case 7 ->
                    LocalDate.parse(time + "-01").plusMonths(1).minusDays(1).toString();
                default -> time.substring(0, Math.min(10, time.length()));
            };
        } catch (DateTimeException odd) {
            return time;
        }
    }

    private static Set<Key> people(Map<Key, Names.Shown> shown) {
        return shown.values().stream()
                .filter(thing -> thing.kind() == EntityKind.PERSON)
                .map(Names.Shown::key)
                .collect(Collectors.toSet());
    }

    /** Ties of people through what they use, unless a line already stands on the same rows. */
    private static void addPeople(Map<String, Line> lines, List<Tie> ties) {
        var drawn = new HashSet<String>();
        lines.values().forEach(line -> line.rows().forEach(row -> drawn.add(pair(line.from(), line.to()) + row)));
        var rows = new TreeMap<String, Set<Key>>();
        var first = new HashMap<String, Tie>();
        for (Tie tie : ties) {
            Key a = tie.a().key();
            Key b = tie.b().key();
            if (!drawn.contains(pair(a, b) + tie.record())) {
                String id = words(tie) + "|" + a + "|" + b;
                first.putIfAbsent(id, tie);
                rows.computeIfAbsent(id, any -> new TreeSet<>()).add(tie.record());
            }
        }
        rows.forEach((id, behind) -> {
            Tie tie = Objects.requireNonNull(first.get(id));
            var from = tie.a().key();
            lines.put(id, new Line(id, from, tie.b().key(), words(tie), false, List.copyOf(behind), ""));
        });
    }

    private static String words(Tie tie) {
        return tie.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String pair(Key a, Key b) {
        return a.compareTo(b) < 0 ? a + "|" + b + "|" : b + "|" + a + "|";
    }

    Topology topology() {
        return new Topology(
                shown.values().stream()
                        .map(thing -> new Topology.Node(thing.key().value(), kind(thing)))
                        .toList(),
                lines.values().stream()
                        .map(line -> new Topology.Tie(
                                line.id(),
                                line.from().value(),
                                line.to().value(),
                                line.words(),
                                line.directed(),
                                line.rows().size()))
                        .toList());
    }

    /** @param marked what stands out while the rest is dimmed; empty for nothing */
    Appearance appearance(Appearance.Parallel parallel, boolean tieNames, Set<Key> marked) {
        var degrees = degrees();
        var looks = new HashMap<String, Appearance.Look>();
        shown.values().forEach(thing -> {
            int degree = degrees.getOrDefault(thing.key(), 0);
            boolean dimmed = !marked.isEmpty() && !marked.contains(thing.key());
            looks.put(
                    thing.key().value(),
                    new Appearance.Look(
                            thing.name(),
                            degree,
                            dimmed ? Appearance.Emphasis.DIMMED : Appearance.Emphasis.NORMAL,
                            -1,
                            words(thing)));
        });
        return new Appearance(looks, Map.of(), parallel, tieNames);
    }

    Map<Key, Integer> degrees() {
        var degrees = new HashMap<Key, Integer>();
        lines.values().forEach(line -> {
            degrees.merge(line.from(), 1, Integer::sum);
            degrees.merge(line.to(), 1, Integer::sum);
        });
        return degrees;
    }

    String words(Names.Shown thing) {
        return Words.kind(kind(thing))
                + (thing.subKind().isEmpty() ? "" : " · " + thing.subKind().replace('_', ' '));
    }

    NodeKind kind(Names.Shown thing) {
        if (thing.kind() == EntityKind.PERSON) {
            return thing.guarded()
                    ? NodeKind.PROTECTED
                    : officials.contains(thing.key()) ? NodeKind.OFFICIAL : NodeKind.PERSON;
        }
        return switch (thing.kind()) {
            case PERSON -> NodeKind.PERSON;
            case ORGANIZATION -> NodeKind.ORGANIZATION;
            case PLACE -> NodeKind.PLACE;
            case VEHICLE -> NodeKind.VEHICLE;
            case PHONE -> NodeKind.PHONE;
            case ACCOUNT -> NodeKind.ACCOUNT;
            case HANDLE -> NodeKind.HANDLE;
            case DOCUMENT, SOURCE, RAID, OPERATION -> NodeKind.DOCUMENT;
        };
    }
}
