package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
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

    /** Forced to sample where the exact answer is at hand. */
    private static Reasons estimated(NetworkSnapshot network, ActorId actor, int threads) {
        var control = new RunControl(StopSignal.NEVER, (step, share) -> {}, threads);
        return new WhyBroker(actor, 7, new Exactness(0, 0.01, 0.1, 1024), 256).on(network, control);
    }

    /** Of those through whom most runs, about whom a ranking makes one ask. */
    @Test
    void theEstimateOfALargeNetworkIsNearTheExactAnswer() {
        NetworkSnapshot network = Networks.caseShaped(3_000, 0.6, 3, Fold.SIMPLE);
        double[] betweenness = new Betweenness(Scale.RAW).on(network).toArray();
        var most = IntStream.range(0, network.size())
                .boxed()
                .sorted(Comparator.comparingDouble(v -> -betweenness[v]))
                .limit(40)
                .toList();
        int near = 0;
        int ties = 0;
        int tiesNear = 0;
        for (int v : most) {
            Reasons exact = new WhyBroker(network.actor(v), 7).on(network);
            Reasons why = estimated(network, network.actor(v), 2);
            var sampled = Objects.requireNonNull(why.sampled());
            assertThat(exact.sampled()).isNull();
            assertThat(sampled.searches()).isEqualTo(256);
            assertThat(sampled.relativeError()).isBetween(0.001, 0.35);
            double off = Math.abs(why.betweenness() / betweenness[v] - 1);
            near += off <= 2 * sampled.relativeError() ? 1 : 0;
            var shares = new HashMap<ActorId, Double>();
            exact.ties().forEach(tie -> shares.put(tie.other(), tie.share()));
            assertThat(why.ties()).hasSameSizeAs(exact.ties());
            for (var tie : why.ties()) {
                ties++;
                double shareOff = Math.abs(tie.share() - Objects.requireNonNull(shares.get(tie.other())));
                tiesNear += shareOff <= 2 * sampled.shareError() ? 1 : 0;
            }
        }
        assertThat(near).as("within two standard errors, of 40").isGreaterThanOrEqualTo(34);
        assertThat(tiesNear).as("of " + ties + " shares").isGreaterThanOrEqualTo((int) (0.95 * ties));
    }

    @Test
    void somebodyThroughWhomAnythingRunsIsNeverSaidToHaveNothing() {
        NetworkSnapshot network = Networks.caseShaped(3_000, 0.6, 3, Fold.SIMPLE);
        double[] betweenness = new Betweenness(Scale.RAW).on(network).toArray();
        for (int v = 0; v < network.size(); v += 40) {
            Reasons why = estimated(network, network.actor(v), 2);
            assertThat(why.betweenness() > 0).isEqualTo(betweenness[v] > 0);
            if (betweenness[v] > 0) {
                assertThat(why.between().stream()
                                .mapToDouble(Reasons.Between::share)
                                .sum())
                        .isCloseTo(1, within(1e-9));
                assertThat(why.ties().stream()
                                .mapToDouble(Reasons.Carrying::share)
                                .sum())
                        .isCloseTo(2, within(1e-9));
            }
        }
    }

    @Test
    void itIsTheSameOnAnyNumberOfThreads() {
        NetworkSnapshot network = Networks.caseShaped(2_000, 0.6, 3, Fold.SIMPLE);
        ActorId actor = network.actor(5);
        assertThat(estimated(network, actor, 1)).isEqualTo(estimated(network, actor, 2));
        var alone = new RunControl(StopSignal.NEVER, (step, share) -> {}, 1);
        var two = new RunControl(StopSignal.NEVER, (step, share) -> {}, 2);
        assertThat(new WhyBroker(actor, 7).on(network, alone)).isEqualTo(new WhyBroker(actor, 7).on(network, two));
    }

    @Test
    void whereFewReachSomebodyAllAreSearchedFromHoweverLargeTheRest() {
        NetworkSnapshot network = network("a-b, b-c, d-e, e-f");
        var why = new WhyBroker(actor("b"), 7, new Exactness(0, 0.01, 0.1, 1024), 256).on(network);
        assertThat(why.sampled()).isNull();
        assertThat(why.betweenness()).isEqualTo(1);
    }
}
