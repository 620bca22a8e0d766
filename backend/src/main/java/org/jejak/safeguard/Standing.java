package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jejak.network.CellList;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Who may see a version, as a pure function of its deliveries and its sources. The graph keeps the result only as a
 * cache: loading in another order, or taking a load back, ends in the same.
 */
public final class Standing {

    private Standing() {}

    /** One load that delivered a version. */
    public record Delivered(
            String caseRef, long delivered, long sequence, long recorded, Handling handling, String zone) {

        /** Every delivery of a version, as a query returns it under {@code deliveries}. */
        public static List<Delivered> all(Value deliveries) {
            var all = new ArrayList<Delivered>();
            for (Value d : deliveries.values()) {
                all.add(new Delivered(
                        d.get("case").asString(),
                        d.get("delivered").asLong(),
                        d.get("sequence").asLong(),
                        d.get("recorded").asLong(),
                        Handling.parse(d.get("handling").asString()).orElse(Handling.AMBER),
                        d.get("zone").asString()));
            }
            return all;
        }

        public DeliveryOrder order() {
            return new DeliveryOrder(delivered, sequence);
        }
    }

    /** The latest of all deliveries of a version. */
    public static Delivered latest(Collection<Delivered> deliveries) {
        return deliveries.stream().reduce(Standing::later).orElseThrow();
    }

    /** When a version was first recorded, epoch milliseconds. */
    public static long recorded(Collection<Delivered> deliveries) {
        return deliveries.stream().mapToLong(Delivered::recorded).min().orElseThrow();
    }

    /**
     * What of a source matters to the rows that rest on it.
     *
     * @param handling how it is handled, where it says so
     * @param grade its own grade, {@code F6} where it has none
     */
    public record Source(boolean withdrawn, Optional<Handling> handling, String grade) {

        /** A source that is being taken back together with what rests on it. */
        public static final Source GONE = new Source(true, Optional.empty(), Grade.CANNOT_BE_JUDGED.toString());
    }

    /** One source's statement of a row: who may see it, and its grade. */
    public record Stated(String source, List<String> doors, String grade) {

        public Map<String, Object> toMap() {
            return Map.of("source", source, "doors", doors, "grade", grade);
        }
    }

    /** Doors of the row and of each of its statements; whether a source that still stands states it. */
    public record Seen(List<String> doors, List<Stated> statements, boolean stated) {

        /** Whether a current version stands: nobody took it back, or all it rests on, or what it names. */
        public boolean stands(boolean withdrawn, boolean namesWithdrawn) {
            return stated && !withdrawn && !namesWithdrawn;
        }
    }

    /**
     * Computes the doors of a version of a row.
     *
     * @param file name of its file, which may be one that the contract does not know
     * @param cells the row's cell in each column, the empty string where there is none
     * @param deliveries of this version, at least one
     * @param rowCases cases of all versions of the row: the row is one row in all of them
     * @param sources each source as it stands; null of one that is gone
     */
    public static Seen seen(
            String file,
            UnaryOperator<String> cells,
            List<Delivered> deliveries,
            Collection<String> rowCases,
            Function<String, @Nullable Source> sources) {
        Optional<RecordFile> known = RecordFile.named(file);
        Map<String, Source> named = null;
        if (known.filter(RecordFile::isSourced).isPresent()) {
            named = new LinkedHashMap<>();
            for (String key : CellList.of(cells.apply("source"))) {
                Source source = sources.apply(key);
                named.put(key, source == null ? Source.GONE : source);
            }
        }
        Handling own = known.equals(Optional.of(RecordFile.SOURCES))
                ? Handling.parse(cells.apply("handling")).orElse(null)
                : null;
        return seen(deliveries, rowCases, own, named, CellList.of(cells.apply("grade")));
    }

    /**
     * @param own the row's own handling, where it is a source
     * @param sources the sources by key; null where the file needs none
     * @param grades one for all sources, one for each, or none
     */
    private static Seen seen(
            List<Delivered> deliveries,
            Collection<String> rowCases,
            @Nullable Handling own,
            @Nullable Map<String, Source> sources,
            List<String> grades) {
        Map<String, Handling> levels = levels(deliveries, rowCases);
        if (sources == null) {
            var doors = new ArrayList<String>();
            levels.forEach((c, level) -> doors.add(door(c, own == null ? level : level.stricter(own))));
            return new Seen(doors, List.of(), true);
        }
        boolean stated = sources.values().stream().anyMatch(s -> !s.withdrawn());
        var least = new TreeMap<String, Handling>();
        var statements = new ArrayList<Stated>();
        int i = 0;
        for (Map.Entry<String, Source> source : sources.entrySet()) {
            Source thing = source.getValue();
            var doors = new ArrayList<String>();
            if (!stated || !thing.withdrawn()) {
                levels.forEach((c, level) -> {
                    Handling needed = level.stricter(thing.handling().orElse(level));
                    doors.add(door(c, needed));
                    least.merge(c, needed, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                });
            }
            statements.add(new Stated(source.getKey(), doors, grade(grades, i++, thing)));
        }
        var doors = new ArrayList<String>();
        least.forEach((c, level) -> doors.add(door(c, level)));
        return new Seen(doors, statements, stated);
    }

    /** What a row is worth by one of its sources: the row's own grade, one for all or one for each, else the source's. */
    private static String grade(List<String> own, int source, Source says) {
        return own.isEmpty() ? says.grade() : own.get(own.size() == 1 ? 0 : source % own.size());
    }

    /** How strictly the bundles handle a version in each case: the latest delivery under it decides, else the latest. */
    private static Map<String, Handling> levels(List<Delivered> deliveries, Collection<String> rowCases) {
        var latest = new HashMap<String, Delivered>();
        Delivered last = deliveries.get(0);
        for (Delivered d : deliveries) {
            latest.merge(d.caseRef(), d, Standing::later);
            last = later(last, d);
        }
        var levels = new TreeMap<String, Handling>();
        for (String c : new TreeSet<>(rowCases)) {
            levels.put(c, latest.getOrDefault(c, last).handling());
        }
        return levels;
    }

    /** The later of two; of two at one instant the stricter, so that their order does not matter. */
    public static Delivered later(Delivered a, Delivered b) {
        int c = a.order().compareTo(b.order());
        if (c == 0) {
            c = a.handling().compareTo(b.handling());
        }
        if (c == 0) {
            c = a.zone().compareTo(b.zone());
        }
        return c >= 0 ? a : b;
    }

    private static String door(String caseRef, Handling level) {
        return Viewer.door(caseRef, level.level());
    }
}
