package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import org.assertj.core.data.Offset;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.NodeScores;
import org.junit.jupiter.api.Test;

class BrokerageTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void theMiddleOfAPathIsACutVertex() {
        assertThat(new CutVertices().on(network("a-b, b-c, d")).toArray()).containsExactly(0, 1, 0, 0);
        assertThat(new CutVertices().on(Networks.ring(5)).toArray()).containsOnly(0);
    }

    @Test
    void constraintHasItsClosedForms() {
        assertThat(new Constraint().on(network("b-a, a-c")).toArray()).containsExactly(0.5, 1, 1);
        assertThat(new Constraint().on(Networks.clique(3)).toArray()).containsOnly(new double[] {1.125}, CLOSE);
        // In a clique each of n-1 contacts has (1/(n-1) + (n-2)/(n-1)^2)^2.
        assertThat(new Constraint().on(Networks.clique(6)).toArray())
                .containsOnly(new double[] {5 * Math.pow(1.0 / 5 + 4.0 / 25, 2)}, CLOSE);
    }

    @Test
    void whoHasNoTiesHasNeitherConstraintNorEffectiveSize() {
        NetworkSnapshot network = network("a-b, c");
        assertThat(new Constraint().on(network).of(actor("c"))).isEmpty();
        assertThat(new EffectiveSize().on(network).of(actor("c"))).isEmpty();
    }

    @Test
    void effectiveSizeIsContactsLessTheirMeanTies() {
        NodeScores size = new EffectiveSize().on(network("a-b, b-c, c-a, c-d"));
        assertThat(size.of(actor("c")).orElseThrow()).isCloseTo(3 - 2.0 / 3, CLOSE);
        assertThat(new EffectiveSize().on(Networks.star(8)).at(0)).isEqualTo(7);
        assertThat(new EffectiveSize().on(Networks.clique(8)).toArray()).containsOnly(new double[] {1}, CLOSE);
    }

    /** By the definition, with loops over everybody, instead of over triangles. */
    @Test
    void trianglesFindWhatTheDefinitionSays() {
        for (int seed = 1; seed < 9; seed++) {
            for (Fold fold : Fold.values()) {
                NetworkSnapshot network = Networks.random(30, 40 + 20 * seed, seed, fold);
                double[][] w = matrix(network);
                NodeScores constraint = new Constraint().on(network);
                NodeScores size = new EffectiveSize().on(network);
                for (int i = 0; i < 30; i++) {
                    if (sum(w[i]) > 0) {
                        assertThat(constraint.at(i)).isCloseTo(constraintOf(w, i), CLOSE);
                        assertThat(size.at(i)).isCloseTo(sizeOf(w, i), CLOSE);
                    }
                }
            }
        }
    }

    private static double[][] matrix(NetworkSnapshot network) {
        double[][] w = new double[network.size()][network.size()];
        network.graph().edgeSet().forEach(edge -> {
            w[network.vertex(edge.a())][network.vertex(edge.b())]++;
            w[network.vertex(edge.b())][network.vertex(edge.a())]++;
        });
        return w;
    }

    private static double sum(double[] row) {
        return java.util.Arrays.stream(row).sum();
    }

    private static double constraintOf(double[][] w, int i) {
        double all = 0;
        for (int j = 0; j < w.length; j++) {
            if (w[i][j] > 0) {
                double inside = w[i][j] / sum(w[i]);
                for (int q = 0; q < w.length; q++) {
                    inside += q == i || q == j ? 0 : w[i][q] / sum(w[i]) * (w[q][j] / Math.max(1, sum(w[q])));
                }
                all += inside * inside;
            }
        }
        return all;
    }

    private static double sizeOf(double[][] w, int i) {
        double all = 0;
        for (int j = 0; j < w.length; j++) {
            if (w[i][j] > 0) {
                double most = java.util.Arrays.stream(w[j]).max().orElseThrow();
                double redundant = 0;
                for (int q = 0; q < w.length; q++) {
                    redundant += q == i || q == j ? 0 : w[i][q] / sum(w[i]) * w[j][q] / most;
                }
                all += 1 - redundant;
            }
        }
        return all;
    }
}
