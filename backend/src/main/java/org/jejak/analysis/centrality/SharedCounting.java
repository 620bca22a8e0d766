package org.jejak.analysis.centrality;

import java.util.Arrays;

/**
 * Brandes's accumulation from eight sources at once over a {@link BlockNetwork} without parallel ties. One thread owns one
 * of these and uses its memory again for every eight.
 *
 * <p>What makes it fast, each found by measuring:
 *
 * <ul>
 *   <li>The eight numbers of a vertex fill one line of the cache, so one miss serves eight searches, and a tie is walked
 *       once for all sources that meet it at the same distance. Sources next to each other in breadth-first order mostly do.
 *   <li>Who is reached is found on sets of sources, one bit each, in one byte for each vertex; numbers are only touched for
 *       vertices that were reached. While few have been reached these look outward, later those not yet reached by all
 *       look back (Beamer, Asanović and Patterson 2012).
 *   <li>Sums are always taken by the vertex that needs them over all its neighbours, in eight local variables and without
 *       asking at which distance a neighbour lies: on the way out only those one step nearer can hold a count already, on
 *       the way back only those one step farther a dependency, because a wave is written after all of it was summed.
 * </ul>
 */
final class SharedCounting {

    static final int SOURCES = 8;
    /** Counts above this might leave the range of a double within the next wave. */
    private static final double LARGEST = 1e250;

    private static final double[] WHERE = where();

    /** Sources a vertex has not been reached from, one bit each; and those it was reached from in the last wave. */
    private final byte[] missing;

    private final byte[] arrived;
    private final byte[] touched;
    private final int[] waiting;
    private final int[] candidates;
    /** By vertex and source: paths that leave it, by all members of its class. */
    private final double[] carried;
    /** By vertex and source: what it passes back along one path. */
    private final double[] passed;
    /** The sums of one wave, before any of it is written. */
    private final double[] wave;
    /** All waves one after the other: a vertex, and from which sources it was reached then. */
    private int[] order;

    private byte[] reachedFrom;
    private int[] waveStart = new int[64];
    private final double[] sourceWeight = new double[SOURCES];

    SharedCounting(int largestSize) {
        this.missing = new byte[largestSize];
        this.arrived = new byte[largestSize];
        this.touched = new byte[largestSize];
        this.waiting = new int[largestSize + 1];
        this.candidates = new int[largestSize + 1];
        this.carried = new double[SOURCES * largestSize];
        this.passed = new double[SOURCES * largestSize];
        this.wave = new double[SOURCES * largestSize];
        this.order = new int[3 * largestSize + SOURCES];
        this.reachedFrom = new byte[3 * largestSize + SOURCES];
    }

    /**
     * Adds to {@code scores} what lies between {@code count} sources from {@code first} on and everybody else, as {@link
     * PathCounting} does it for one.
     *
     * @return false, and nothing added, if there are more paths than a double can count; {@link PathCounting} can
     */
    boolean from(BlockNetwork network, int first, int count, double[] scores) {
        begin(network, first, count);
        int waves = spread(network, count);
        if (waves < 0) {
            return false;
        }
        gather(network, waves, scores);
        return true;
    }

    private void begin(BlockNetwork network, int first, int count) {
        int n = network.size;
        Arrays.fill(missing, 0, n, (byte) ((1 << count) - 1));
        Arrays.fill(arrived, 0, n, (byte) 0);
        Arrays.fill(carried, 0, SOURCES * n, 0);
        Arrays.fill(passed, 0, SOURCES * n, 0);
        for (int l = 0; l < count; l++) {
            int source = first + l;
            sourceWeight[l] = network.weight[source];
            order[l] = source;
            reachedFrom[l] = (byte) (1 << l);
            missing[source] &= (byte) ~(1 << l);
            arrived[source] = (byte) (1 << l);
            carried[SOURCES * source + l] = 1;
        }
        waveStart[0] = 0;
        waveStart[1] = count;
    }

