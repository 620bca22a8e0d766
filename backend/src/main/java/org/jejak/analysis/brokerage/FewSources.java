package org.jejak.analysis.brokerage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jejak.analysis.Seeds;
import org.jejak.analysis.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a few sources and everybody else (Brandes and Pich, <i>Centrality estimation in large networks</i>,
 * Int. J. Bifurcation and Chaos 17, 2007). Where exact betweenness would take hours for each of a hundred networks, the same
 * few sources serve for all of them, the recorded one included: what is compared was then measured alike.
 */
final class FewSources {

    /** Actors from which betweenness is no longer asked from everybody. */
    static final int LARGE = 50_000;

    static final int SOURCES = 256;

    /** Path counts are brought down before they can leave the range of a double. */
    private static final double MOST_PATHS = 0x1p900;

    private final int n;
    private final int[] offsets;
    private final int[] targets;
    private final int @Nullable [] parallel;
    private final int[] distance;
    private final double[] paths;
    private final double[] dependency;
    private final int[] order;
    private double[] scale = new double[64];

    FewSources(int n, int[] offsets, int[] targets, int @Nullable [] parallel) {
        this.n = n;
        this.offsets = offsets;
        this.targets = targets;
        this.parallel = parallel;
        this.distance = new int[n];
        this.paths = new double[n];
        this.dependency = new double[n];
        this.order = new int[n];
    }

    /** Some actors of a large network, the same for one seed; null where it is small enough to ask all. */
    static int @Nullable [] of(int n, long seed) {
        if (n <= LARGE) {
            return null;
        }
        Random random = Seeds.random(seed, -4);
        int[] all = IntStream.range(0, n).toArray();
        for (int i = 0; i < SOURCES; i++) {
            int j = i + random.nextInt(n - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return Arrays.copyOf(all, SOURCES);
    }

    /** By vertex, summed over ordered pairs that begin at one of {@code sources}. */
    double[] between(int[] sources, StopSignal stop) {
        double[] sum = new double[n];
        for (int source : sources) {
            stop.check();
            int reached = spread(source);
            for (int i = reached - 1; i > 0; i--) {
                int w = order[i];
                double passed = (1 + dependency[w]) / paths[w] * scale[distance[w]];
                for (int e = offsets[w]; e < offsets[w + 1]; e++) {
                    int v = targets[e];
                    if (distance[v] == distance[w] - 1) {
                        dependency[v] += paths[v] * (parallel == null ? 1 : parallel[e]) * passed;
                    }
                }
                sum[w] += dependency[w];
            }
        }
        return sum;
    }

    private int spread(int source) {
        Arrays.fill(distance, -1);
        Arrays.fill(paths, 0);
        Arrays.fill(dependency, 0);
        distance[source] = 0;
        paths[source] = 1;
        order[0] = source;
        int tail = 1;
        int level = 0;
        int head = 0;
        while (head < tail) {
            int end = tail;
            scale(level, head, end);
            for (; head < end; head++) {
                int v = order[head];
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    int w = targets[e];
                    if (distance[w] < 0) {
                        distance[w] = level + 1;
                        order[tail++] = w;
                    }
                    if (distance[w] == level + 1) {
                        paths[w] += paths[v] * (parallel == null ? 1 : parallel[e]);
                    }
                }
            }
            level++;
        }
        return tail;
    }

    /** Only ratios of neighbouring waves are ever used, so a whole wave may be divided if the way back knows. */
    private void scale(int level, int from, int to) {
        if (level == scale.length) {
            scale = Arrays.copyOf(scale, 2 * level);
        }
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, paths[order[i]]);
        }
        scale[level] = 1;
        if (most > MOST_PATHS) {
            scale[level] = 1 / MOST_PATHS;
            for (int i = from; i < to; i++) {
                paths[order[i]] = Math.max(paths[order[i]] / MOST_PATHS, Double.MIN_NORMAL);
            }
        }
    }
}
