package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.centrality.Blocks;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Without which tied pair would some who reach each other now be cut off from each other?
 *
 * <p><b>Formula.</b> Pairs whose ties lie on no circle; the more people the smaller side holds, the earlier in the list.
 *
 * <p><b>Paper.</b> Tarjan, <i>A note on finding the bridges of a graph</i>, Inf. Proc. Letters 2 (1974).
 *
 * <p><b>Cost.</b> O(n + m), and sorting what is found; memory O(n + m), no recursion.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> None of them changes anything: a pair tied three
 * times is as much a bridge as one tied once, it only rests on more records.
 *
 * <p><b>Range and scale.</b> At most n - 1 pairs.
 *
 * <p><b>When it misleads.</b> Most bridges of a real case lead to one acquaintance of one informant. A bridge is as sure as
 * the absence of any other record between its sides, which is to say, not very.
 *
 * <pre>
 *   a---b
 *    \ /         c-d: three on one side, one on the other
 *     c---d
 * </pre>
 */
public record Bridges() {

    public List<Bridge> on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public List<Bridge> on(NetworkSnapshot network, RunControl control) {
        control.stop().check();
        Adjacency adjacency = network.adjacency();
        Blocks blocks = Blocks.of(network.size(), adjacency.offsets(), adjacency.targets());
        List<Bridge> bridges = new ArrayList<>(blocks.bridgeCount());
        for (int i = 0; i < blocks.bridgeCount(); i++) {
            int[] bridge = blocks.bridge(i);
            int below = bridge[2];
            int above = blocks.componentSize(bridge[0]) - below;
            ActorId upper = network.actor(bridge[0]);
            ActorId lower = network.actor(bridge[1]);
            bridges.add(
                    bridge[0] < bridge[1]
                            ? new Bridge(upper, lower, above, below)
                            : new Bridge(lower, upper, below, above));
        }
        bridges.sort(Comparator.comparingInt((Bridge b) -> -Math.min(b.onSideOfA(), b.onSideOfB()))
                .thenComparing(Bridge::a)
                .thenComparing(Bridge::b));
        return List.copyOf(bridges);
    }
}
