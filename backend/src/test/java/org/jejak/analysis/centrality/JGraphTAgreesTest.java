package org.jejak.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jejak.analysis.Fold;
import org.jejak.analysis.FoldedTie;
import org.jejak.analysis.GraphFamilies;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JGraphT's own algorithms, which share no line with ours, on the gallery and on seeded random networks. */
class JGraphTAgreesTest {

    static Stream<NetworkSnapshot> networks() {
        Stream<NetworkSnapshot> gallery = Stream.of(
                Networks.single(),
                Networks.pair(),
                Networks.path(12),
                Networks.star(12),
                Networks.ring(11),
                Networks.clique(7),
                Networks.twoIslands(),
                Networks.kite());
        Stream<NetworkSnapshot> seeded = Stream.iterate(1, seed -> seed + 1)
                .limit(5)
                .flatMap(seed -> Stream.of(
                        Networks.random(60, 50 + 10 * seed, seed, Fold.SIMPLE),
                        Networks.random(25, 20 + 12 * seed, seed, Fold.MULTIGRAPH),
                        Networks.caseShaped(120, 0.6, seed, Fold.SIMPLE),
                        Networks.caseShaped(60, 0.5, seed, Fold.MULTIGRAPH),
                        GraphFamilies.BLOCKS.network(150, seed),
                        GraphFamilies.BARABASI_ALBERT.network(150, seed),
                        GraphFamilies.without(GraphFamilies.BLOCKS.network(200, seed), 0.2, seed),
                        Networks.random(120, 500, seed, Fold.SIMPLE)));
        return Stream.concat(gallery, seeded);
    }

    private static void agree(NodeScores ours, Map<ActorId, ? extends Number> theirs) {
        theirs.forEach((actor, value) -> {
            double expected = value.doubleValue();
            double got = ours.of(actor).orElseThrow();
            assertThat(Math.abs(got - expected))
                    .as("%s: %s, JGraphT %s", actor, got, expected)
                    .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected)));
        });
    }

    private static void check(
            NetworkSnapshot network,
            CentralityMeasure ours,
            BiFunction<Graph<ActorId, FoldedTie>, NetworkSnapshot, Map<ActorId, ? extends Number>> theirs) {
        agree(ours.on(network), theirs.apply(network.graph(), network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onBetweenness(NetworkSnapshot network) {
        check(network, new Betweenness(Scale.RAW), (graph, n) -> new BetweennessCentrality<>(graph).getScores());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onHarmonic(NetworkSnapshot network) {
        check(network, new Harmonic(), (graph, n) -> new HarmonicCentrality<>(graph, false, false).getScores());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onPageRank(NetworkSnapshot network) {
        check(
                network,
                new org.jejak.analysis.centrality.PageRank(),
                (graph, n) -> new PageRank<>(graph, 0.85, 300, 1e-14).getScores());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onCoreness(NetworkSnapshot network) {
        // JGraphT counts parallel ties, we count people.
        NetworkSnapshot folded = NetworkSnapshot.of(network.actors(), network.ties(), Fold.SIMPLE);
        agree(new org.jejak.analysis.centrality.Coreness().on(network), new Coreness<>(folded.graph()).getScores());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onCutVertices(NetworkSnapshot network) {
        var theirs = new BiconnectivityInspector<>(network.graph()).getCutpoints();
        var ours = new org.jejak.analysis.brokerage.CutVertices().on(network);
        for (ActorId actor : network.actors()) {
            assertThat(ours.of(actor).orElseThrow() == 1).as("%s", actor).isEqualTo(theirs.contains(actor));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void andTheBytesAreTheSameOnAnyNumberOfThreads(NetworkSnapshot network) {
        for (CentralityMeasure measure : new CentralityMeasure[] {new Betweenness(Scale.RAW), new Harmonic()}) {
            assertThat(measure.on(network, RunControl.PLAIN.withThreads(1)).toArray())
                    .containsExactly(
                            measure.on(network, RunControl.PLAIN.withThreads(3)).toArray());
        }
    }
}
