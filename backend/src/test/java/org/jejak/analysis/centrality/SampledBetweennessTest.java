package org.jejak.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.network;

import java.util.List;
import org.jejak.analysis.Fold;
import org.jejak.analysis.GraphFamilies;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.RunControl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promised bounds against exact betweenness. */
class SampledBetweennessTest {

    private static List<NetworkSnapshot> networks(long seed) {
        return List.of(
                GraphFamilies.BARABASI_ALBERT.network(250, seed),
                GraphFamilies.BLOCKS.network(200, seed),
                GraphFamilies.CASE_SHAPED.network(300, seed),
                GraphFamilies.without(GraphFamilies.ERDOS_RENYI.network(150, seed), 0.5, seed),
                Networks.random(60, 90, seed, Fold.MULTIGRAPH),
                Networks.ring(41));
    }

    /** How many of the runs break their promise anywhere. */
    private static int broken(int seeds, double error, double failure) {
        int broken = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            for (NetworkSnapshot network : networks(seed)) {
                double[] exact =
                        new Betweenness(Scale.STAR_CENTRE_ONE).on(network).toArray();
                var estimate = new SampledBetweenness(Scale.STAR_CENTRE_ONE, error, failure, seed).estimate(network);
                assertThat(estimate.error()).isLessThanOrEqualTo(error);
                boolean held = true;
                for (int v = 0; v < exact.length; v++) {
                    held &= exact[v] >= estimate.lower().at(v) - 1e-12
                            && exact[v] <= estimate.upper().at(v) + 1e-12;
                    held &= Math.abs(exact[v] - estimate.scores().at(v)) <= error;
                }
                broken += held ? 0 : 1;
            }
        }
        return broken;
    }

    @Test
    void allTrueValuesLieWithinTheirBounds() {
        // 18 runs, each broken with a chance of at most a tenth: more than six would happen once in a thousand times.
        assertThat(broken(3, 0.03, 0.1)).isLessThanOrEqualTo(6);
    }

    /** 600 runs, each broken with a chance of at most 0.1: more than 84 would happen once in a thousand times. */
    @Test
    @Tag("full")
    void boundsFailNoMoreOftenThanTheySay() {
        assertThat(broken(100, 0.05, 0.1)).isLessThanOrEqualTo(84);
    }

    @Test
    void whereCutVerticesDecideNothingIsDrawn() {
        var star = new SampledBetweenness(Scale.STAR_CENTRE_ONE, 0.01, 0.1, 1).estimate(Networks.star(50));
        assertThat(star.samples()).isZero();
        assertThat(star.error()).isZero();
        assertThat(star.scores().at(0)).isEqualTo(1);
        var path = new SampledBetweenness(Scale.RAW, 0.01, 0.1, 1).estimate(Networks.path(30));
        assertThat(path.scores().at(10)).isEqualTo(10 * 19);
        assertThat(new SampledBetweenness(Scale.RAW, 0.01, 0.1, 1)
                        .estimate(Networks.pair())
                        .scores()
                        .toArray())
                .containsExactly(0, 0);
    }

    /** 3 to the 798 shortest paths from end to end, more than a double holds. */
    @Test
    void countsBeyondTheRangeOfADoubleStayProportions() {
        int rows = 800;
        List<int[]> edges = new java.util.ArrayList<>();
        for (int v = 0; v < 3 * (rows - 1); v++) {
            for (int w = 0; w < 3; w++) {
                edges.add(new int[] {v, (v / 3 + 1) * 3 + w});
            }
        }
        NetworkSnapshot ladder = Networks.edges(3 * rows, edges, Fold.SIMPLE);
        var estimate = new SampledBetweenness(Scale.RAW, 0.05, 0.1, 1).estimate(ladder);
        double middle = 3.0 * 400 * 399 + 1;
        assertThat(estimate.scores().at(1200)).isCloseTo(middle, within(0.05 * 2399 * 1199));
    }

    @Test
    void theBytesAreTheSameOnAnyNumberOfThreads() {
        NetworkSnapshot network = GraphFamilies.CASE_SHAPED.network(400, 5);
        var sampled = new SampledBetweenness(Scale.RAW, 0.02, 0.1, 7);
        assertThat(sampled.estimate(network, RunControl.PLAIN.withThreads(1)))
                .isEqualTo(sampled.estimate(network, RunControl.PLAIN.withThreads(3)));
        var harmonic = new SampledHarmonic(256, 0.1, 7);
        assertThat(harmonic.estimate(network, RunControl.PLAIN.withThreads(1)))
                .isEqualTo(harmonic.estimate(network, RunControl.PLAIN.withThreads(3)));
    }

    @Test
    void parallelTiesMakeAsManyPaths() {
        NetworkSnapshot square = network("a-b, a-b, b-d, a-c, c-d", Fold.MULTIGRAPH);
        var estimate = new SampledBetweenness(Scale.RAW, 0.02, 0.01, 3).estimate(square);
        assertThat(estimate.scores().at(1)).isCloseTo(2.0 / 3, within(0.06));
    }

    @Test
    void sampledHarmonicLiesWithinItsError() {
        int broken = 0;
        for (long seed = 1; seed <= 5; seed++) {
            for (NetworkSnapshot network : networks(seed)) {
                double[] exact = new Harmonic().on(network).toArray();
                var estimate = new SampledHarmonic(512, 0.1, seed).estimate(network, RunControl.PLAIN);
                for (int v = 0; v < exact.length; v++) {
                    if (Math.abs(exact[v] - estimate.scores().at(v)) > estimate.error()) {
                        broken++;
                        break;
                    }
                }
            }
        }
        // 30 runs at a tenth each.
        assertThat(broken).isLessThanOrEqualTo(9);
    }
}
