package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Scale;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class WhyBrokerTest {

    /**
     * <pre>
     *   a---b       e---f
     *    \ /         \ /
     *     c----m-----d
     * </pre>
     */
    @Test
    void theOneBetweenTwoTrianglesStandsBetweenThem() {
        Reasons why = new WhyBroker(actor("m"), 1).on(network("a-b, b-c, c-a, c-m, m-d, d-e, e-f, f-d"));
        assertThat(why.betweenness()).isEqualTo(9);
        assertThat(why.ties()).hasSize(2).allSatisfy(tie -> {
            assertThat(tie.share()).isCloseTo(1, within(1e-12));
            assertThat(tie.records()).hasSize(1);
        });
        assertThat(why.communities()).hasSize(2);
        assertThat(why.between().getFirst().one())
                .isNotEqualTo(why.between().getFirst().other());
        assertThat(why.between().getFirst().betweenness()).isEqualTo(9);
    }

    @Test
    void thePartsAddUpToTheWhole() {
        for (NetworkSnapshot network : java.util.List.of(
                Networks.kite(),
                Networks.caseShaped(70, 0.5, 2, Fold.SIMPLE),
                Networks.random(30, 70, 3, Fold.MULTIGRAPH))) {
            double[] betweenness = new Betweenness(Scale.RAW).on(network).toArray();
            for (int v = 0; v < network.size(); v++) {
                Reasons why = new WhyBroker(network.actor(v), 1).on(network);
                assertThat(why.betweenness()).isCloseTo(betweenness[v], within(1e-9));
                assertThat(why.between().stream()
                                .mapToDouble(Reasons.Between::betweenness)
                                .sum())
                        .isCloseTo(betweenness[v], within(1e-9));
                if (betweenness[v] > 0) {
                    assertThat(why.ties().stream()
                                    .mapToDouble(Reasons.Carrying::share)
                                    .sum())
                            .isCloseTo(2, within(1e-9));
                }
            }
        }
    }

    @Test
    void everyTieNamesItsRecords() {
        NetworkSnapshot network = network("a-b, b-c, b-c", Fold.MULTIGRAPH);
        ActorId c = actor("c");
        assertThat(new WhyBroker(actor("b"), 1).on(network).ties())
                .filteredOn(tie -> tie.other().equals(c))
                .singleElement()
                .satisfies(tie -> assertThat(tie.records())
                        .containsExactly(Key.of("T", "links", "l1"), Key.of("T", "links", "l2")));
    }
}
