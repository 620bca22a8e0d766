package org.jejak.analysis.disruption;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who would step in for whom: of the remaining candidates the one who shares the largest part of the removed person's
 * contacts in the network as it was. Those with most ties are succeeded first, and nobody succeeds two.
 */
final class Heirs {

    static final int NOBODY = -1;

    private final Ground ground;
    private final int[] shared;

    Heirs(Ground ground) {
        this.ground = ground;
        this.shared = new int[ground.n];
    }

    /** For each of {@code set}, by position, its heir if all go at once. */
    int[] of(int[] set) {
        boolean[] taken = new boolean[ground.n];
        for (int v : set) {
            taken[v] = true;
        }
        int[] heirOf = new int[set.length];
        int[] order = IntStream.range(0, set.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -ground.ties[set[i]])
                        .thenComparingInt(i -> set[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : order) {
            heirOf[i] = of(set[i], taken);
            if (heirOf[i] != NOBODY) {
                taken[heirOf[i]] = true;
            }
        }
        return heirOf;
    }

    /**
     * The heir of one.
     *
     * @param taken who cannot be: they are removed, or an heir already
     */
    int of(int v, boolean[] taken) {
        int[] offsets = ground.offsets;
        int[] targets = ground.targets;
        Arrays.fill(shared, 0);
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            int u = targets[e];
            for (int f = offsets[u]; f < offsets[u + 1]; f++) {
                shared[targets[f]]++;
            }
        }
        int best = NOBODY;
        double most = 0;
        for (int w = 0; w < ground.n; w++) {
            if (shared[w] == 0 || taken[w] || !ground.isCandidate[w] || w == v) {
                continue;
            }
            int eachOther = ground.isTied(v, w) ? 2 : 0;
            double all = ground.neighbours(v) + ground.neighbours(w) - shared[w] - eachOther;
            double similar = shared[w] / all;
            if (similar > most || similar == most && ground.ties[w] > ground.ties[best]) {
                most = similar;
                best = w;
            }
        }
        return best;
    }
}
