package org.jejak.safeguard;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * Screenings that found no trafficking. Such a screening ends what rests on screenings and custody up to its day, and
 * nothing else, and only if a body decided it that neither raided nor held the person, and the person agreed to be asked;
 * any other counts as one that is still pending. Whoever arrested somebody cannot say away what was done to them.
 */
@Component
final class Clearings {

    private final CypherLibrary cypher;
    private final RowReader rows;

    Clearings(CypherLibrary cypher, RowReader rows) {
        this.cypher = cypher;
        this.rows = rows;
    }

    /** Until which day somebody is cleared, and by which screenings. */
    record Cleared(Map<Key, Instant> until, Set<Key> by) {

        /** Whether the row's claim is at an end by a screening on its day or later. */
        boolean ends(ProtectingRow row, Protecting rule, Key person) {
            Instant until = this.until.get(person);
            if (until == null) {
                return false;
            }
            return switch (rule.basis()) {
                case STANDING -> false;
                case SCREENING -> by.contains(row.key()) || isUpTo(row.cell("date"), until);
                case CUSTODY -> isUpTo(row.cell("in"), until);
            };
        }

        private static boolean isUpTo(String time, Instant until) {
            return begin(time).filter(begin -> !begin.isAfter(until)).isPresent();
        }
    }

    /** What the screenings among {@code all} end. */
    Cleared of(Session session, Collection<ProtectingRow> all) {
        var candidates = all.stream().filter(Clearings::mayClear).toList();
        if (candidates.isEmpty()) {
            return new Cleared(Map.of(), Set.of());
        }
        var persons = candidates.stream().map(r -> r.cell("person")).collect(Collectors.toSet());
        var raids = new HashSet<String>();
        var held = new HashMap<String, List<ProtectingRow>>();
        for (ProtectingRow row : all) {
            boolean custody = row.file() == RecordFile.CUSTODY;
            if (persons.contains(row.cell("person")) && (custody || row.file() == RecordFile.SCREENINGS)) {
                raids.add(row.cell("raid"));
                if (custody) {
                    held.computeIfAbsent(row.cell("person"), any -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        raids.remove("");
        var words = custodians(session, raids, persons);
        var until = new HashMap<Key, Instant>();
        var by = new HashSet<Key>();
        for (ProtectingRow screening : candidates) {
            String person = screening.cell("person");
            var stays = held.getOrDefault(person, List.of());
            var concerned = new HashSet<String>();
            concerned.add(person);
            concerned.add(screening.cell("raid"));
            stays.forEach(stay -> concerned.add(stay.cell("raid")));
            var theirs = concerned.stream()
                    .flatMap(about -> words.getOrDefault(about, Set.of()).stream())
                    .collect(Collectors.toSet());
            boolean somebodyUnknownHolds = !stays.isEmpty() && theirs.isEmpty();
            if (!somebodyUnknownHolds && !isOneOf(screening.cell("deciding_body"), theirs)) {
                begin(screening.cell("date"))
                        .ifPresent(day -> until.merge(new Key(person), day, (a, b) -> a.isAfter(b) ? a : b));
                by.add(screening.key());
            }
        }
        return new Cleared(until, by);
    }

    private static Optional<Instant> begin(String time) {
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(PartialTime.parse(time, ZoneOffset.UTC).from());
    }

    private static boolean mayClear(ProtectingRow row) {
        return row.file() == RecordFile.SCREENINGS
                && row.cell("status").equals("not_trafficked")
                && row.cell("consent").equals("given")
                && !row.cell("deciding_body").isBlank();
    }

    /** What those who raided or held are called, by raid and by person. */
    private Map<String, Set<String>> custodians(Session session, Set<String> raids, Set<String> persons) {
        var words = new HashMap<String, Set<String>>();
        session.run(cypher.text(Queries.READ_CUSTODIANS), Map.of("raids", raids, "persons", persons))
                .forEachRemaining(r -> {
                    var called = new HashSet<String>();
                    r.get("rows").values().forEach(row -> add(called, cell(row, "unit")));
                    r.get("organizations").values().forEach(key -> add(called, new Key(key.asString()).local()));
                    r.get("named").values().forEach(row -> add(called, cell(row, "name")));
                    words.put(r.get("about").asString(), called);
                });
        return words;
    }

    private String cell(Value row, String column) {
        String open = row.get(column).asString("");
        return open.isEmpty() ? rows.sealedCells(row).getOrDefault(column, "") : open;
    }

    private static void add(Set<String> called, String word) {
        String plain = plain(word);
        if (!plain.isEmpty()) {
            called.add(plain);
        }
    }

    /** Whether the body's name is one of these, or holds one as whole words, or is held by one. */
    private static boolean isOneOf(String body, Set<String> called) {
        String plain = " " + plain(body) + " ";
        return called.stream().map(c -> " " + c + " ").anyMatch(c -> plain.contains(c) || c.contains(plain));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
