package org.jejak.api;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.ReadingDoor;
import org.jspecify.annotations.Nullable;

/** When the records along some paths say they happened. */
public final class PathTimes {

    private static final List<String> COLUMNS = List.of("time", "departed", "from", "arrived", "start", "date");

    private PathTimes() {}

    /** The first of them as an instant, as it is written: {@code T01:00+08:00} is before {@code T20:00Z} of the day before. */
    static @Nullable String earliest(Stream<PartialTime> times) {
        return times.min(Comparator.<PartialTime>naturalOrder().thenComparing(PartialTime::text))
                .map(PartialTime::text)
                .orElse(null);
    }

    /** The time by record, as an instant in the zone of its delivery; only of those that have one. */
    public static Map<Key, PartialTime> of(ReadingDoor door, Viewer viewer, PathsAnswer answer) {
        var records = new HashSet<Key>();
        answer.paths().forEach(p -> p.steps().forEach(s -> records.addAll(s.records())));
        var times = new HashMap<Key, PartialTime>();
        if (!records.isEmpty()) {
            for (VisibleRecord record : door.byKey(viewer, records)) {
                COLUMNS.stream()
                        .flatMap(column -> record.time(column).stream())
                        .findFirst()
                        .ifPresent(t -> times.put(record.key(), t));
            }
        }
        return times;
    }
}
