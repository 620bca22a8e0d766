package org.jejak.analysis.bench;

import java.util.List;

/**
 * @param loadBefore mean number of busy threads on this machine in the minute before, and after: a number far above the
 *     processors' says that times are too long, ratios hold as long as all engines met the same load; negative where the
 *     system does not tell
 * @param withoutIgraph why igraph was not measured, empty where it was
 */
public record BenchResult(
        int rounds,
        int threads,
        int processors,
        double loadBefore,
        double loadAfter,
        String withoutIgraph,
        List<NetworkTimes> networks) {

    public BenchResult {
        networks = List.copyOf(networks);
    }
}
