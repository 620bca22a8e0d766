package org.jejak.analysis.disruption;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/** The network as it is before anybody is removed, and who may be. */
final class Ground {

    final int n;
    final int[] offsets;
    final int[] targets;
    /** Who may be removed and may take over, ascending. */
    final int[] candidates;

    final boolean[] isCandidate;
    /** Number of ties, parallel ones counted. */
    final int[] ties;

    private final NetworkSnapshot network;
    private final int[] parallel;
    private final boolean folded;

    Ground(NetworkSnapshot network, Set<ActorId> spared) {
        this.network = network;
        this.n = network.size();
        this.folded = network.fold() == Fold.SIMPLE;
        Adjacency adjacency = network.adjacency();
        this.offsets = adjacency.offsets();
        this.targets = adjacency.targets();
        this.parallel = adjacency.multiplicities();
        this.isCandidate = new boolean[n];
        this.ties = new int[n];
        for (int v = 0; v < n; v++) {
            isCandidate[v] = !spared.contains(network.actor(v));
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                ties[v] += parallel(e);
            }
        }
        this.candidates = IntStream.range(0, n).filter(v -> isCandidate[v]).toArray();
    }

    private int parallel(int slot) {
        return folded ? 1 : parallel[slot];
    }

    ActorId actor(int v) {
        return network.actor(v);
    }

    int neighbours(int v) {
        return offsets[v + 1] - offsets[v];
    }

    boolean isTied(int v, int w) {
        return Arrays.binarySearch(targets, offsets[v], offsets[v + 1], w) >= 0;
    }

    /** The ties an heir takes over from {@code v}: its end and theirs, one after the other. */
    void inherit(int v, int heir, boolean[] removed, IntArrayList more) {
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            int u = targets[e];
            for (int copy = 0; u != heir && !removed[u] && copy < parallel(e); copy++) {
                more.add(heir);
                more.add(u);
            }
        }
    }

    /** What is left without {@code removed}, with {@code more} ties, given as pairs of ends. */
    Remains without(boolean[] removed, IntArrayList more) {
        int[] parent = new int[n];
        int[] size = new int[n];
        int remaining = 0;
        for (int v = 0; v < n; v++) {
            parent[v] = v;
            size[v] = removed[v] ? 0 : 1;
            remaining += size[v];
        }
        for (int v = 0; v < n; v++) {
            for (int e = offsets[v]; e < offsets[v + 1] && !removed[v]; e++) {
                if (targets[e] > v && !removed[targets[e]]) {
                    join(parent, size, v, targets[e]);
                }
            }
        }
        for (int t = 0; t < more.size(); t += 2) {
            if (!removed[more.getInt(t)] && !removed[more.getInt(t + 1)]) {
                join(parent, size, more.getInt(t), more.getInt(t + 1));
            }
        }
        double pairs = 0;
        int largest = 0;
        for (int v = 0; v < n; v++) {
            if (parent[v] == v) {
                pairs += (double) size[v] * (size[v] - 1);
                largest = Math.max(largest, size[v]);
            }
        }
        return Remains.of(pairs, largest, remaining, n);
    }

    private static void join(int[] parent, int[] size, int a, int b) {
        int x = root(parent, a);
        int y = root(parent, b);
        if (x != y) {
            int larger = size[x] >= size[y] ? x : y;
            int smaller = larger == x ? y : x;
            parent[smaller] = larger;
            size[larger] += size[smaller];
        }
    }

    private static int root(int[] parent, int v) {
        int at = v;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * A network with everybody still numbered as before, the removed without ties.
     *
     * @param multiplicity by slot of {@code targets}; null where ties are folded
     */
    record Left(int[] offsets, int[] targets, int @Nullable [] multiplicity) {}

    /** The network without {@code removed}, with {@code more} ties; parallel ones are folded or added as everywhere. */
    Left left(boolean[] removed, IntArrayList more) {
        int[] from = new int[n + 1];
        for (int v = 0; v < n; v++) {
            for (int e = offsets[v]; e < offsets[v + 1] && !removed[v]; e++) {
                from[v + 1] += removed[targets[e]] ? 0 : 1;
            }
        }
        for (int t = 0; t < more.size(); t += 2) {
            if (!removed[more.getInt(t)] && !removed[more.getInt(t + 1)]) {
                from[more.getInt(t) + 1]++;
                from[more.getInt(t + 1) + 1]++;
            }
        }
        for (int v = 0; v < n; v++) {
            from[v + 1] += from[v];
        }
        int[] to = new int[from[n]];
        int[] copies = new int[from[n]];
        int[] next = Arrays.copyOf(from, n);
        for (int v = 0; v < n; v++) {
            for (int e = offsets[v]; e < offsets[v + 1] && !removed[v]; e++) {
                if (!removed[targets[e]]) {
                    copies[next[v]] = parallel(e);
                    to[next[v]++] = targets[e];
                }
            }
        }
        for (int t = 0; t < more.size(); t += 2) {
            int a = more.getInt(t);
            int b = more.getInt(t + 1);
            if (!removed[a] && !removed[b]) {
                copies[next[a]] = 1;
                to[next[a]++] = b;
                copies[next[b]] = 1;
                to[next[b]++] = a;
            }
        }
        return folded(from, to, copies);
    }

    private Left folded(int[] from, int[] to, int[] copies) {
        int[] starts = new int[n + 1];
        int length = 0;
        for (int v = 0; v < n; v++) {
            IntArrays.quickSort(to, copies, from[v], from[v + 1]);
            for (int e = from[v]; e < from[v + 1]; e++) {
                if (length > starts[v] && to[length - 1] == to[e]) {
                    copies[length - 1] += copies[e];
                } else {
                    copies[length] = copies[e];
                    to[length++] = to[e];
                }
            }
            starts[v + 1] = length;
        }
        return new Left(starts, Arrays.copyOf(to, length), folded ? null : Arrays.copyOf(copies, length));
    }
}
