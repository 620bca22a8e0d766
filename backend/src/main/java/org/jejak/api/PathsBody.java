package org.jejak.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jejak.analysis.paths.ActorPath;
import org.jejak.analysis.paths.PathStep;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code paths --json}.
 *
 * @param names how everybody on the paths is shown, by id
 * @param investigation id under which it was kept; null where it was not
 */
public record PathsBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        List<Path> paths,
        SortedMap<String, String> names,
        @Nullable String investigation) {

    /** One way, cheapest first. */
    public record Path(double cost, List<Step> steps) {}

    /**
     * One tie walked along.
     *
     * @param tie the kind of its records; several are separated by commas
     * @param time of its earliest dated record, as written; null where none is dated
     */
    public record Step(
            String from, String tie, String to, @Nullable String time, List<String> records) {}

    /** @param times by record */
    public static PathsBody of(PathsAnswer answer, Key from, Key to, int count, Map<Key, PartialTime> times) {
        var parameters = SnapshotBody.parameters(answer.network());
        parameters.put("from", from.value());
        parameters.put("to", to.value());
        parameters.put("top", count);
        parameters.put("by", answer.weighting().name().toLowerCase(Locale.ROOT));
        return new PathsBody(
                SnapshotBody.of(answer.network()),
                parameters,
                answer.paths().stream().map(p -> path(p, times)).toList(),
                SnapshotBody.names(answer.names()),
                null);
    }

    /** The same, with the id under which it was kept. */
    public PathsBody kept(String id) {
        return new PathsBody(snapshot, parameters, paths, names, id);
    }

    private static Path path(ActorPath path, Map<Key, PartialTime> times) {
        return new Path(
                path.cost(), path.steps().stream().map(s -> step(s, times)).toList());
    }

    private static Step step(PathStep step, Map<Key, PartialTime> times) {
        return new Step(
                step.from().toString(),
                String.join(
                        ",",
                        step.kinds().stream()
                                .map(k -> k.name().toLowerCase(Locale.ROOT))
                                .toList()),
                step.to().toString(),
                PathTimes.earliest(step.records().stream().flatMap(record -> Stream.ofNullable(times.get(record)))),
                step.records().stream().map(Key::value).toList());
    }
}
