package org.jejak.analysis.centrality;

import it.unimi.dsi.fastutil.doubles.DoubleHeapIndirectPriorityQueue;
import java.util.Arrays;
import org.jejak.analysis.Adjacency;

/** Brandes's accumulation where ties have costs, from one source at a time. One thread owns one of these. */
final class CheapestCounting {

    /** Sums taken in different orders must not decide. */
    private static final double SAME = 1e-12;

    private final int[] offsets;
    private final int[] targets;
    private final double[] costs;
    private final double[] distance;
    private final double[] paths;
    private final double[] dependency;
    private final boolean[] settled;
    private final int[] order;

    CheapestCounting(Adjacency network) {
        int n = network.vertices();
        this.offsets = network.offsets();
        this.targets = network.targets();
        this.costs = network.strengths();
        for (int e = 0; e < costs.length; e++) {
            costs[e] = 1 / costs[e];
        }
        this.distance = new double[n];
        this.paths = new double[n];
        this.dependency = new double[n];
        this.settled = new boolean[n];
        this.order = new int[n];
    }

    /** Adds to {@code scores} what lies between {@code source} and everybody else. */
    void from(int source, double[] scores) {
        int reached = settle(source);
        // In order of cost: whoever comes before on a cheapest way is settled before.
        for (int i = 1; i < reached; i++) {
            int w = order[i];
            double sum = 0;
            for (int e = offsets[w]; e < offsets[w + 1]; e++) {
                sum += precedes(targets[e], w, costs[e]) ? paths[targets[e]] : 0;
            }
            paths[w] = sum;
        }
        for (int i = reached - 1; i > 0; i--) {
            int w = order[i];
            double each = (1 + dependency[w]) / paths[w];
            for (int e = offsets[w]; e < offsets[w + 1]; e++) {
                if (precedes(targets[e], w, costs[e])) {
                    dependency[targets[e]] += paths[targets[e]] * each;
                }
            }
            scores[w] += dependency[w];
        }
    }

    private boolean precedes(int v, int w, double cost) {
        return distance[v] < distance[w] && distance[v] + cost <= distance[w] * (1 + SAME);
    }

    private int settle(int source) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(paths, 0);
        Arrays.fill(dependency, 0);
        Arrays.fill(settled, false);
        distance[source] = 0;
        paths[source] = 1;
        DoubleHeapIndirectPriorityQueue nearest = new DoubleHeapIndirectPriorityQueue(distance);
        nearest.enqueue(source);
        int reached = 0;
        while (!nearest.isEmpty()) {
            int v = nearest.dequeue();
            settled[v] = true;
            order[reached++] = v;
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int w = targets[e];
                double through = distance[v] + costs[e];
                if (!settled[w] && through < distance[w]) {
                    boolean waits = distance[w] < Double.POSITIVE_INFINITY;
                    distance[w] = through;
                    if (waits) {
                        nearest.changed(w);
                    } else {
                        nearest.enqueue(w);
                    }
                }
            }
        }
        return reached;
    }
}
