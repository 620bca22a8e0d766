package org.jejak.analysis.disruption;

import java.util.Arrays;

/**
 * What each further removal would leave, for all of them by one depth-first search: the sides of a vertex are the subtrees
 * of the search that hang on it alone, and the rest. Memory is taken once; a search costs n + m.
 */
final class SideSizes {

    private final int n;
    private final int[] offsets;
    private final int[] targets;
    private final int[] entered;
    private final int[] low;
    private final int[] size;
    private final int[] next;
    private final int[] path;
    private final int[] parent;
    private final int[] order;
    private final int[] hanging;
    private final double[] squares;
    /** Ordered pairs that still reach each other if the vertex goes too; defined for all who remain. */
    final double[] pairsWithout;

    private double pairs;
    private int largest;

    SideSizes(int n, int[] offsets, int[] targets) {
        this.n = n;
        this.offsets = offsets;
        this.targets = targets;
        this.entered = new int[n];
        this.low = new int[n];
        this.size = new int[n];
        this.next = new int[n];
        this.path = new int[n];
        this.parent = new int[n];
        this.order = new int[n];
        this.hanging = new int[n];
        this.squares = new double[n];
        this.pairsWithout = new double[n];
    }

    /** Ordered pairs that reach each other. */
    double pairs() {
        return pairs;
    }

    /** Size of the largest component. */
    int largest() {
        return largest;
    }

    void look(boolean[] removed) {
        Arrays.fill(entered, 0);
        Arrays.fill(hanging, 0);
        Arrays.fill(squares, 0);
        System.arraycopy(offsets, 0, next, 0, n);
        pairs = 0;
        largest = 0;
        int clock = 0;
        int visited = 0;
        for (int root = 0; root < n; root++) {
            if (removed[root] || entered[root] != 0) {
                continue;
            }
            int from = visited;
            int depth = 0;
            path[0] = root;
            parent[root] = -1;
            order[visited++] = root;
            entered[root] = low[root] = ++clock;
            size[root] = 1;
            while (depth >= 0) {
                int v = path[depth];
                if (next[v] < offsets[v + 1]) {
                    int w = targets[next[v]++];
                    if (removed[w]) {
                        continue;
                    }
                    if (entered[w] == 0) {
                        entered[w] = low[w] = ++clock;
                        parent[w] = v;
                        size[w] = 1;
                        order[visited++] = w;
                        path[++depth] = w;
                    } else if (w != parent[v]) {
                        low[v] = Math.min(low[v], entered[w]);
                    }
                    continue;
                }
                depth--;
                if (depth >= 0) {
                    int u = path[depth];
                    size[u] += size[v];
                    low[u] = Math.min(low[u], low[v]);
                    if (low[v] >= entered[u]) {
                        hanging[u] += size[v];
                        squares[u] += (double) size[v] * size[v];
                    }
                }
            }
            double all = size[root];
            pairs += all * (all - 1);
            largest = Math.max(largest, size[root]);
            for (int i = from; i < visited; i++) {
                int v = order[i];
                double rest = all - 1 - hanging[v];
                pairsWithout[v] = squares[v] + rest * rest - (all - 1) - all * (all - 1);
            }
        }
        for (int i = 0; i < visited; i++) {
            pairsWithout[order[i]] += pairs;
        }
    }
}
