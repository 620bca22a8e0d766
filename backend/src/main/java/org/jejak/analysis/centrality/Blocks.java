package org.jejak.analysis.centrality;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The biconnected blocks of a network and what hangs on each of their vertices (Hopcroft and Tarjan 1973, without
 * recursion: a chain of a million actors must not overflow the stack). Every tie lies in exactly one block; a block of
 * one tie is a bridge. A shortest path between two blocks must pass the cut vertices between them, so path counting
 * can be done block by block if each vertex is weighted with what hangs behind it. Cost n + m.
 */
public final class Blocks {

    private final int n;
    private final int[] offsets;
    private final int[] targets;
    /** Ends of the ties of all blocks with more than one tie, one block after the other: smaller, larger, smaller, … */
    private final IntArrayList ties = new IntArrayList();

    private final IntArrayList firstTie = new IntArrayList();
    /** The vertex by which the block hangs on the rest of the search tree. */
    private final IntArrayList top = new IntArrayList();
    /** How many vertices lie in the block and below it, its top not counted. */
    private final IntArrayList below = new IntArrayList();

    /** Of each bridge the end nearer to the root of the search, the other, and how many lie on the side of that. */
    private final IntArrayList bridges = new IntArrayList();

    private final int[] hanging;
    private final double[] squares;
    private final int[] sides;
    private final int[] component;
    private final IntArrayList componentSizes = new IntArrayList();
    private int[] slotOfTie = new int[64];
    private int open;

    private Blocks(int n, int[] offsets, int[] targets) {
        this.n = n;
        this.offsets = offsets;
        this.targets = targets;
        this.hanging = new int[n];
        this.squares = new double[n];
        this.sides = new int[n];
        this.component = new int[n];
        Arrays.fill(component, -1);
    }

    /**
     * @param offsets and {@code targets}: compressed adjacency as {@link org.jejak.analysis.Adjacency} gives it
     */
    public static Blocks of(int n, int[] offsets, int[] targets) {
        Blocks blocks = new Blocks(n, offsets, targets);
        blocks.search();
        return blocks;
    }

    private void search() {
        int[] entered = new int[n];
        int[] low = new int[n];
        int[] parent = new int[n];
        int[] size = new int[n];
        int[] next = Arrays.copyOf(offsets, n);
        int[] path = new int[n];
        int[] source = new int[64];
        int clock = 0;
        for (int root = 0; root < n; root++) {
            if (entered[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            parent[root] = -1;
            entered[root] = low[root] = ++clock;
            size[root] = 1;
            int number = componentSizes.size();
            component[root] = number;
            while (depth >= 0) {
                int v = path[depth];
                if (next[v] < offsets[v + 1]) {
                    int w = targets[next[v]++];
                    if (entered[w] == 0) {
                        source = push(source, v, w);
                        entered[w] = low[w] = ++clock;
                        parent[w] = v;
                        size[w] = 1;
                        component[w] = number;
                        path[++depth] = w;
                    } else if (w != parent[v] && entered[w] < entered[v]) {
                        source = push(source, v, w);
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
                        close(source, u, v, size[v]);
                    }
                }
            }
            componentSizes.add(size[root]);
        }
        firstTie.add(ties.size() / 2);
        for (int v = 0; v < n; v++) {
            int rest = componentSize(v) - 1 - hanging[v];
            if (rest > 0) {
                sides[v]++;
                squares[v] += (double) rest * rest;
            }
        }
    }

    private int[] push(int[] source, int v, int w) {
        if (open == slotOfTie.length) {
            slotOfTie = Arrays.copyOf(slotOfTie, 2 * open);
            source = Arrays.copyOf(source, 2 * open);
        }
        source[open] = v;
        slotOfTie[open++] = w;
        return source;
    }

    private void close(int[] source, int u, int v, int belowTop) {
        int last = open;
        do {
            open--;
        } while (source[open] != u || slotOfTie[open] != v);
        // A bridge has no inside: nothing can lie between its two ends.
        if (last - open == 1) {
            bridges.add(u);
            bridges.add(v);
            bridges.add(belowTop);
        } else {
            firstTie.add(ties.size() / 2);
            top.add(u);
            below.add(belowTop);
            for (int t = open; t < last; t++) {
                ties.add(source[t]);
                ties.add(slotOfTie[t]);
            }
        }
        hanging[u] += belowTop;
        sides[u]++;
        squares[u] += (double) belowTop * belowTop;
    }

    /** Blocks of more than one tie. */
    public int count() {
        return top.size();
    }

    /** Ties without which some who reach each other would not: as many numbers as {@link #bridge} takes. */
    public int bridgeCount() {
        return bridges.size() / 3;
    }

    /** Both ends of a bridge, and how many lie on the side of the second. */
    public int[] bridge(int number) {
        return new int[] {bridges.getInt(3 * number), bridges.getInt(3 * number + 1), bridges.getInt(3 * number + 2)};
    }

    int tieCount(int block) {
        return firstTie.getInt(block + 1) - firstTie.getInt(block);
    }

    int tieEnd(int block, int tie, int end) {
        return ties.getInt(2 * (firstTie.getInt(block) + tie) + end);
    }

    /** The vertex itself and all that hang on it outside the block. */
    int weight(int block, int v) {
        return v == top.getInt(block) ? componentSize(v) - below.getInt(block) : 1 + hanging[v];
    }

    /** Number of actors that can be reached from {@code v}, {@code v} included. */
    public int componentSize(int v) {
        return componentSizes.getInt(component[v]);
    }

    /** Number of the component {@code v} lies in. */
    public int component(int v) {
        return component[v];
    }

    /** Whether some who reach each other through {@code v} could not reach each other without. */
    public boolean isCut(int v) {
        return sides[v] > 1;
    }

    /** Pairs of others that lie on different sides of {@code v}: all their paths run through it. */
    double pairsSeparated(int v) {
        double others = componentSize(v) - 1.0;
        return (others * others - squares[v]) / 2;
    }
}
