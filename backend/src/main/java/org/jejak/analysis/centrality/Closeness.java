package org.jejak.analysis.centrality;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How few steps is somebody away, on average, from everybody they can reach?
 *
 * <p><b>Formula.</b> {@code C(v) = (c - 1) / Σ d(v,u)} over the others {@code u} of {@code v}'s component of {@code c}.
 *
 * <p><b>Paper.</b> Bavelas, <i>Communication patterns in task-oriented groups</i>, J. Acoust. Soc. Am. 22 (1950); Freeman,
 * Social Networks 1 (1979).
 *
 * <p><b>Cost.</b> O(nm), 64 sources at once; memory O(n) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions, every tie is one step, parallel ties
 * change nothing, loops do not exist. Without ties there is no value.
 *
 * <p><b>Range and scale.</b> Above 0, to 1 for whoever is tied to all of their component.
 *
 * <p><b>When it misleads.</b> It only compares within one component: one of two who know nobody else has 1. Ask {@link
 * Harmonic} where a network falls apart.
 *
 * <pre>
 *   a---b---c   d---e   f        b, d and e 1, a and c 0.666…, f none
 * </pre>
 */
public record Closeness() implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        Blocks blocks = Blocks.of(network.size(), adjacency.offsets(), adjacency.targets());
        double[] closeness = SharedSearch.sums(adjacency, distance -> distance, control, "closeness");
        for (int v = 0; v < closeness.length; v++) {
            closeness[v] = closeness[v] == 0 ? Double.NaN : (blocks.componentSize(v) - 1) / closeness[v];
        }
        return NodeScores.of(network, closeness);
    }
}
