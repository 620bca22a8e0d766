package org.jejak.analysis.bench;

import java.util.List;

/**
 * @param jgraphtRounds in how many of the rounds JGraphT ran: it takes minutes for one
 * @param loadBefore mean number of busy threads on this machine in the minute before, and after: a number far above the
 *     processors' says that times are too long, ratios hold as long as all engines met the same load; negative where the
 *     system does not tell
 * @param withoutIgraph why igraph was not measured, empty where it was
 * @param bars of the engines that ran
 */
public record BenchResult(
        int rounds,
        int jgraphtRounds,
        int threads,
        int processors,
        double loadBefore,
        double loadAfter,
        String withoutIgraph,
        List<NetworkTimes> networks,
        List<Bar> bars) {

    public BenchResult {
        networks = List.copyOf(networks);
        bars = List.copyOf(bars);
    }
}