    private int spread(BlockNetwork network, int count) {
        int n = network.size;
        int[] offsets = network.offsets;
        int waitingCount = n;
        for (int v = 0; v < n; v++) {
            waiting[v] = v;
        }
        long missingTies = network.targets.length;
        int d = 0;
        int lacking = n;
        while (true) {
            int from = waveStart[d];
            int to = waveStart[d + 1];
            long waveTies = 0;
            for (int i = from; i < to; i++) {
                waveTies += offsets[order[i] + 1] - offsets[order[i]];
            }
            if (to + n > order.length) {
                order = Arrays.copyOf(order, order.length + 2 * n);
                reachedFrom = Arrays.copyOf(reachedFrom, order.length);
            }
            int end;
            if (waveTies < missingTies) {
                end = lookOut(network, from, to);
            } else {
                waitingCount = stillWaiting(waitingCount);
                end = lookBack(network, to, waitingCount);
            }
            if (end == to) {
                return d + 1;
            }
            if (!sum(network, to, end)) {
                return -1;
            }
            for (int i = from; i < to; i++) {
                arrived[order[i]] = 0;
            }
            for (int i = to; i < end; i++) {
                int w = order[i];
                byte fresh = reachedFrom[i];
                arrived[w] = fresh;
                byte left = (byte) (missing[w] & ~fresh);
                missing[w] = left;
                if (left == 0) {
                    missingTies -= offsets[w + 1] - offsets[w];
                    lacking--;
                }
                write(i - to, w, fresh, network.members[w], carried);
            }
            d++;
            if (d + 2 > waveStart.length) {
                waveStart = Arrays.copyOf(waveStart, 2 * waveStart.length);
            }
            waveStart[d + 1] = end;
            if (lacking == 0) {
                return d + 1;
            }
        }
    }

    private int stillWaiting(int before) {
        int kept = 0;
        for (int i = 0; i < before; i++) {
            int w = waiting[i];
            waiting[kept] = w;
            kept += missing[w] != 0 ? 1 : 0;
        }
        return kept;
    }

    /** The last wave marks its neighbours. */
    private int lookOut(BlockNetwork network, int from, int to) {
        int[] offsets = network.offsets;
        int[] targets = network.targets;
        int found = 0;
        for (int i = from; i < to; i++) {
            int v = order[i];
            int here = reachedFrom[i];
            for (int e = offsets[v], stop = offsets[v + 1]; e < stop; e++) {
                int w = targets[e];
                int before = touched[w];
                int after = before | here & missing[w];
                candidates[found] = w;
                found += before == 0 && after != 0 ? 1 : 0;
                touched[w] = (byte) after;
            }
        }
        for (int i = 0; i < found; i++) {
            int w = candidates[i];
            order[to + i] = w;
            reachedFrom[to + i] = touched[w];
            touched[w] = 0;
        }
        return to + found;
    }

    /** Those not yet reached from everywhere look whether the last wave reached a neighbour. */
    private int lookBack(BlockNetwork network, int to, int waitingCount) {
        int[] offsets = network.offsets;
        int[] targets = network.targets;
        int end = to;
        for (int i = 0; i < waitingCount; i++) {
            int w = waiting[i];
            int around = 0;
            for (int e = offsets[w], stop = offsets[w + 1]; e < stop; e++) {
                around |= arrived[targets[e]];
            }
            int fresh = around & missing[w];
            order[end] = w;
            reachedFrom[end] = (byte) fresh;
            end += fresh != 0 ? 1 : 0;
        }
        return end;
    }

