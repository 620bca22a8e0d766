package org.jejak.analysis.bench;

import java.util.List;

/**
 * One network, measured by all engines in turn.
 *
 * @param largestDifference between any engine's score and ours for one actor, relative to the larger of it and 1
 * @param agree whether that is at most 1e-9
 */
public record NetworkTimes(
        String network, int actors, int ties, List<EngineTimes> engines, double largestDifference, boolean agree) {

    public NetworkTimes {
        engines = List.copyOf(engines);
    }
}
