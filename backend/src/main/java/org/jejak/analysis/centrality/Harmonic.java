package org.jejak.analysis.centrality;

import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How near is somebody to everybody else, those they cannot reach at all included?
 *
 * <p><b>Formula.</b> {@code H(v) = Σ 1 / d(v,u)} over all others {@code u}, with {@code 1/∞ = 0}. Not divided by n - 1.
 *
 * <p><b>Paper.</b> Marchiori and Latora, <i>Harmony in the small-world</i>, Physica A 285 (2000); Boldi and Vigna,
 * <i>Axioms for centrality</i>, Internet Mathematics 10 (2014), where it alone of the distance measures meets all axioms.
 *
 * <p><b>Cost.</b> O(nm), memory O(n) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions, every tie is one step, parallel ties
 * change nothing, loops do not exist. Without ties: 0.
 *
 * <p><b>Range and scale.</b> 0 to n - 1, reached by whoever is tied to all.
 *
 * <p><b>When it misleads.</b> In a dense network all values are close together and their order says little. It rewards
 * being in the largest component, which may be the largest only because it was investigated most.
 *
 * <pre>
 *   a---b---c   d        b 2, a and c 1.5, d 0
 * </pre>
 */
public record Harmonic() implements CentralityMeasure {

    private static final int SOURCES_AT_ONCE = 64;

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int pieces = (n + SOURCES_AT_ONCE - 1) / SOURCES_AT_ONCE;
        // Sources of one piece search together, one bit each. Counting per distance is whole numbers, so order is no
        // matter; the sum over distances is taken in their order.
        double[] sums = new double[n];
        OrderedSum.of(0, pieces, control, "harmonic", () -> {
            SharedSearch search = new SharedSearch(n, offsets, targets);
            return (piece, none) -> {
                int first = piece * SOURCES_AT_ONCE;
                search.from(first, Math.min(n, first + SOURCES_AT_ONCE), sums);
            };
        });
        return NodeScores.of(network, sums);
    }

    /** Breadth-first search from up to 64 sources at once (Then et al., <i>The more the merrier</i>, VLDB 2015). */
    private static final class SharedSearch {
        private final int n;
        private final int[] offsets;
        private final int[] targets;
        private final long[] seen;
        private long[] wave;
        private long[] nextWave;
        private final int[] reached = new int[SOURCES_AT_ONCE];

        SharedSearch(int n, int[] offsets, int[] targets) {
            this.n = n;
            this.offsets = offsets;
            this.targets = targets;
            this.seen = new long[n];
            this.wave = new long[n];
            this.nextWave = new long[n];
        }

        void from(int first, int end, double[] sums) {
            Arrays.fill(seen, 0);
            Arrays.fill(wave, 0);
            for (int s = first; s < end; s++) {
                seen[s] = wave[s] = 1L << (s - first);
            }
            boolean moving = true;
            for (int distance = 1; moving; distance++) {
                moving = advance();
                for (int s = first; s < end; s++) {
                    sums[s] += (double) reached[s - first] / distance;
                }
            }
        }

        private boolean advance() {
            Arrays.fill(nextWave, 0);
            for (int v = 0; v < n; v++) {
                long here = wave[v];
                if (here != 0) {
                    for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                        nextWave[targets[e]] |= here;
                    }
                }
            }
            Arrays.fill(reached, 0);
            boolean any = false;
            for (int v = 0; v < n; v++) {
                long fresh = nextWave[v] & ~seen[v];
                nextWave[v] = fresh;
                seen[v] |= fresh;
                any |= fresh != 0;
                for (long left = fresh; left != 0; left &= left - 1) {
                    reached[Long.numberOfTrailingZeros(left)]++;
                }
            }
            long[] old = wave;
            wave = nextWave;
            nextWave = old;
            return any;
        }
    }
}
