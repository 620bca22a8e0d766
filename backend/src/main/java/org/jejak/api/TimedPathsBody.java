package org.jejak.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jejak.analysis.paths.TimedPath;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.investigation.TimedPathsAnswer;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * {@code paths --in-time --json}.
 *
 * @param digest of the records asked
 * @param complete false where the search was given up before it had tried everything
 * @param undated records that may belong to such a way but say no time
 * @param names of all that is met, by id
 * @param investigation id under which it was kept; null where it was not
 */
public record TimedPathsBody(
        SortedMap<String, Object> parameters,
        String digest,
        List<Path> paths,
        boolean complete,
        int undated,
        SortedMap<String, String> names,
        @Nullable String investigation) {

    /**
     * @param arrives the earliest instant at which all steps may have been made
     * @param rates records of the rates at which amounts of two currencies were compared
     */
    public record Path(String arrives, long inferred, List<Step> steps, List<String> rates) {}

    /**
     * @param time the first instant at which it may have begun
     * @param until the first after all at which it may have ended
     * @param inferred whether no record states it; {@code records} then are those that make it likely
     */
    public record Step(
            String from,
            String to,
            String time,
            String until,
            @Nullable Double amount,
            @Nullable String currency,
            boolean inferred,
            List<String> records) {}

    public static TimedPathsBody of(TimedPathsAnswer answer) {
        var asked = answer.asked();
        var parameters = SnapshotBody.parameters(answer.question(), answer.eyes());
        parameters.put("inTime", answer.what().name().toLowerCase(Locale.ROOT));
        parameters.put("from", asked.from().value());
        parameters.put("to", asked.to().value());
        parameters.put("top", asked.count());
        parameters.put("longest", asked.longest());
        parameters.put("windowDays", asked.window().toDays());
        parameters.put("tolerance", asked.tolerance());
        parameters.put("inferred", answer.inferring());
        return new TimedPathsBody(
                parameters,
                answer.digest(),
                answer.found().paths().stream().map(TimedPathsBody::path).toList(),
                answer.found().complete(),
                answer.undated(),
                SnapshotBody.names(answer.names()),
                null);
    }

    /** The same, with the id under which it was kept. */
    public TimedPathsBody kept(String id) {
        return new TimedPathsBody(parameters, digest, paths, complete, undated, names, id);
    }

    private static Path path(TimedPath path) {
        return new Path(
                path.arrives().toString(),
                path.inferred(),
                path.steps().stream().map(TimedPathsBody::step).toList(),
                path.rates().stream().map(Key::value).toList());
    }

    static Step step(TimedStep step) {
        Instant until = step.arrivesUntil();
        return new Step(
                step.from().value(),
                step.to().value(),
                step.leavesFrom().toString(),
                until.toString(),
                step.amount().isPresent() ? step.amount().getAsDouble() : null,
                step.unit().isEmpty() ? null : step.unit(),
                step.inferred(),
                step.records().stream().map(Key::value).toList());
    }
}
