package org.jejak.analysis.paths;

import java.time.Instant;
import java.util.List;

/**
 * Steps that may have happened one after the other.
 *
 * @param arrives the earliest instant at which all of them may have been made
 */
public record TimedPath(Instant arrives, List<TimedStep> steps) {

    public TimedPath {
        steps = List.copyOf(steps);
    }

    /** How many of them no record states. */
    public long inferred() {
        return steps.stream().filter(TimedStep::inferred).count();
    }
}
