package org.jejak.analysis.centrality;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How much passes between somebody and all others together?
 *
 * <p><b>Formula.</b> {@code s(v)} = sum of the strengths of all records that tie {@code v}.
 *
 * <p><b>Paper.</b> Barrat et al., <i>The architecture of complex weighted networks</i>, PNAS 101 (2004).
 *
 * <p><b>Cost.</b> O(n + m), memory O(m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. Every record counts with its strength,
 * folded or not. Loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> From 0, in the unit of the strengths; where none is recorded, records.
 *
 * <p><b>When it misleads.</b> Forty calls of one couple outweigh the one meeting that mattered; one tapped phone outweighs
 * ten that were not.
 *
 * <pre>
 *   a===b---c        a 2, b 3, c 1
 * </pre>
 */
public record Strength() implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int[] offsets = adjacency.offsets();
        double[] strengths = adjacency.strengths();
        double[] sums = new double[network.size()];
        for (int v = 0; v < sums.length; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                sums[v] += strengths[e];
            }
        }
        return NodeScores.of(network, sums);
    }
}
