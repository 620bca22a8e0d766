package org.jejak.analysis.brokerage;

/**
 * How near the sampled numbers of a report are to the true ones.
 *
 * @param paths drawn for betweenness
 * @param betweennessError the largest distance of any betweenness from its bounds, on the scale on which a star's centre
 *     has 1: whose values differ by less than twice this may stand the other way round
 * @param harmonicError how far any harmonic centrality may lie from its true value
 * @param failure chance that any betweenness, and again that any harmonic centrality, lies farther off
 */
public record Sampling(long paths, double betweennessError, int pivots, double harmonicError, double failure) {}
