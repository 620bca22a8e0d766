package org.jejak.analysis.flow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jejak.analysis.StopSignal;

/**
 * As much as numbered arcs can carry from one vertex to another, in whole units (Dinic, <i>Algorithm for solution of a
 * problem of maximum flow in networks with power estimation</i>, Soviet Math. Dokl. 11, 1970): along all shortest ways that
 * are left, then along those a step longer, until none is left. Ours, because it has to end when it is asked to and reckon
 * in whole numbers; JGraphT's is the oracle of its test. Cost O(n² m) at worst, O(m √m) where every arc carries one.
 *
 * @param flow what each arc carries, in the order in which the capacities were given
 */
record MaximumFlow(long value, Map<Arc, Long> flow) {

    /** Capacities together may not pass this, so that they stay exact where they become floating-point numbers. */
    static final long MOST = 1L << 53;

    /** From one vertex to another. */
    record Arc(int from, int to) {}

    static MaximumFlow between(int source, int sink, Map<Arc, Long> capacity, StopSignal stop) {
        Residual residual = new Residual(source, sink, capacity);
        long value = 0;
        while (residual.findLevels()) {
            stop.check();
            value += residual.fill(stop);
        }
        Map<Arc, Long> flow = new LinkedHashMap<>();
        int arc = 0;
        for (var given : capacity.entrySet()) {
            flow.put(given.getKey(), given.getValue() - residual.left[2 * arc++]);
        }
        return new MaximumFlow(value, flow);
    }

    /** What can still pass: arc {@code 2 i} is the i-th given one, {@code 2 i + 1} takes back what it carries. */
    private static final class Residual {
        private final int source;
        private final int sink;
        private final int[] end;
        private final long[] left;
        private final int[] first;
        private final int[] leaving;
        private final int[] level;
        private final int[] queue;

        Residual(int source, int sink, Map<Arc, Long> capacity) {
            this.source = source;
            this.sink = sink;
            int n = 1 + Math.max(source, sink);
            for (Arc arc : capacity.keySet()) {
                n = Math.max(n, 1 + Math.max(arc.from(), arc.to()));
            }
            this.end = new int[2 * capacity.size()];
            this.left = new long[end.length];
            this.first = new int[n + 1];
            int e = 0;
            for (var given : capacity.entrySet()) {
                end[e] = given.getKey().to();
                left[e++] = given.getValue();
                end[e++] = given.getKey().from();
            }
            for (e = 0; e < end.length; e++) {
                first[end[e ^ 1] + 1]++;
            }
            for (int v = 0; v < n; v++) {
                first[v + 1] += first[v];
            }
            this.leaving = new int[end.length];
            int[] next = first.clone();
            for (e = 0; e < end.length; e++) {
                leaving[next[end[e ^ 1]]++] = e;
            }
            this.level = new int[n];
            this.queue = new int[n];
        }

        /** Steps from the source over arcs that are not full; false if the sink is out of reach. */
        boolean findLevels() {
            Arrays.fill(level, -1);
            level[source] = 0;
            queue[0] = source;
            int tail = 1;
            for (int head = 0; head < tail; head++) {
                int v = queue[head];
                for (int i = first[v]; i < first[v + 1]; i++) {
                    int w = end[leaving[i]];
                    if (left[leaving[i]] > 0 && level[w] < 0) {
                        level[w] = level[v] + 1;
                        queue[tail++] = w;
                    }
                }
            }
            return level[sink] >= 0;
        }

        /** Fills shortest ways until none of them is left; no arc found useless is looked at again. */
        long fill(StopSignal stop) {
            int[] next = first.clone();
            int[] way = new int[level.length];
            int steps = 0;
            long sum = 0;
            int v = source;
            while (true) {
                if (v == sink) {
                    stop.check();
                    sum += push(way, steps);
                    steps = firstFull(way, steps);
                    v = end[way[steps] ^ 1];
                } else if (next[v] < first[v + 1]) {
                    int e = leaving[next[v]];
                    if (left[e] > 0 && level[end[e]] == level[v] + 1) {
                        way[steps++] = e;
                        v = end[e];
                    } else {
                        next[v]++;
                    }
                } else if (v == source) {
                    return sum;
                } else {
                    steps--;
                    v = end[way[steps] ^ 1];
                    next[v]++;
                }
            }
        }

        private long push(int[] way, int steps) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < steps; i++) {
                least = Math.min(least, left[way[i]]);
            }
            for (int i = 0; i < steps; i++) {
                left[way[i]] -= least;
                left[way[i] ^ 1] += least;
            }
            return least;
        }

        private int firstFull(int[] way, int steps) {
            int i = 0;
            while (i < steps - 1 && left[way[i]] > 0) {
                i++;
            }
            return i;
        }
    }
}
