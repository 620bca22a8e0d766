package org.jejak.analysis.centrality;

import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> Who is tied to those who are themselves tied to the well tied?
 *
 * <p><b>Formula.</b> {@code x = A x / λ} with the largest {@code λ}: everybody's score is proportional to the sum of their
 * contacts' scores.
 *
 * <p><b>Paper.</b> Bonacich, <i>Factoring and weighting approaches to status scores and clique identification</i>, J. Math.
 * Sociology 2 (1972).
 *
 * <p><b>Cost.</b> O(n + m) for each of at most 10,000 rounds; memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. Parallel ties weigh as many times,
 * strengths are not used. Loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> From 0 to 1, which the first has. Where the rounds do not settle, as on very long chains,
 * nobody has a value: a number that still moves would be none.
 *
 * <p><b>When it misleads.</b> It gathers in the densest corner; whoever joins two corners gets next to nothing, and in
 * another component than the densest all get 0. It says who belongs to the core, not who brokers.
 *
 * <pre>
 *   a---b---c        b 1, a and c 0.7071…
 * </pre>
 */
public record Eigenvector() implements CentralityMeasure {

    private static final double CLOSE_ENOUGH = 1e-13;
    private static final int MOST_ROUNDS = 10_000;

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int[] parallel = adjacency.multiplicities();
        double[] score = new double[n];
        if (targets.length == 0) {
            return NodeScores.of(network, score);
        }
        double[] next = new double[n];
        // Whoever has no ties begins at 0: from 1 they would only come close to it.
        Arrays.setAll(score, v -> offsets[v] == offsets[v + 1] ? 0 : 1);
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > CLOSE_ENOUGH; round++) {
            control.stop().check();
            double largest = 0;
            for (int v = 0; v < n; v++) {
                // One's own score is added, or a star would swing between its centre and its points for ever; it
                // changes
                // the speed and not the answer.
                double sum = score[v];
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    sum += score[targets[e]] * parallel[e];
                }
                next[v] = sum;
                largest = Math.max(largest, sum);
            }
            change = 0;
            for (int v = 0; v < n; v++) {
                double fresh = next[v] / largest;
                change = Math.max(change, Math.abs(fresh - score[v]));
                score[v] = fresh;
            }
        }
        if (change > CLOSE_ENOUGH) {
            Arrays.fill(score, Double.NaN);
        }
        return NodeScores.of(network, score);
    }
}
