package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Scale;
import org.junit.jupiter.api.Test;

class FewSourcesTest {

    private static double[] fromAll(NetworkSnapshot network) {
        Adjacency adjacency = network.adjacency();
        int[] parallel = network.fold() == Fold.SIMPLE ? null : adjacency.multiplicities();
        return new FewSources(network.size(), adjacency.offsets(), adjacency.targets(), parallel)
                .between(IntStream.range(0, network.size()).toArray(), StopSignal.NEVER);
    }

    @Test
    void fromEverybodyItIsBetweennessFromBothEnds() {
        for (NetworkSnapshot network : List.of(
                Networks.kite(),
                Networks.twoIslands(),
                Networks.caseShaped(90, 0.5, 4, Fold.SIMPLE),
                Networks.random(40, 130, 5, Fold.MULTIGRAPH))) {
            double[] betweenness = new Betweenness(Scale.RAW).on(network).toArray();
            double[] both = fromAll(network);
            for (int v = 0; v < both.length; v++) {
                assertThat(both[v] / 2).isCloseTo(betweenness[v], within(1e-9));
            }
        }
    }

    /**
     * A chain of squares has two to the power of their number of shortest paths from end to end.
     *
     * <pre>
     *    1   4
     *   / \ / \
     *  0   3   6 …
     *   \ / \ /
     *    2   5
     * </pre>
     */
    @Test
    void morePathsThanANumberCanHoldDoNoHarm() {
        List<int[]> edges = new ArrayList<>();
        int squares = 1200;
        for (int s = 0; s < squares; s++) {
            int at = 3 * s;
            edges.addAll(List.of(new int[] {at, at + 1}, new int[] {at, at + 2}, new int[] {at + 1, at + 3}, new int[] {
                at + 2, at + 3
            }));
        }
        NetworkSnapshot chain = Networks.edges(3 * squares + 1, edges, Fold.SIMPLE);
        Adjacency adjacency = chain.adjacency();
        double[] fromEnd = new FewSources(chain.size(), adjacency.offsets(), adjacency.targets(), null)
                .between(new int[] {0}, StopSignal.NEVER);
        // All behind a joint, and half of all behind a side, is reached through it.
        assertThat(fromEnd[3]).isCloseTo(3.0 * (squares - 1), within(1e-6));
        assertThat(fromEnd[1]).isCloseTo((3.0 * (squares - 1) + 1) / 2, within(1e-6));
    }

    @Test
    void aSmallNetworkIsAskedFromEverybodyAndALargeOneAlwaysFromTheSame() {
        assertThat(FewSources.of(50_000, 1)).isNull();
        assertThat(FewSources.of(60_000, 1))
                .hasSize(256)
                .doesNotHaveDuplicates()
                .containsExactly(FewSources.of(60_000, 1));
    }
}
