package org.jejak.analysis.centrality;

import java.util.SplittableRandom;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Seeds;

/**
 * <b>Question.</b> How near is somebody to everybody else, where the network is too large to measure from everybody; and
 * within which bounds is that certain?
 *
 * <p><b>Formula.</b> As {@link Harmonic}, from {@code pivots} actors drawn at random with repetition: {@code n / pivots · Σ
 * 1 / d(v,p)}, a pivot's distance to itself counting 0. All true values lie within {@code error} of theirs at once, except
 * with the chance {@code failure}, by the spread that was seen.
 *
 * <p><b>Paper.</b> Eppstein and Wang, <i>Fast approximation of centrality</i>, J. Graph Algorithms Appl. 8 (2004); bounds by
 * Maurer and Pontil, <i>Empirical Bernstein bounds and sample variance penalization</i>, COLT 2009.
 *
 * <p><b>Cost.</b> O(m D pivots / 64) with D steps across the network; memory O(n + m) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As {@link Harmonic}.
 *
 * <p><b>Range and scale.</b> As {@link Harmonic}, from 0 to n.
 *
 * <p><b>When it misleads.</b> As {@link Harmonic}; and scores nearer to each other than their errors say nothing about who
 * is nearer.
 *
 * <pre>
 *   a---b        both 1, as far as the bounds allow
 * </pre>
 *
 * @param pivots a multiple of 64
 * @param failure chance that any true value lies outside its bounds
 */
public record SampledHarmonic(int pivots, double failure, long seed) implements CentralityMeasure {

    public SampledHarmonic {
        if (pivots < SharedSearch.SOURCES || pivots % SharedSearch.SOURCES != 0 || !(failure > 0 && failure < 1)) {
            throw new IllegalArgumentException("pivots come in dozens of 64, and the chance of failing lies in (0, 1)");
        }
    }

    /**
     * @param error how far the farthest true value may lie from its score
     */
    public record Estimate(NodeScores scores, double error) {}

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        return estimate(network, control).scores();
    }

    public Estimate estimate(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int threads = Math.max(1, Math.min(control.threads(), pivots / SharedSearch.SOURCES));
        long[][] atDistance = new long[0][];
        // Whole numbers by distance, so that it does not matter who adds first; a share of the pivots for each thread.
        var parts = ParallelRuns.each(
                threads, control.quietly(), "sampled harmonic", part -> counts(adjacency, part, threads, control));
        for (int[][] part : parts) {
            atDistance =
                    atDistance.length < part.length ? java.util.Arrays.copyOf(atDistance, part.length) : atDistance;
            for (int d = 0; d < part.length; d++) {
                atDistance[d] = atDistance[d] == null ? new long[n] : atDistance[d];
                for (int v = 0; v < n; v++) {
                    atDistance[d][v] += part[d][v];
                }
            }
        }
        double nats = Math.log(4.0 * n / failure);
        double[] scores = new double[n];
        double largest = 0;
        for (int v = 0; v < n; v++) {
            double sum = 0;
            double squares = 0;
            for (int d = 0; d < atDistance.length; d++) {
                double near = 1.0 / (d + 1);
                sum += atDistance[d][v] * near;
                squares += atDistance[d][v] * near * near;
            }
            double mean = sum / pivots;
            double variance = Math.max(0, (squares - sum * mean) / (pivots - 1));
            double error = Math.sqrt(2 * variance * nats / pivots) + 7 * nats / (3.0 * (pivots - 1));
            largest = Math.max(largest, error);
            scores[v] = mean * n;
        }
        return new Estimate(NodeScores.of(network, scores), largest * n);
    }

    private int[][] counts(Adjacency network, int part, int parts, RunControl control) {
        int n = network.vertices();
        SharedSearch search = new SharedSearch(network);
        int[][] counts = new int[0][];
        int runs = pivots / SharedSearch.SOURCES;
        for (int run = part; run < runs && n > 0; run += parts) {
            control.stop().check();
            SplittableRandom random = new SplittableRandom(Seeds.of(seed, run));
            search.begin(random.ints(SharedSearch.SOURCES, 0, n).toArray());
            for (int d = 0; search.advance(); d++) {
                if (d == counts.length) {
                    counts = java.util.Arrays.copyOf(counts, d + 1);
                    counts[d] = new int[n];
                }
                for (int v = 0; v < n; v++) {
                    counts[d][v] += search.met(v);
                }
            }
            control.progress().advanced("sampled harmonic", (double) (run + 1) / runs);
        }
        return counts;
    }
}
