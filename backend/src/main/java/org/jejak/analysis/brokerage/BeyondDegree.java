package org.jejak.analysis.brokerage;

import java.util.Map;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * Whose betweenness their number of ties does not explain.
 *
 * @param model which networks were compared with
 * @param runs how many
 * @param sources from how many actors betweenness was asked, 0 for all
 * @param exchanges accepted exchanges for each tie, where most were
 * @param findings of everybody listed, by id
 */
public record BeyondDegree(NullModel model, int runs, int sources, double exchanges, Map<ActorId, Finding> findings) {

    /**
     * @param p null where it cannot be tested, z and resolution too
     * @param resolution the smallest p that could have come out
     * @param nullDistinct how many different values the compared networks gave
     */
    public record Finding(
            @Nullable Double p,
            @Nullable Double z,
            @Nullable Double resolution,
            int nullDistinct,
            BrokerClass brokerClass) {}
}
