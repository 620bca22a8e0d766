package org.jejak.analysis.centrality;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/**
 * Vertices with identical neighbourhoods: {@code N(u) = N(v)} (not tied to each other) or {@code N[u] = N[v]} (tied). The
 * passengers of one boat are the second kind, the clients of the same two recruiters the first. A hash finds candidates,
 * the neighbour lists decide.
 */
final class Twins {

    private final BlockNetwork.Local network;

    private Twins(BlockNetwork.Local network) {
        this.network = network;
    }

    /** Writes the class of each vertex, in order of first member, and returns how many there are. */
    static int find(BlockNetwork.Local network, int[] classOf) {
        return new Twins(network).classes(classOf);
    }

    private int classes(int[] classOf) {
        int k = classOf.length;
        Arrays.fill(classOf, -1);
        int[] leader = new int[k];
        for (int x = 0; x < k; x++) {
            leader[x] = x;
        }
        merge(leader, false);
        merge(leader, true);
        int classes = 0;
        for (int x = 0; x < k; x++) {
            classOf[x] = leader[x] == x ? classes++ : classOf[leader[x]];
        }
        return classes;
    }

    /** A vertex joins the first one that has the same neighbours, unless either is already someone's twin. */
    private void merge(int[] leader, boolean tied) {
        int k = leader.length;
        boolean[] taken = new boolean[k];
        for (int x = 0; x < k; x++) {
            if (leader[x] != x) {
                taken[x] = true;
                taken[leader[x]] = true;
            }
        }
        Long2IntOpenHashMap first = new Long2IntOpenHashMap();
        first.defaultReturnValue(-1);
        for (int x = 0; x < k; x++) {
            if (taken[x]) {
                continue;
            }
            long hash = tied ? mix(x) : 0;
            for (int i = network.offsets[x]; i < network.offsets[x + 1]; i++) {
                hash += mix(network.targets[i]) * (long) network.parallel(i);
            }
            int candidate = first.putIfAbsent(hash, x);
            if (candidate >= 0 && (tied ? sameClosed(candidate, x) : sameOpen(candidate, x))) {
                leader[x] = candidate;
            }
        }
    }

    private boolean sameOpen(int x, int y) {
        int degree = network.offsets[x + 1] - network.offsets[x];
        if (network.offsets[y + 1] - network.offsets[y] != degree) {
            return false;
        }
        for (int i = 0; i < degree; i++) {
            int a = network.offsets[x] + i;
            int b = network.offsets[y] + i;
            if (network.targets[a] != network.targets[b] || network.parallel(a) != network.parallel(b)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameClosed(int x, int y) {
        int degree = network.offsets[x + 1] - network.offsets[x];
        if (network.offsets[y + 1] - network.offsets[y] != degree) {
            return false;
        }
        int a = network.offsets[x];
        int b = network.offsets[y];
        int endA = network.offsets[x + 1];
        int endB = network.offsets[y + 1];
        boolean tied = false;
        while (true) {
            if (a < endA && network.targets[a] == y) {
                tied = true;
                a++;
            } else if (b < endB && network.targets[b] == x) {
                b++;
            } else if (a == endA || b == endB) {
                return tied && a == endA && b == endB;
            } else if (network.targets[a] != network.targets[b] || network.parallel(a) != network.parallel(b)) {
                return false;
            } else {
                a++;
                b++;
            }
        }
    }

    /** The finaliser of SplitMix64: neighbouring numbers give unrelated sums. */
    private static long mix(long x) {
        long z = (x + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
