package org.jejak.analysis.centrality;

import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How often does somebody stand on a shortest way between two others, so that what passes between
 * these is likely to pass through them?
 *
 * <p><b>Formula.</b> {@code B(v) = Σ σ(s,t|v) / σ(s,t)} over unordered pairs {@code s, t} of others that can reach each
 * other; {@code σ(s,t)} counts their shortest paths, {@code σ(s,t|v)} those through {@code v}.
 *
 * <p><b>Paper.</b> Freeman, <i>A set of measures of centrality based on betweenness</i>, Sociometry 40 (1977); computed
 * after Brandes, <i>A faster algorithm for betweenness centrality</i>, J. Math. Sociology 25 (2001), block by block as in
 * Puzis et al., <i>Topology manipulations for speeding betweenness centrality computation</i>, J. Complex Networks 3
 * (2015).
 *
 * <p><b>Cost.</b> With n actors and m tied pairs at worst O(nm); only what is left of them after trees and twins are
 * folded, block by block, counts. Memory O(n + m) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Ties have no direction and every tie is one step.
 * Parallel ties make as many paths: with two ties a–b and one b–c there are two paths from a to c. Loops do not exist.
 * Whoever has no tie has 0.
 *
 * <p><b>Range and scale.</b> Raw from 0 to (n-1)(n-2)/2, which only the centre of a star has. Scaled it is divided by
 * that, over all n also where the network falls apart, in floating point (an {@code int} product overflows from 46,343
 * actors), and does not exist below three actors.
 *
 * <p><b>When it misleads.</b> It largely follows the number of ties, which follows how closely somebody was watched: ask
 * whether it is more than the ties explain. It takes for granted that all that flows takes shortest ways. One missing
 * record can make or break a bridge, and two wiretaps on one man make him a broker. A high score says where a person
 * stands in the records, not that they command anybody.
 *
 * <pre>
 *   b   c
 *    \ /
 *     a        a: raw 6 of 6 pairs, scaled 1; all others 0
 *    / \
 *   d   e
 * </pre>
 */
public record Betweenness(Scale scale) implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        double[] raw = BetweennessKernel.on(network.adjacency(), control);
        return NodeScores.of(network, scale == Scale.RAW ? raw : scaled(raw));
    }

    /** Raw values on the scale on which a star's centre has 1; {@link Double#NaN} below three actors. */
    public static double[] scaled(double[] raw) {
        double n = raw.length;
        double divisor = n < 3 ? Double.NaN : (n - 1) * (n - 2) / 2;
        double[] scaled = new double[raw.length];
        for (int v = 0; v < raw.length; v++) {
            scaled[v] = raw[v] / divisor;
        }
        return scaled;
    }
}
