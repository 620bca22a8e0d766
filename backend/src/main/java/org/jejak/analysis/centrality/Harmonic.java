package org.jejak.analysis.centrality;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How near is somebody to everybody else, those they cannot reach at all included?
 *
 * <p><b>Formula.</b> {@code H(v) = Σ 1 / d(v,u)} over all others {@code u}, with {@code 1/∞ = 0}. Not divided by n - 1.
 *
 * <p><b>Paper.</b> Marchiori and Latora, <i>Harmony in the small-world</i>, Physica A 285 (2000); Boldi and Vigna,
 * <i>Axioms for centrality</i>, Internet Mathematics 10 (2014), where it alone of the distance measures meets all axioms.
 *
 * <p><b>Cost.</b> O(nm), memory O(n) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions, every tie is one step, parallel ties
 * change nothing, loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> 0 to n - 1, reached by whoever is tied to all.
 *
 * <p><b>When it misleads.</b> In a dense network all values are close together and their order says little. It rewards
 * being in the largest component, which may be the largest only because it was investigated most.
 *
 * <pre>
 *   a---b---c   d        b 2, a and c 1.5, d 0
 * </pre>
 */
public record Harmonic() implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        return NodeScores.of(network, SharedSearch.sums(adjacency, distance -> 1.0 / distance, control, "harmonic"));
    }
}
