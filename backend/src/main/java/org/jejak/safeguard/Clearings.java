package org.jejak.safeguard;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
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
import org.jejak.network.PartialTime.Precision;
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

    /** When somebody is cleared, and by which screenings. */
    record Cleared(Map<Key, List<PartialTime>> at, Set<Key> by) {

        /** Whether the row's claim is at an end by a screening on its day or later. */
        boolean ends(ProtectingRow row, Protecting rule, Key person) {
            var clearings = at.getOrDefault(person, List.of());
            return switch (rule.basis()) {
                case STANDING -> false;
                case SCREENING -> by.contains(row.key()) || isCertainlyUpTo(row.cell("date"), clearings);
                case CUSTODY -> isCertainlyUpTo(row.cell("in"), clearings);
            };
        }

        /** What may have come after the screening is not ended by it; a time too coarse to tell ends nothing. */
        private static boolean isCertainlyUpTo(String time, List<PartialTime> clearings) {
            return time(time)
                    .filter(began -> clearings.stream().anyMatch(cleared -> isUpTo(began, cleared)))
                    .isPresent();
        }

        /** To the minute where both are known to the minute, else by the day. */
        private static boolean isUpTo(PartialTime began, PartialTime cleared) {
            return began.isAtLeast(Precision.MINUTE) && cleared.isAtLeast(Precision.MINUTE)
                    ? !began.from().isAfter(cleared.from())
                    : !day(began.until().minusNanos(1)).isAfter(day(cleared.from()));
        }

        private static LocalDate day(Instant instant) {
            return instant.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }

    /** What the screenings among {@code all} end. */
    Cleared of(Session session, Collection<ProtectingRow> all) {
        var candidates = all.stream().filter(Clearings::mayClear).toList();
        if (candidates.isEmpty()) {
            return new Cleared(Map.of(), Set.of());
        }
        var persons = candidates.stream().map(r -> r.cell("person")).collect(Collectors.toSet());
        var theirs = all.stream()
                .filter(r -> r.file() == RecordFile.CUSTODY || r.file() == RecordFile.SCREENINGS)
                .filter(r -> persons.contains(r.cell("person")))
                .collect(Collectors.groupingBy(r -> r.cell("person")));
        var words = custodians(session, theirs.values());
        var at = new HashMap<Key, List<PartialTime>>();
        var by = new HashSet<Key>();
        for (ProtectingRow screening : candidates) {
            var concerned = theirs.getOrDefault(screening.cell("person"), List.of());
            if (isDecidedByAnother(screening.cell("deciding_body"), concerned, words)) {
                time(screening.cell("date"))
                        .ifPresent(
                                date -> at.computeIfAbsent(new Key(screening.cell("person")), any -> new ArrayList<>())
                                        .add(date));
                by.add(screening.key());
            }
        }
        return new Cleared(at, by);
    }

    /**
     * Whether the body is none of those who raided or held; where nobody knows who did, nobody can tell that it is another.
     *
     * @param rows all stays and screenings of the person
     */
    private static boolean isDecidedByAnother(String body, List<ProtectingRow> rows, Map<String, Set<String>> words) {
        for (ProtectingRow row : rows) {
            var raided = words.getOrDefault(row.cell("raid"), Set.of());
            var held = words.getOrDefault(row.key().value(), Set.of());
            boolean stay = row.file() == RecordFile.CUSTODY;
            boolean unknown = raided.isEmpty()
                    && held.isEmpty()
                    && (stay || !row.cell("raid").isEmpty());
            if (unknown || isOneOf(body, raided) || isOneOf(body, held)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PartialTime> time(String time) {
        return time.isEmpty() ? Optional.empty() : Optional.of(PartialTime.parse(time, ZoneOffset.UTC));
    }

    private static boolean mayClear(ProtectingRow row) {
        return row.file() == RecordFile.SCREENINGS
                && row.stands()
                && row.cell("status").equals("not_trafficked")
                && row.cell("consent").equals("given")
                && !row.cell("deciding_body").isBlank();
    }

    /** What those who raided or held are called, by raid and by stay. */
    private Map<String, Set<String>> custodians(Session session, Collection<List<ProtectingRow>> byPerson) {
        var raids = new HashSet<String>();
        var stays = new HashSet<String>();
        for (List<ProtectingRow> rows : byPerson) {
            for (ProtectingRow row : rows) {
                if (!row.cell("raid").isEmpty()) {
                    raids.add(row.cell("raid"));
                }
                if (row.file() == RecordFile.CUSTODY) {
                    stays.add(row.key().value());
                }
            }
        }
        var words = new HashMap<String, Set<String>>();
        session.run(cypher.text(Queries.READ_CUSTODIANS), Map.of("raids", raids, "stays", stays))
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
