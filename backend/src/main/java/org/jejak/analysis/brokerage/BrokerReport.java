package org.jejak.analysis.brokerage;

import java.util.List;
import org.jejak.analysis.Fold;
import org.jejak.analysis.community.Partition;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a network together.
 *
 * @param digest of the snapshot it was computed on
 * @param actors how many were in every path, the unlisted included
 * @param ties as the snapshot counts them
 * @param brokers those listed, by rank
 * @param communities of all actors, the unlisted included
 * @param beyondDegree what betweenness was compared with; null where that was not asked, or would take too long
 * @param rankUncertainty what was taken away to find the rank intervals; null likewise
 * @param sampling how near betweenness and harmonic are to the truth, where the network is too large for all pairs; null
 *     where both are exact. Rank intervals include it
 */
public record BrokerReport(
        String digest,
        Fold fold,
        int actors,
        int ties,
        List<Broker> brokers,
        Partition communities,
        @Nullable BeyondDegree beyondDegree,
        @Nullable RankUncertainty rankUncertainty,
        @Nullable Sampling sampling) {

    public BrokerReport {
        brokers = List.copyOf(brokers);
    }
}
