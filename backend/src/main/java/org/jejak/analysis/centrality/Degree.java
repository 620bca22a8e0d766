package org.jejak.analysis.centrality;

import java.util.stream.IntStream;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> With how many others is somebody tied?
 *
 * <p><b>Formula.</b> {@code k(v)} = number of ties of {@code v}.
 *
 * <p><b>Paper.</b> Freeman, <i>Centrality in social networks: conceptual clarification</i>, Social Networks 1 (1979).
 *
 * <p><b>Cost.</b> O(n + m), memory O(n).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions, no weights. Where parallel ties are
 * kept each of them counts, where they are folded a pair counts once. Loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> Whole numbers from 0; up to n - 1 where ties are folded.
 *
 * <p><b>When it misleads.</b> It measures attention as much as activity: the one whose phone was tapped has the most
 * ties. Long lists of one movement tie everybody on it to everybody.
 *
 * <pre>
 *   a---b---c        a 1, b 2, c 1
 * </pre>
 */
public record Degree() implements CentralityMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int[] offsets = adjacency.offsets();
        int[] parallel = adjacency.multiplicities();
        double[] ties = new double[network.size()];
        for (int v = 0; v < ties.length; v++) {
            ties[v] = IntStream.range(offsets[v], offsets[v + 1])
                    .map(i -> parallel[i])
                    .sum();
        }
        return NodeScores.of(network, ties);
    }
}
