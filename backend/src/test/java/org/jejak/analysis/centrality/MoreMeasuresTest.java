package org.jejak.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jejak.analysis.Fold;
import org.jejak.analysis.FoldedTie;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Tie;
import org.jgrapht.graph.AsWeightedGraph;
import org.junit.jupiter.api.Test;

/** Closeness, eigenvector, strength and weighted betweenness: closed forms, published values, JGraphT. */
class MoreMeasuresTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void closenessComparesWithinAComponent() {
        NodeScores scores = new Closeness().on(network("a-b, b-c, d-e, f"));
        assertThat(scores.toArray()).containsExactly(2.0 / 3, 1, 2.0 / 3, 1, 1, Double.NaN);
        assertThat(scores.of(actor("f"))).isEmpty();
    }

    /** Krackhardt (1990): Fernando and Garth are closest to everybody, at 9 / 14. */
    @Test
    void kiteHasItsPublishedCloseness() {
        double[] published = {0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.310};
        NodeScores scores = new Closeness().on(Networks.kite());
        for (int v = 0; v < 10; v++) {
            assertThat(scores.at(v)).isCloseTo(published[v], within(0.0005));
        }
    }

    @Test
    void closenessIsJGraphTsOnConnectedNetworks() {
        for (long seed = 1; seed <= 4; seed++) {
            NetworkSnapshot network = Networks.caseShaped(80, 0.5, seed, Fold.SIMPLE);
            if (Blocks.of(
                                    network.size(),
                                    network.adjacency().offsets(),
                                    network.adjacency().targets())
                            .componentSize(0)
                    == network.size()) {
                NodeScores ours = new Closeness().on(network);
                new org.jgrapht.alg.scoring.ClosenessCentrality<>(network.graph())
                        .getScores()
                        .forEach((who, value) ->
                                assertThat(ours.of(who).orElseThrow()).isCloseTo(value, CLOSE));
            }
        }
    }

    @Test
    void eigenvectorOfAStarHasItsClosedForm() {
        double[] star = new Eigenvector().on(Networks.star(10)).toArray();
        assertThat(star[0]).isEqualTo(1);
        assertThat(star[4]).isCloseTo(1.0 / 3, CLOSE);
        assertThat(new Eigenvector().on(Networks.ring(6)).toArray()).containsOnly(1);
        assertThat(new Eigenvector().on(network("a, b")).toArray()).containsOnly(0);
    }

    @Test
    void eigenvectorIsJGraphTsUpToScale() {
        for (NetworkSnapshot network : List.of(Networks.kite(), Networks.random(40, 120, 3, Fold.SIMPLE))) {
            Map<?, Double> theirs =
                    new org.jgrapht.alg.scoring.EigenvectorCentrality<>(network.graph(), 10_000, 1e-13).getScores();
            double largest = theirs.values().stream().max(Double::compare).orElseThrow();
            NodeScores ours = new Eigenvector().on(network);
            for (var who : network.actors()) {
                assertThat(ours.of(who).orElseThrow()).isCloseTo(theirs.get(who) / largest, within(1e-7));
            }
        }
    }

    @Test
    void strengthSumsRecordsFoldedOrNot() {
        assertThat(new Strength().on(network("a-b, a-b, b-c")).toArray()).containsExactly(2, 3, 1);
        assertThat(new Strength().on(network("a-b, a-b, b-c", Fold.MULTIGRAPH)).toArray())
                .containsExactly(2, 3, 1);
    }

    /**
     * <pre>
     *   a===b===d
     *    \     /     the double ties are cheaper
     *     --c--
     * </pre>
     */
    @Test
    void cheapWaysLeadAlongStrongTies() {
        NetworkSnapshot network = network("a-b, a-b, b-d, b-d, a-c, c-d");
        NodeScores raw = new WeightedBetweenness(Scale.RAW).on(network);
        assertThat(raw.of(actor("b")).orElseThrow()).isEqualTo(1);
        assertThat(raw.of(actor("c")).orElseThrow()).isZero();
    }

    /** Strengths are powers of two, so that sums of costs are exact and JGraphT, which compares them so, is an oracle. */
    @Test
    void weightedBetweennessIsJGraphTs() {
        for (long seed = 1; seed <= 6; seed++) {
            NetworkSnapshot network = weighted(50, 110, seed);
            Map<FoldedTie, Double> costs = new HashMap<>();
            for (FoldedTie tie : network.graph().edgeSet()) {
                costs.put(tie, 1 / tie.strength());
            }
            var theirs = new org.jgrapht.alg.scoring.BetweennessCentrality<>(
                            new AsWeightedGraph<>(network.graph(), costs))
                    .getScores();
            NodeScores ours = new WeightedBetweenness(Scale.RAW).on(network);
            theirs.forEach((who, value) ->
                    assertThat(ours.of(who).orElseThrow()).isCloseTo(value, within(1e-9 * Math.max(1, value))));
            assertThat(ours).isEqualTo(new WeightedBetweenness(Scale.RAW).on(network, RunControl.PLAIN.withThreads(1)));
        }
    }

    @Test
    void withEqualStrengthsItIsPlainBetweenness() {
        NetworkSnapshot network = Networks.caseShaped(90, 0.6, 2, Fold.SIMPLE);
        double[] plain = new Betweenness(Scale.RAW).on(network).toArray();
        double[] weighted = new WeightedBetweenness(Scale.RAW).on(network).toArray();
        for (int v = 0; v < plain.length; v++) {
            assertThat(weighted[v]).isCloseTo(plain[v], CLOSE);
        }
    }

    private static NetworkSnapshot weighted(int n, int m, long seed) {
        NetworkSnapshot plain = Networks.random(n, m, seed, Fold.SIMPLE);
        Random random = new Random(seed);
        List<Tie> ties = new ArrayList<>();
        for (Tie tie : plain.ties()) {
            ties.add(new Tie(tie.a(), tie.b(), tie.kind(), tie.record(), 1 << random.nextInt(4)));
        }
        return NetworkSnapshot.of(plain.actors(), ties, Fold.SIMPLE);
    }
}
