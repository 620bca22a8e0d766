package org.jejak.analysis.centrality;

import org.jejak.analysis.NodeScores;

/**
 * Betweenness as far as a sample shows it.
 *
 * @param scores on the scale that was asked for, as {@code lower} and {@code upper} are
 * @param lower all true values at once lie between these two, except with the chance {@code failure}
 * @param error the largest distance of any score from its bounds, on the scale on which a star's centre has 1: whose
 *     scaled scores differ by less than twice this may stand the other way round
 * @param samples paths drawn; 0 where the structure alone decides and everything is exact
 */
public record BetweennessEstimate(
        NodeScores scores, NodeScores lower, NodeScores upper, double error, double failure, long samples) {}
