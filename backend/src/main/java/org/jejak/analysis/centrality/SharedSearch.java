package org.jejak.analysis.centrality;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.RunControl;

/**
 * Breadth-first search from up to 64 sources at once, one bit each (Then et al., <i>The more the merrier</i>, VLDB 2015):
 * a tie is walked once for all sources that meet it at the same distance.
 */
final class SharedSearch {

    static final int SOURCES = 64;

    private final int n;
    private final int[] offsets;
    private final int[] targets;
    private final long[] seen;
    private long[] wave;
    private long[] nextWave;

    SharedSearch(Adjacency network) {
        this.n = network.vertices();
        this.offsets = network.offsets();
        this.targets = network.targets();
        this.seen = new long[n];
        this.wave = new long[n];
        this.nextWave = new long[n];
    }

    /** For each vertex the sum of {@code part} of its distances to all others it reaches. */
    static double[] sums(Adjacency network, IntToDoubleFunction part, RunControl control, String step) {
        int n = network.vertices();
        double[] sums = new double[n];
        // How many are at one distance is a whole number, so order is no matter; the sum over distances is taken in
        // theirs.
        OrderedSum.of(0, (n + SOURCES - 1) / SOURCES, control, step, () -> {
            SharedSearch search = new SharedSearch(network);
            int[] reached = new int[SOURCES];
            return (piece, none) -> {
                int first = piece * SOURCES;
                int count = Math.min(n - first, SOURCES);
                int[] sources = new int[count];
                Arrays.setAll(sources, i -> first + i);
                search.begin(sources);
                for (int distance = 1; search.advance(); distance++) {
                    search.countBySource(reached);
                    double each = part.applyAsDouble(distance);
                    for (int s = 0; s < count; s++) {
                        sums[first + s] += reached[s] * each;
                    }
                }
            };
        });
        return sums;
    }

    /** Forgets what was searched before. A vertex may be a source more than once. */
    void begin(int[] sources) {
        Arrays.fill(seen, 0);
        Arrays.fill(wave, 0);
        for (int s = 0; s < sources.length; s++) {
            seen[sources[s]] |= 1L << s;
            wave[sources[s]] |= 1L << s;
        }
    }

    /** One step farther; false if nobody was met. */
    boolean advance() {
        Arrays.fill(nextWave, 0);
        for (int v = 0; v < n; v++) {
            long here = wave[v];
            if (here != 0) {
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    nextWave[targets[e]] |= here;
                }
            }
        }
        boolean any = false;
        for (int v = 0; v < n; v++) {
            long fresh = nextWave[v] & ~seen[v];
            nextWave[v] = fresh;
            seen[v] |= fresh;
            any |= fresh != 0;
        }
        long[] old = wave;
        wave = nextWave;
        nextWave = old;
        return any;
    }

    /** How many sources met {@code v} with the last step. */
    int met(int v) {
        return Long.bitCount(wave[v]);
    }

    /** How many each source met with the last step. */
    private void countBySource(int[] reached) {
        Arrays.fill(reached, 0);
        for (int v = 0; v < n; v++) {
            for (long left = wave[v]; left != 0; left &= left - 1) {
                reached[Long.numberOfTrailingZeros(left)]++;
            }
        }
    }
}
