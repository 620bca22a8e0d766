package org.jejak.analysis.paths;

import java.time.Instant;
import java.util.List;
import org.jejak.network.Key;

/**
 * Steps that may have happened one after the other.
 *
 * @param arrives the earliest instant at which all of them may have been made
 * @param rates records of the rates at which amounts of two currencies were compared, in the order of the steps
 */
public record TimedPath(Instant arrives, List<TimedStep> steps, List<Key> rates) {

    public TimedPath {
        steps = List.copyOf(steps);
        rates = List.copyOf(rates);
    }

    /** How many of them no record states. */
    public long inferred() {
        return steps.stream().filter(TimedStep::inferred).count();
    }
}
