package org.jejak.analysis.centrality;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One block made ready for path counting: a small network of its own in which vertices with the same neighbours are one
 * class. Twins lie on the same shortest paths in turn, so one search serves all of them and one member's score is every
 * member's. Classes are numbered in breadth-first order from the busiest one, so that a search walks through memory
 * nearly in order.
 */
final class BlockNetwork {

    /** Number of classes. */
    final int size;

    final int[] offsets;
    final int[] targets;
    /** Parallel ties by slot, null where no pair has more than one. */
    final double @Nullable [] multiplicity;
    /** Members of each class. */
    final double[] members;
    /** Summed weight of each class: its members and all that hangs on them. */
    final double[] weight;

    private final int[] vertices;
    private final int[] classOfVertex;
    /** What the pairs of non-adjacent twins add to each vertex between them; indexed as {@link #vertices}. */
    private final double[] betweenTwins;

    private BlockNetwork(Local local, int[] classOf, int classes) {
        this.size = classes;
        this.vertices = local.vertices;
        int k = vertices.length;
        int[] representative = new int[classes];
        Arrays.fill(representative, -1);
        double[] classMembers = new double[classes];
        double[] classWeight = new double[classes];
        double[] classSquares = new double[classes];
        for (int x = 0; x < k; x++) {
            int c = classOf[x];
            representative[c] = representative[c] < 0 ? x : representative[c];
            classMembers[c]++;
            classWeight[c] += local.weight[x];
            classSquares[c] += local.weight[x] * local.weight[x];
        }
        this.betweenTwins = new double[k];
        for (int c = 0; c < classes; c++) {
            int x = representative[c];
            if (classMembers[c] > 1 && !local.tiesInside(x, c, classOf)) {
                spread(local, x, (classWeight[c] * classWeight[c] - classSquares[c]) / 2);
            }
        }
        int[][] lists = new int[classes][];
        double[][] parallel = new double[classes][];
        for (int c = 0; c < classes; c++) {
            local.quotient(representative[c], c, classOf, representative, lists, parallel);
        }
        int[] position = breadthFirst(lists);
        this.members = new double[classes];
        this.weight = new double[classes];
        this.offsets = new int[classes + 1];
        int[] classAt = new int[classes];
        for (int c = 0; c < classes; c++) {
            classAt[position[c]] = c;
        }
        int slots = 0;
        for (int p = 0; p < classes; p++) {
            members[p] = classMembers[classAt[p]];
            weight[p] = classWeight[classAt[p]];
            slots += lists[classAt[p]].length;
            offsets[p + 1] = slots;
        }
        this.targets = new int[slots];
        this.multiplicity = local.parallel == null ? null : new double[slots];
        for (int p = 0; p < classes; p++) {
            int[] list = lists[classAt[p]];
            for (int i = 0; i < list.length; i++) {
                targets[offsets[p] + i] = position[list[i]];
                if (multiplicity != null) {
                    multiplicity[offsets[p] + i] = parallel[classAt[p]][i];
                }
            }
            if (multiplicity == null) {
                Arrays.sort(targets, offsets[p], offsets[p + 1]);
            }
        }
        this.classOfVertex = new int[k];
        for (int x = 0; x < k; x++) {
            classOfVertex[x] = position[classOf[x]];
        }
    }

    private void spread(Local local, int x, double pairs) {
        double paths = 0;
        for (int i = local.offsets[x]; i < local.offsets[x + 1]; i++) {
            paths += local.parallel(i) * local.parallel(i);
        }
        for (int i = local.offsets[x]; i < local.offsets[x + 1]; i++) {
            betweenTwins[local.targets[i]] += pairs * local.parallel(i) * local.parallel(i) / paths;
        }
    }

