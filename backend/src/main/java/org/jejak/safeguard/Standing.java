package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a version, as a pure function of its deliveries and its sources. The graph keeps the result only as a
 * cache: loading in another order, or taking a load back, ends in the same.
 */
public final class Standing {

    private Standing() {}

    /** One load that delivered a version. */
    public record Delivered(
            String caseRef, long delivered, long sequence, long recorded, Handling handling, String zone) {

        public static final Comparator<Delivered> RANK =
                Comparator.comparingLong(Delivered::delivered).thenComparingLong(Delivered::sequence);
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
    public record Seen(List<String> doors, List<Stated> statements, boolean stated) {}

    /**
     * Computes the doors of a version.
     *
     * @param deliveries of this version, at least one
     * @param rowCases cases of all versions of the row: the row is one row in all of them
     * @param own the row's own handling, where it is a source
     * @param sources the sources by key; null where the file needs none
     * @param grades one for all sources, one for each, or none
     */
    public static Seen seen(
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
            String grade = grades.isEmpty() ? thing.grade() : grades.get(grades.size() == 1 ? 0 : i % grades.size());
            statements.add(new Stated(source.getKey(), doors, grade));
            i++;
        }
        var doors = new ArrayList<String>();
        least.forEach((c, level) -> doors.add(door(c, level)));
        return new Seen(doors, statements, stated);
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
        int c = Delivered.RANK.compare(a, b);
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
