package org.jejak.analysis;

/**
 * The network as plain numbers, for kernels that cannot afford objects: vertex {@code v} is the {@code v}-th actor in id
 * order, its neighbours stand in {@code targets[offsets[v]] … targets[offsets[v + 1] - 1]}, ascending, each once.
 * Every array handed out is the caller's own copy, so nothing a kernel does can reach the snapshot.
 */
public final class Adjacency {

    private final int[] offsets;
    private final int[] targets;
    private final int[] pairs;
    private final int[] multiplicity;
    private final double[] strength;

    /**
     * @param n vertices, numbered from 0
     * @param smaller smaller end of each pair; pairs are sorted by smaller then larger end and none occurs twice
     * @param larger larger end of each pair
     * @param multiplicity parallel ties of each pair
     * @param strength summed strength of each pair
     */
    Adjacency(int n, int[] smaller, int[] larger, int[] multiplicity, double[] strength) {
        int m = smaller.length;
        this.offsets = new int[n + 1];
        for (int e = 0; e < m; e++) {
            offsets[smaller[e] + 1]++;
            offsets[larger[e] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        this.targets = new int[2 * m];
        this.pairs = new int[2 * m];
        int[] next = offsets.clone();
        // First towards the smaller neighbours, then towards the larger ones: each list comes out ascending.
        for (int e = 0; e < m; e++) {
            targets[next[larger[e]]] = smaller[e];
            pairs[next[larger[e]]++] = e;
        }
        for (int e = 0; e < m; e++) {
            targets[next[smaller[e]]] = larger[e];
            pairs[next[smaller[e]]++] = e;
        }
        this.multiplicity = multiplicity;
        this.strength = strength;
    }

    public int vertices() {
        return offsets.length - 1;
    }

    /** Pairs of actors that are tied at all. */
    public int pairCount() {
        return multiplicity.length;
    }

    /** Number of distinct neighbours. */
    public int neighbours(int v) {
        return offsets[v + 1] - offsets[v];
    }

    /** The {@code i}-th neighbour of {@code v}, in ascending order. */
    public int neighbour(int v, int i) {
        return targets[offsets[v] + i];
    }

    /** Where the pair of {@code u} and {@code v} stands among the sorted pairs, or -1 if they are not tied. */
    public int pair(int u, int v) {
        if (neighbours(u) > neighbours(v)) {
            return pair(v, u);
        }
        int at = java.util.Arrays.binarySearch(targets, offsets[u], offsets[u + 1], v);
        return at < 0 ? -1 : pairs[at];
    }

    public int[] offsets() {
        return offsets.clone();
    }

    public int[] targets() {
        return targets.clone();
    }

    /** For each slot of {@link #targets()} the number of parallel ties; all 1 where ties are folded. */
    public int[] multiplicities() {
        int[] slots = new int[pairs.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = multiplicity[pairs[i]];
        }
        return slots;
    }

    /** For each slot of {@link #targets()} the summed strength of the tie. */
    public double[] strengths() {
        double[] slots = new double[pairs.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = strength[pairs[i]];
        }
        return slots;
    }

    /** Whether any pair has more than one parallel tie. */
    public boolean hasParallelTies() {
        for (int parallel : multiplicity) {
            if (parallel > 1) {
                return true;
            }
        }
        return false;
    }
}
