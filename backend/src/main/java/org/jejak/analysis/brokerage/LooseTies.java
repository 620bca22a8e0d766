package org.jejak.analysis.brokerage;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.centrality.BetweennessKernel;
import org.jspecify.annotations.Nullable;

/**
 * Ties as a list of ends, for networks that are made by the hundred, measured once and thrown away. Pairs may occur more
 * than once.
 */
final class LooseTies {

    private static final RunControl ONE_THREAD = RunControl.PLAIN.withThreads(1);

    private int[] one = new int[64];
    private int[] other = new int[64];
    private int count;

    void add(int a, int b) {
        if (count == one.length) {
            one = Arrays.copyOf(one, 2 * count);
            other = Arrays.copyOf(other, 2 * count);
        }
        one[count] = a;
        other[count++] = b;
    }

    int count() {
        return count;
    }

    int one(int tie) {
        return one[tie];
    }

    int other(int tie) {
        return other[tie];
    }

    double[] betweenness(int n, boolean folded, RunControl control) {
        return betweenness(n, folded, null, control);
    }

    /**
     * Raw betweenness, rounded to nine significant digits.
     *
     * @param folded whether a pair that occurs twice is one tie or two
     * @param sources only what lies between these and everybody; null for all
     */
    double[] betweenness(int n, boolean folded, int @Nullable [] sources, RunControl control) {
        int[] offsets = new int[n + 1];
        for (int t = 0; t < count; t++) {
            offsets[one[t] + 1]++;
            offsets[other[t] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] next = Arrays.copyOf(offsets, n);
        int[] targets = new int[2 * count];
        for (int t = 0; t < count; t++) {
            targets[next[one[t]]++] = other[t];
            targets[next[other[t]]++] = one[t];
        }
        int[] merged = new int[n + 1];
        int[] parallel = new int[targets.length];
        int length = 0;
        boolean anyParallel = false;
        for (int v = 0; v < n; v++) {
            IntArrays.quickSort(targets, offsets[v], offsets[v + 1]);
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                if (length > merged[v] && targets[length - 1] == targets[e]) {
                    parallel[length - 1]++;
                    anyParallel = true;
                } else {
                    parallel[length] = 1;
                    targets[length++] = targets[e];
                }
            }
            merged[v + 1] = length;
        }
        int[] ends = Arrays.copyOf(targets, length);
        int[] copies = anyParallel && !folded ? Arrays.copyOf(parallel, length) : null;
        double[] scores = sources == null
                ? BetweennessKernel.on(
                        n, merged, ends, copies, new RunControl(control.stop(), ONE_THREAD.progress(), 1))
                : new FewSources(n, merged, ends, copies).between(sources, control.stop());
        for (int v = 0; v < n; v++) {
            scores[v] = SignificantDigits.nine(scores[v]);
        }
        return scores;
    }

    /** Size of the largest component. */
    int largestComponent(int n) {
        int[] parent = new int[n];
        int[] size = new int[n];
        for (int v = 0; v < n; v++) {
            parent[v] = v;
            size[v] = 1;
        }
        int largest = n == 0 ? 0 : 1;
        for (int t = 0; t < count; t++) {
            int a = root(parent, one[t]);
            int b = root(parent, other[t]);
            if (a != b) {
                parent[a] = b;
                size[b] += size[a];
                largest = Math.max(largest, size[b]);
            }
        }
        return largest;
    }

    static int root(int[] parent, int v) {
        while (parent[v] != v) {
            parent[v] = parent[parent[v]];
            v = parent[v];
        }
        return v;
    }
}
