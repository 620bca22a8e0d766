package org.jejak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Bridges;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.BrokerClass;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.analysis.brokerage.BrokerReport;
import org.jejak.analysis.brokerage.BrokerageRoles;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.NullModel;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.centrality.Closeness;
import org.jejak.analysis.centrality.Eigenvector;
import org.jejak.analysis.centrality.SampledBetweenness;
import org.jejak.analysis.centrality.SampledHarmonic;
import org.jejak.analysis.centrality.Scale;
import org.jejak.analysis.centrality.WeightedBetweenness;
import org.jejak.analysis.disruption.DismantlingOrder;
import org.jejak.analysis.disruption.GreedyDisruption;
import org.jejak.analysis.disruption.RemovalWhatIf;
import org.jejak.network.ActorId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody, one, two, strangers, only protected people: every question has an answer, and no number is made up. */
class DegenerateNetworksTest {

    static Stream<NetworkSnapshot> networks() {
        return Stream.of("", "a", "a, b", "a, b, c, d", "a-b", "a-b, c", "a-b, c-d")
                .flatMap(written -> Stream.of(Fold.values()).map(fold -> network(written, fold)));
    }

    private static BrokerReport report(NetworkSnapshot network, Set<ActorId> unlisted, NullModel model) {
        return new BrokerRanking(unlisted, 1, new Sureness(Depth.FULL, Optional.of(model), 0.1)).on(network);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void nobodyIsBetweenAnybodyAndNobodyCanBeTested(NetworkSnapshot network) {
        for (NullModel model : NullModel.values()) {
            BrokerReport report = report(network, Set.of(), model);
            assertThat(report.brokers()).extracting(Broker::id).containsExactlyElementsOf(network.actors());
            for (Broker broker : report.brokers()) {
                assertThat(broker.betweenness()).isZero();
                assertThat(broker.betweennessScaled()).isEqualTo(network.size() < 3 ? null : Double.valueOf(0));
                assertThat(broker.netOfDegreeP()).isNull();
                assertThat(broker.netOfDegreeZ()).isNull();
                assertThat(broker.brokerClass()).isEqualTo(BrokerClass.NOT_TESTABLE);
                assertThat(broker.cutVertex()).isFalse();
                assertThat(broker.harmonic()).isEqualTo(broker.degree());
                assertThat(broker.constraint()).isEqualTo(broker.degree() == 0 ? null : Double.valueOf(1));
                var interval = java.util.Objects.requireNonNull(broker.rankInterval());
                assertThat(interval.lowest()).isLessThanOrEqualTo(broker.rank());
                assertThat(interval.highest()).isBetween(broker.rank(), network.size());
            }
            assertThat(report.brokers().stream().mapToDouble(Broker::pageRank).sum())
                    .isCloseTo(network.size() == 0 ? 0 : 1, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whereAllAreProtectedNobodyIsListedTestedOrRemoved(NetworkSnapshot network) {
        Set<ActorId> all = new HashSet<>(network.actors());
        for (NullModel model : NullModel.values()) {
            BrokerReport report = report(network, all, model);
            assertThat(report.brokers()).isEmpty();
            assertThat(report.actors()).isEqualTo(network.size());
            assertThat(report.communities().communities().stream()
                            .mapToInt(community -> community.members().size())
                            .sum())
                    .isEqualTo(network.size());
        }
        assertThat(new OriginJackknife(all, List.of(new OriginJackknife.Without(List.of(), List.of()))).on(network))
                .isEmpty();
        assertThat(new DismantlingOrder(9, all).on(network)).isEmpty();
        assertThat(new GreedyDisruption(0, all, 0.5, 1).on(network).steps()).isEmpty();
        assertThatThrownBy(() -> new GreedyDisruption(1, all, 0, 1).on(network))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everybodyMayBeRemovedAndNothingIsLeft(NetworkSnapshot network) {
        for (double replacement : new double[] {0, 0.5, 1}) {
            var report = new RemovalWhatIf(network.actors(), Set.of(), replacement, 1).on(network);
            assertThat(report.steps()).hasSize(network.size());
            if (network.size() > 0) {
                Stream.of(report.steps(), report.random(), report.degree(), report.betweenness())
                        .forEach(curve -> {
                            assertThat(curve.getLast().remains().fragmentation())
                                    .isEqualTo(1);
                            assertThat(curve.getLast().remains().pairsLeft()).isZero();
                            assertThat(curve.getLast().remains().largestComponentShare())
                                    .isZero();
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void sampledNumbersAreTheExactOnesAndFurtherMeasuresSayNothingTheyCannot(NetworkSnapshot network) {
        var sampled = new SampledBetweenness(Scale.RAW, 0.1, 0.1, 1).estimate(network);
        assertThat(sampled.samples()).isZero();
        assertThat(sampled.scores().toArray()).containsOnly(network.size() == 0 ? new double[0] : new double[] {0});
        var harmonic = new SampledHarmonic(64, 0.1, 1).estimate(network, RunControl.PLAIN);
        assertThat(harmonic.scores().toArray()).hasSize(network.size()).doesNotContain(Double.NaN);
        assertThat(new WeightedBetweenness(Scale.RAW).on(network).toArray())
                .containsOnly(network.size() == 0 ? new double[0] : new double[] {0});
        double[] degree = new org.jejak.analysis.centrality.Degree().on(network).toArray();
        double[] closeness = new Closeness().on(network).toArray();
        double[] eigenvector = new Eigenvector().on(network).toArray();
        for (int v = 0; v < degree.length; v++) {
            assertThat(Double.isNaN(closeness[v])).isEqualTo(degree[v] == 0);
            assertThat(eigenvector[v]).isEqualTo(degree[v] == 0 ? 0 : 1);
        }
        assertThat(new Bridges().on(network)).hasSize(network.adjacency().pairCount());
        var roles = BrokerageRoles.over(new org.jejak.analysis.community.LeidenCommunities(1).on(network));
        assertThat(roles.on(network).values()).allMatch(counts -> counts.total() == 0);
        assertThat(network.contains(actor("z"))).isFalse();
    }
}
