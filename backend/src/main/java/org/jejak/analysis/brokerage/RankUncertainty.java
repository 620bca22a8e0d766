package org.jejak.analysis.brokerage;

import java.util.Map;
import org.jejak.network.ActorId;

/**
 * How far the ranks of a network can be trusted.
 *
 * @param missingShare assumed share of missing records
 * @param draws how often as many were deleted
 * @param determinable false where so few lost records tear the network apart that ranks mean little; the intervals are
 *     then the range of all draws
 * @param intervals of everybody listed, by id
 */
public record RankUncertainty(
        double missingShare, int draws, boolean determinable, Map<ActorId, RankInterval> intervals) {}