    private static int[] breadthFirst(int[][] lists) {
        int classes = lists.length;
        int start = 0;
        for (int c = 1; c < classes; c++) {
            start = lists[c].length > lists[start].length ? c : start;
        }
        int[] position = new int[classes];
        Arrays.fill(position, -1);
        int[] queue = new int[classes];
        queue[0] = start;
        position[start] = 0;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            for (int c : lists[queue[head]]) {
                if (position[c] < 0) {
                    position[c] = tail;
                    queue[tail++] = c;
                }
            }
        }
        return position;
    }

    /** Adds the classes' scores, and what twins see between each other, to the vertices of the whole network. */
    void scatter(double[] classScores, double[] scores) {
        for (int x = 0; x < vertices.length; x++) {
            scores[vertices[x]] += classScores[classOfVertex[x]];
        }
    }

    void scatterTwins(double[] scores) {
        for (int x = 0; x < vertices.length; x++) {
            scores[vertices[x]] += betweenTwins[x];
        }
    }

    /**
     * @param local a scratch array of one entry for each vertex of the whole network, all -1, and left so
     * @param parallelTies number of parallel ties of two vertices, null where it is always 1
     */
    static BlockNetwork of(Blocks blocks, int block, int[] local, @Nullable ParallelTies parallelTies) {
        Local inside = new Local(blocks, block, local, parallelTies);
        int[] classOf = new int[inside.vertices.length];
        int classes = Twins.find(inside, classOf);
        return new BlockNetwork(inside, classOf, classes);
    }

    /** How many ties run parallel between two vertices of the whole network. */
    @FunctionalInterface
    interface ParallelTies {
        int between(int u, int v);
    }

    /** The block before twins are merged: its vertices in ascending order, renumbered from 0. */
    static final class Local {
        final int[] vertices;
        final int[] offsets;
        final int[] targets;
        final double @Nullable [] parallel;
        final double[] weight;

        Local(Blocks blocks, int block, int[] local, @Nullable ParallelTies parallelTies) {
            int m = blocks.tieCount(block);
            int[] found = new int[2 * m];
            int k = 0;
            for (int t = 0; t < 2 * m; t++) {
                int v = blocks.tieEnd(block, t >> 1, t & 1);
                if (local[v] < 0) {
                    local[v] = 0;
                    found[k++] = v;
                }
            }
            this.vertices = Arrays.copyOf(found, k);
            Arrays.sort(vertices);
            this.weight = new double[k];
            for (int x = 0; x < k; x++) {
                local[vertices[x]] = x;
                weight[x] = blocks.weight(block, vertices[x]);
            }
            this.offsets = new int[k + 1];
            for (int t = 0; t < 2 * m; t++) {
                offsets[local[blocks.tieEnd(block, t >> 1, t & 1)] + 1]++;
            }
            for (int x = 0; x < k; x++) {
                offsets[x + 1] += offsets[x];
            }
            this.targets = new int[2 * m];
            int[] next = offsets.clone();
            for (int t = 0; t < m; t++) {
                int x = local[blocks.tieEnd(block, t, 0)];
                int y = local[blocks.tieEnd(block, t, 1)];
                targets[next[x]++] = y;
                targets[next[y]++] = x;
            }
            for (int x = 0; x < k; x++) {
                IntArrays.quickSort(targets, offsets[x], offsets[x + 1]);
            }
            this.parallel = parallelTies == null ? null : new double[2 * m];
            for (int x = 0; x < k && parallelTies != null && parallel != null; x++) {
                for (int i = offsets[x]; i < offsets[x + 1]; i++) {
                    parallel[i] = parallelTies.between(vertices[x], vertices[targets[i]]);
                }
            }
            for (int v : vertices) {
                local[v] = -1;
            }
        }

        double parallel(int slot) {
            return parallel == null ? 1 : parallel[slot];
        }

        boolean tiesInside(int x, int c, int[] classOf) {
            for (int i = offsets[x]; i < offsets[x + 1]; i++) {
                if (classOf[targets[i]] == c) {
                    return true;
                }
            }
            return false;
        }

        void quotient(int x, int c, int[] classOf, int[] representative, int[][] lists, double[][] manifold) {
            int[] list = new int[offsets[x + 1] - offsets[x]];
            double[] counts = new double[list.length];
            int length = 0;
            for (int i = offsets[x]; i < offsets[x + 1]; i++) {
                int d = classOf[targets[i]];
                if (d != c && representative[d] == targets[i]) {
                    counts[length] = parallel(i);
                    list[length++] = d;
                }
            }
            lists[c] = Arrays.copyOf(list, length);
            manifold[c] = Arrays.copyOf(counts, length);
        }
    }
}
