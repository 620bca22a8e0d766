package org.jejak.analysis.brokerage;

import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.StopSignal;

/**
 * Every three who are all tied to each other, each once. Ties are walked from the end with fewer ties to the one with
 * more, so a hub costs no more than its clients (Chiba and Nishizeki 1985): O(m √m).
 */
final class Triangles {

    /** Sees the triangle u, v, w with the slots of its three ties, each in both directions. */
    @FunctionalInterface
    interface Visitor {
        void triangle(int uv, int vu, int vw, int wv, int uw, int wu);
    }

    private final int n;
    final int[] offsets;
    final int[] targets;
    private final int[] reverse;

    Triangles(Adjacency adjacency) {
        this.n = adjacency.vertices();
        this.offsets = adjacency.offsets();
        this.targets = adjacency.targets();
        this.reverse = new int[targets.length];
        int[] next = Arrays.copyOf(offsets, n);
        // Lists are ascending, so the mirror slots of a vertex come up in the order of its own list.
        for (int v = 0; v < n; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                reverse[e] = next[targets[e]]++;
            }
        }
    }

    private int degree(int v) {
        return offsets[v + 1] - offsets[v];
    }

    private boolean before(int u, int v) {
        int du = degree(u);
        int dv = degree(v);
        return du < dv || du == dv && u < v;
    }

    void visit(StopSignal stop, Visitor visitor) {
        int[] slot = new int[n];
        Arrays.fill(slot, -1);
        for (int u = 0; u < n; u++) {
            stop.check();
            for (int e = offsets[u]; e < offsets[u + 1]; e++) {
                slot[targets[e]] = before(u, targets[e]) ? e : -1;
            }
            for (int uv = offsets[u]; uv < offsets[u + 1]; uv++) {
                int v = targets[uv];
                if (before(u, v)) {
                    for (int vw = offsets[v]; vw < offsets[v + 1]; vw++) {
                        int w = targets[vw];
                        int uw = slot[w];
                        if (uw >= 0 && before(v, w)) {
                            visitor.triangle(uv, reverse[uv], vw, reverse[vw], uw, reverse[uw]);
                        }
                    }
                }
            }
            for (int e = offsets[u]; e < offsets[u + 1]; e++) {
                slot[targets[e]] = -1;
            }
        }
    }
}
