package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jejak.analysis.Fold;
import org.jejak.analysis.GraphFamilies;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BrokerRankingTest {

    @Test
    void whoIsNotListedStillCarriesPaths() {
        NetworkSnapshot network = network("a-b, b-c, c-d");
        BrokerReport report = new BrokerRanking(Set.of(actor("b")), 1).on(network);
        assertThat(report.brokers()).extracting(Broker::id).containsExactly(actor("c"), actor("a"), actor("d"));
        assertThat(report.brokers()).extracting(Broker::rank).containsExactly(1, 2, 3);
        assertThat(report.brokers().getFirst().betweenness()).isEqualTo(2);
        assertThat(report.actors()).isEqualTo(4);
        assertThat(report.digest()).isEqualTo(network.digest());
    }

    @Test
    void whatWasNotAskedForIsNull() {
        Sureness measures = Sureness.USUAL.depth(Depth.MEASURES);
        Broker broker = new BrokerRanking(Set.of(), 1, measures)
                .on(Networks.kite())
                .brokers()
                .getFirst();
        assertThat(broker.netOfDegreeP()).isNull();
        assertThat(broker.netOfDegreeZ()).isNull();
        assertThat(broker.rankInterval()).isNull();
        assertThat(broker.brokerClass()).isEqualTo(BrokerClass.NOT_TESTABLE);
    }

    @Test
    void everyRankHasItsIntervalAndWhoCanBeTestedTheirP() {
        BrokerReport report = new BrokerRanking(Set.of(), 1).on(GraphFamilies.CASE_SHAPED.network(80, 2));
        assertThat(report.brokers()).allSatisfy(broker -> {
            assertThat(broker.rankInterval()).isNotNull();
            assertThat(broker.rank())
                    .isBetween(
                            broker.rankInterval().lowest(),
                            broker.rankInterval().highest());
            assertThat(broker.netOfDegreeP() == null).isEqualTo(broker.brokerClass() == BrokerClass.NOT_TESTABLE);
        });
        assertThat(report.brokers()).anyMatch(broker -> broker.netOfDegreeP() != null);
    }

    /** The kite of the conformance bundle, with one person apart and one unlisted; its numbers were made with networkx. */
    @Test
    void theKiteHasTheNumbersOfTheConformanceKit() {
        int[][] ties = {
            {0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4}, {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6}, {4, 6},
            {5, 6}, {5, 7}, {6, 7}, {7, 8}, {8, 9}
        };
        NetworkSnapshot kite = Networks.edges(11, List.of(ties), Fold.SIMPLE);
        BrokerReport report = new BrokerRanking(Set.of(actor(5)), 1).on(kite);
        double[][] expected = {
            {7, 3, 14, 0.311111111111, 6, 0.093840676658, 2, 0.431111111111, 2.333333333333, 1},
            {6, 5, 8.333333333333, 0.185185185185, 6.833333333333, 0.127001899086, 3, 0.445088888889, 3, 0},
            {8, 2, 8, 0.177777777778, 4.666666666667, 0.084427543167, 1, 0.5, 2, 1},
            {3, 6, 3.666666666667, 0.081481481481, 7.083333333333, 0.144973316579, 3, 0.470169753086, 3.333333333333, 0
            },
            {0, 4, 0.833333333333, 0.018518518519, 6.083333333333, 0.100413707367, 3, 0.541197916667, 2, 0},
            {1, 4, 0.833333333333, 0.018518518519, 6.083333333333, 0.100413707367, 3, 0.541197916667, 2, 0},
            {2, 3, 0, 0, 5.583333333333, 0.078244447299, 3, 0.664135802469, 1, 0},
            {4, 3, 0, 0, 5.583333333333, 0.078244447299, 3, 0.664135802469, 1, 0},
            {9, 1, 0, 0, 3.416666666667, 0.050660030969, 1, 1, 1, 0},
            {10, 0, 0, 0, 0, 0.014778325123, 0, -1, -1, 0},
        };
        assertThat(report.brokers()).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            Broker broker = report.brokers().get(i);
            double[] line = expected[i];
            assertThat(broker.id()).isEqualTo(actor((int) line[0]));
            assertThat(broker.rank()).isEqualTo(i + 1);
            double[] got = {
                line[0],
                broker.degree(),
                broker.betweenness(),
                broker.betweennessScaled(),
                broker.harmonic(),
                broker.pageRank(),
                broker.coreness(),
                broker.constraint() == null ? -1 : broker.constraint(),
                broker.effectiveSize() == null ? -1 : broker.effectiveSize(),
                broker.cutVertex() ? 1 : 0
            };
            assertThat(got).containsExactly(line, within(1e-9));
        }
    }

    /** Morselli's CAVIAR network is not ours to keep; where it lies beside the repository its known values hold. */
    @Test
    void theDrugNetworkHasItsKnownBrokers() throws IOException {
        Path edges = Path.of("../../shared/real/caviar/edges.csv");
        Assumptions.assumeTrue(Files.isReadable(edges));
        Set<ActorId> actors = new TreeSet<>();
        List<Tie> ties = new ArrayList<>();
        for (String line :
                Files.readAllLines(edges).subList(1, Files.readAllLines(edges).size())) {
            String[] cell = line.split(",");
            actors.add(actor(cell[0]));
            actors.add(actor(cell[1]));
            Key record = Key.of("T", "links", "l" + ties.size());
            ties.add(new Tie(actor(cell[0]), actor(cell[1]), TieKind.LINK, record, Double.parseDouble(cell[2])));
        }
        List<Broker> brokers = new BrokerRanking(Set.of(), 1)
                .on(NetworkSnapshot.of(actors, ties, Fold.SIMPLE))
                .brokers();
        assertThat(brokers.subList(0, 3))
                .extracting(Broker::id)
                .containsExactly(actor("n1"), actor("n12"), actor("n87"));
        assertThat(brokers.get(0).betweenness()).isCloseTo(3752.1, within(0.05));
        assertThat(brokers.get(1).betweenness()).isCloseTo(1719.5, within(0.05));
        assertThat(brokers.get(2).betweenness()).isCloseTo(702.1, within(0.05));
    }

    @Test
    void aStopSignalEndsIt() {
        RunControl stopped = new RunControl(() -> true, ProgressListener.NONE, 2);
        assertThatThrownBy(() -> new BrokerRanking(Set.of(), 1).on(Networks.random(500, 2000, 1, Fold.SIMPLE), stopped))
                .isInstanceOf(MeasureStopped.class);
    }

    @Test
    void progressEndsAtOne() {
        AtomicReference<Double> last = new AtomicReference<>(0.0);
        RunControl watched = new RunControl(() -> false, (step, share) -> last.set(share), 2);
        new BrokerRanking(Set.of(), 1).on(Networks.random(100, 300, 1, Fold.SIMPLE), watched);
        assertThat(last.get()).isEqualTo(1);
    }

    @Test
    void twoRunsAreEqual() {
        NetworkSnapshot network = Networks.caseShaped(150, 0.6, 5, Fold.SIMPLE);
        BrokerRanking ranking = new BrokerRanking(Set.of(), 9);
        assertThat(ranking.on(network, RunControl.PLAIN.withThreads(1)))
                .isEqualTo(ranking.on(network, RunControl.PLAIN.withThreads(2)));
    }
}