    private boolean sum(BlockNetwork network, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, add(network, order[i], reachedFrom[i], carried, SOURCES * (i - from)));
        }
        return largest < LARGEST;
    }

    /**
     * Writes into the wave, from {@code at} on, the sums over the neighbours of {@code v} that the wave marked in {@code
     * arrived} reached from any of the sources {@code wanted}; returns the sum of all.
     */
    private double add(BlockNetwork network, int v, int wanted, double[] numbers, int at) {
        int[] targets = network.targets;
        int[] near = candidates;
        int count = 0;
        for (int e = network.offsets[v], stop = network.offsets[v + 1]; e < stop; e++) {
            int w = targets[e];
            near[count] = SOURCES * w;
            count += -(arrived[w] & wanted & 0xFF) >>> 31;
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0; i < count; i++) {
            int w = near[i];
            s0 += numbers[w];
            s1 += numbers[w + 1];
            s2 += numbers[w + 2];
            s3 += numbers[w + 3];
            s4 += numbers[w + 4];
            s5 += numbers[w + 5];
            s6 += numbers[w + 6];
            s7 += numbers[w + 7];
        }
        wave[at] = s0;
        wave[at + 1] = s1;
        wave[at + 2] = s2;
        wave[at + 3] = s3;
        wave[at + 4] = s4;
        wave[at + 5] = s5;
        wave[at + 6] = s6;
        wave[at + 7] = s7;
        return s0 + s1 + s2 + s3 + (s4 + s5 + s6 + s7);
    }

    private void gather(BlockNetwork network, int waves, double[] scores) {
        Arrays.fill(arrived, 0, network.size, (byte) 0);
        for (int d = waves - 1; d > 0; d--) {
            int from = waveStart[d];
            int to = waveStart[d + 1];
            for (int i = from; i < to; i++) {
                int v = order[i];
                int sums = SOURCES * (i - from);
                int here = reachedFrom[i] & 0xFF;
                add(network, v, here, passed, sums);
                double members = network.members[v];
                double weight = network.weight[v];
                int at = SOURCES * v;
                double score = 0;
                for (int bits = here; bits != 0; bits &= bits - 1) {
                    int l = Integer.numberOfTrailingZeros(bits);
                    double arriving = wave[sums + l];
                    double leaving = carried[at + l];
                    score += sourceWeight[l] * leaving * arriving;
                    wave[sums + l] = members * (weight / leaving + arriving);
                }
                scores[v] += score / members;
            }
            for (int i = to, end = d + 1 < waves ? waveStart[d + 2] : to; i < end; i++) {
                arrived[order[i]] = 0;
            }
            for (int i = from; i < to; i++) {
                arrived[order[i]] = reachedFrom[i];
                write(i - from, order[i], reachedFrom[i], 1, passed);
            }
        }
    }

    /** Writes one vertex's sums of the wave, times {@code factor}, where it was reached from; the rest stays. */
    private void write(int at, int v, int reached, double factor, double[] numbers) {
        int sums = SOURCES * at;
        int to = SOURCES * v;
        int mask = SOURCES * (reached & 0xFF);
        // Nothing has been written for these yet, so adding is writing; and a product with 0 needs no guess.
        numbers[to] += WHERE[mask] * factor * wave[sums];
        numbers[to + 1] += WHERE[mask + 1] * factor * wave[sums + 1];
        numbers[to + 2] += WHERE[mask + 2] * factor * wave[sums + 2];
        numbers[to + 3] += WHERE[mask + 3] * factor * wave[sums + 3];
        numbers[to + 4] += WHERE[mask + 4] * factor * wave[sums + 4];
        numbers[to + 5] += WHERE[mask + 5] * factor * wave[sums + 5];
        numbers[to + 6] += WHERE[mask + 6] * factor * wave[sums + 6];
        numbers[to + 7] += WHERE[mask + 7] * factor * wave[sums + 7];
    }

    /** For each set of sources a 1 for those in it. */
    private static double[] where() {
        double[] where = new double[256 * SOURCES];
        for (int i = 0; i < where.length; i++) {
            where[i] = i / SOURCES >> i % SOURCES & 1;
        }
        return where;
    }
}
