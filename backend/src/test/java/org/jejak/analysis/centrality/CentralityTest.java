package org.jejak.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.NodeScores;
import org.junit.jupiter.api.Test;

/** Closed forms and published values on networks one can draw. */
class CentralityTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static double[] betweenness(NetworkSnapshot network) {
        return new Betweenness(Scale.RAW).on(network).toArray();
    }

    @Test
    void starCentreScoresOne() {
        NodeScores scaled = new Betweenness(Scale.STAR_CENTRE_ONE).on(Networks.star(9));
        assertThat(scaled.at(0)).isEqualTo(1);
        assertThat(scaled.at(5)).isZero();
        assertThat(betweenness(network("a-b, a-c, a-d, a-e"))).containsExactly(6, 0, 0, 0, 0);
    }

    @Test
    void theScaleDoesNotOverflowOnALargeStar() {
        assertThat(new Betweenness(Scale.STAR_CENTRE_ONE)
                        .on(Networks.star(50_000))
                        .at(0))
                .isEqualTo(1);
    }

    @Test
    void scaledBetweennessDoesNotExistBelowThreeActors() {
        assertThat(new Betweenness(Scale.STAR_CENTRE_ONE).on(Networks.pair()).of(actor("a")))
                .isEmpty();
        assertThat(betweenness(Networks.pair())).containsExactly(0, 0);
        assertThat(betweenness(Networks.empty())).isEmpty();
        assertThat(betweenness(Networks.single())).containsExactly(0);
    }

    @Test
    void onAPathBetweennessIsTheProductOfItsSides() {
        double[] raw = betweenness(Networks.path(30));
        for (int v = 0; v < 30; v++) {
            assertThat(raw[v]).isEqualTo(v * (29.0 - v));
        }
    }

    @Test
    void onARingEveryoneHasTheClosedForm() {
        for (int n = 4; n < 14; n++) {
            double expected = n % 2 == 0 ? (n - 2) * (n - 2) / 8.0 : (n - 1) * (n - 3) / 8.0;
            assertThat(betweenness(Networks.ring(n))).containsOnly(new double[] {expected}, CLOSE);
        }
    }

    @Test
    void inACliqueNobodyIsBetween() {
        assertThat(betweenness(Networks.clique(8))).containsOnly(0);
    }

    @Test
    void islandsDoNotAddToEachOther() {
        assertThat(betweenness(network("a-b, b-c, x-y, y-z"))).containsExactly(0, 1, 0, 0, 1, 0);
    }

    /** Krackhardt, Administrative Science Quarterly 35 (1990): Heather, with three ties, is the broker. */
    @Test
    void kiteHasItsPublishedBetweenness() {
        NodeScores scaled = new Betweenness(Scale.STAR_CENTRE_ONE).on(Networks.kite());
        double[] published = {0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0};
        for (int v = 0; v < 10; v++) {
            assertThat(scaled.at(v)).isCloseTo(published[v], within(0.0005));
        }
        assertThat(betweenness(Networks.kite())[7]).isCloseTo(14, CLOSE);
    }

    /**
     * <pre>
     *   a===b
     *   |   |      two of the three shortest ways from a to d run through b
     *   c---d
     * </pre>
     */
    @Test
    void parallelTiesMakeAsManyPaths() {
        NetworkSnapshot square = network("a-b, a-b, b-d, a-c, c-d", Fold.MULTIGRAPH);
        NodeScores raw = new Betweenness(Scale.RAW).on(square);
        assertThat(raw.of(actor("b")).orElseThrow()).isCloseTo(2.0 / 3, CLOSE);
        assertThat(raw.of(actor("c")).orElseThrow()).isCloseTo(1.0 / 3, CLOSE);
        NodeScores folded = new Betweenness(Scale.RAW).on(network("a-b, a-b, b-d, a-c, c-d"));
        assertThat(folded.of(actor("b")).orElseThrow()).isCloseTo(0.5, CLOSE);
    }

    /**
     * 800 rows of three, each tied to all of the next: 3 to the 798 shortest paths from end to end, more than a double
     * holds. In a row of its own, somebody lies on a third of what passes it, and between those of the rows beside it.
     */
    @Test
    void pathCountsBeyondTheRangeOfADoubleStayRight() {
        int rows = 800;
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < 3 * (rows - 1); v++) {
            for (int w = 0; w < 3; w++) {
                edges.add(new int[] {v, (v / 3 + 1) * 3 + w});
            }
        }
        double[] raw = betweenness(Networks.edges(3 * rows, edges, Fold.SIMPLE));
        List<int[]> twice = new ArrayList<>(edges);
        twice.addAll(edges);
        double[] parallel = betweenness(Networks.edges(3 * rows, twice, Fold.MULTIGRAPH));
        for (int v = 0; v < raw.length; v++) {
            int row = v / 3;
            double expected = 3.0 * row * (rows - 1 - row);
            for (int beside : new int[] {row - 1, row + 1}) {
                boolean end = beside == 0 || beside == rows - 1;
                expected += beside < 0 || beside >= rows ? 0 : 3.0 / (end ? 3 : 6);
            }
            assertThat(raw[v]).isCloseTo(expected, within(1e-9 * expected));
            assertThat(parallel[v]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void degreeCountsParallelTiesOnlyWhereTheyAreKept() {
        assertThat(new Degree().on(network("a-b, a-b, b-c")).toArray()).containsExactly(1, 2, 1);
        assertThat(new Degree().on(network("a-b, a-b, b-c", Fold.MULTIGRAPH)).toArray())
                .containsExactly(2, 3, 1);
    }

    @Test
    void harmonicSumsInverseDistancesAndIgnoresTheUnreachable() {
        assertThat(new Harmonic().on(network("a-b, b-c, d")).toArray()).containsExactly(1.5, 2, 1.5, 0);
        assertThat(new Harmonic().on(Networks.star(100)).at(0)).isEqualTo(99);
        assertThat(new Harmonic().on(network("a-b, a-b, b-c", Fold.MULTIGRAPH)).toArray())
                .containsExactly(1.5, 2, 1.5);
    }

    @Test
    void pageRankOfAPathOfThreeHasItsClosedForm() {
        double[] rank = new PageRank().on(network("a-b, b-c")).toArray();
        assertThat(rank[1]).isCloseTo(0.135 / 0.2775, CLOSE);
        assertThat(rank[0]).isCloseTo((1 - 0.135 / 0.2775) / 2, CLOSE);
        assertThat(new PageRank().on(Networks.ring(7)).toArray()).containsOnly(new double[] {1.0 / 7}, CLOSE);
    }

    @Test
    void coresAreThoseOneSees() {
        assertThat(new Coreness().on(network("a-b, b-c, c-a, c-d, e")).toArray())
                .containsExactly(2, 2, 2, 1, 0);
        assertThat(new Coreness().on(Networks.clique(6)).toArray()).containsOnly(5);
        assertThat(new Coreness().on(network("a-b, a-b, b-c", Fold.MULTIGRAPH)).toArray())
                .containsExactly(1, 1, 1);
    }
}
