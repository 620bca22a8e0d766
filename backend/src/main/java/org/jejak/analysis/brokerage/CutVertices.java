package org.jejak.analysis.brokerage;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.centrality.Blocks;

/**
 * <b>Question.</b> Without whom would some who reach each other now be cut off from each other?
 *
 * <p><b>Formula.</b> 1 if the network without {@code v} has more components among those {@code v} reaches, else 0.
 *
 * <p><b>Paper.</b> Hopcroft and Tarjan, <i>Efficient algorithms for graph manipulation</i>, Comm. ACM 16 (1973).
 *
 * <p><b>Cost.</b> O(n + m), memory O(n + m), no recursion.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> None of them changes anything: a pair tied three
 * times hangs together as one tied once does. Without ties: 0.
 *
 * <p><b>Range and scale.</b> 0 or 1.
 *
 * <p><b>When it misleads.</b> Most cut vertices of a real case hold one single informant's acquaintance: look at how many
 * hang behind. A second, unrecorded tie undoes the finding.
 *
 * <pre>
 *   a---b---c        b
 * </pre>
 */
public record CutVertices() implements BrokerageMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        Blocks blocks = Blocks.of(network.size(), adjacency.offsets(), adjacency.targets());
        double[] cut = new double[network.size()];
        for (int v = 0; v < cut.length; v++) {
            cut[v] = blocks.isCut(v) ? 1 : 0;
        }
        return NodeScores.of(network, cut);
    }
}
