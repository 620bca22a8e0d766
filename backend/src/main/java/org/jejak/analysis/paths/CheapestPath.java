package org.jejak.analysis.paths;

import it.unimi.dsi.fastutil.doubles.DoubleHeapIndirectPriorityQueue;
import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.Weighting;
import org.jspecify.annotations.Nullable;

/**
 * Cheapest ways to one target from wherever a path has got to. The search runs from the target, so that among equally
 * cheap ways the one that meets the smallest ids first can be walked off directly.
 */
final class CheapestPath {

    private final int[] offsets;
    private final int[] targets;
    private final double[] costs;
    private final boolean weighted;
    private final int target;
    private final double[] distance;
    private final int[] queue;

    CheapestPath(Adjacency network, Weighting weighting, int target) {
        this.offsets = network.offsets();
        this.targets = network.targets();
        this.weighted = weighting == Weighting.STRENGTH;
        this.costs = weighted ? network.strengths() : new double[0];
        for (int e = 0; e < costs.length; e++) {
            costs[e] = 1 / costs[e];
        }
        this.target = target;
        this.distance = new double[network.vertices()];
        this.queue = new int[network.vertices()];
    }

    private double cost(int slot) {
        return weighted ? costs[slot] : 1;
    }

    /**
     * The cheapest path that begins with {@code prefix} and does not go on from there to any of {@code barred}; null if
     * there is none.
     */
    @Nullable
    Route from(int[] prefix, int branchedAt, int[] barred) {
        int spur = prefix[prefix.length - 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int v : prefix) {
            distance[v] = Double.NEGATIVE_INFINITY;
        }
        if (weighted) {
            searchWeighted();
        } else {
            searchPlain();
        }
        int next = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int e = offsets[spur]; e < offsets[spur + 1]; e++) {
            int w = targets[e];
            double through = cost(e) + distance[w];
            if (distance[w] >= 0
                    && cheaper(through, best)
                    && Arrays.stream(barred).noneMatch(b -> b == w)) {
                best = through;
                next = w;
            }
        }
        if (next < 0 || Double.isInfinite(best)) {
            return null;
        }
        int[] vertices = Arrays.copyOf(prefix, prefix.length + 16);
        int length = prefix.length;
        vertices[length++] = next;
        while (next != target) {
            next = onward(next);
            vertices = length == vertices.length ? Arrays.copyOf(vertices, 2 * length) : vertices;
            vertices[length++] = next;
        }
        vertices = Arrays.copyOf(vertices, length);
        return new Route(SignificantDigits.nine(total(vertices)), vertices, branchedAt);
    }

    /** Lists are ascending, so the first of equally cheap neighbours has the smallest id. */
    private int onward(int v) {
        int next = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            double through = cost(e) + distance[targets[e]];
            if (distance[targets[e]] >= 0 && distance[targets[e]] < distance[v] && cheaper(through, best)) {
                best = through;
                next = targets[e];
            }
        }
        return next;
    }

    /** Sums taken in different orders must not decide. */
    private static boolean cheaper(double one, double other) {
        return one < other && (Double.isInfinite(other) || other - one > 1e-12 * other);
    }

    private double total(int[] vertices) {
        double sum = 0;
        for (int i = 1; i < vertices.length; i++) {
            sum += cost(
                    Arrays.binarySearch(targets, offsets[vertices[i - 1]], offsets[vertices[i - 1] + 1], vertices[i]));
        }
        return sum;
    }

    private void searchPlain() {
        distance[target] = 0;
        queue[0] = target;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int v = queue[head];
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                if (distance[targets[e]] == Double.POSITIVE_INFINITY) {
                    distance[targets[e]] = distance[v] + 1;
                    queue[tail++] = targets[e];
                }
            }
        }
    }

    private void searchWeighted() {
        distance[target] = 0;
        DoubleHeapIndirectPriorityQueue nearest = new DoubleHeapIndirectPriorityQueue(distance);
        nearest.enqueue(target);
        while (!nearest.isEmpty()) {
            int v = nearest.dequeue();
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int w = targets[e];
                double through = distance[v] + costs[e];
                if (through < distance[w]) {
                    distance[w] = through;
                    if (nearest.contains(w)) {
                        nearest.changed(w);
                    } else {
                        nearest.enqueue(w);
                    }
                }
            }
        }
    }
}
