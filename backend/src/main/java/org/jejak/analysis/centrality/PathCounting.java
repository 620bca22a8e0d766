package org.jejak.analysis.centrality;

import java.util.Arrays;

/**
 * Brandes's accumulation from one source at a time over a {@link BlockNetwork}, with memory taken once and used again
 * for every source. One thread owns one of these.
 *
 * <p>What makes it fast, each found by measuring:
 *
 * <ul>
 *   <li>The inner loops have no unpredictable branch: whether a tie leads one step further is turned into 0 or 1 and added
 *       to a write position, so a wrong guess costs an overwritten slot instead of a flushed pipeline.
 *   <li>Ties that lie on shortest paths are written down on the way out; the way back reads only them (less than half)
 *       and tests nothing.
 *   <li>When those not yet reached have fewer ties than those just reached, it is the unreached who look for their
 *       predecessors (Beamer, Asanović and Patterson 2012). The last, largest wave is then never scanned at all.
 * </ul>
 */
final class PathCounting {

    private static final int UNREACHED = Integer.MAX_VALUE;
    /** Path counts are brought down before they can leave the range of a double. */
    private static final double LARGEST_EXPONENT = 900;

    private final int[] level;
    private final int[] order;
    private final int[] waiting;
    private final double[] paths;
    /** Paths that leave a vertex, by all members of its class; on the way back what each of its successors passes on. */
    private final double[] carried;

    private final double[] dependency;
    private final int[] step;
    private final double[] stepParallel;
    private final int[] firstStep;
    private final int[] firstStepBack;
    private int[] levelStart = new int[64];
    private boolean[] lookedBack = new boolean[64];
    private double[] levelScale = new double[64];

    PathCounting(int largestSize, int largestSlots, boolean parallel) {
        this.level = new int[largestSize];
        this.order = new int[largestSize + 1];
        this.waiting = new int[largestSize + 1];
        this.paths = new double[largestSize];
        this.carried = new double[largestSize];
        this.dependency = new double[largestSize];
        this.step = new int[largestSlots + 1];
        this.stepParallel = parallel ? new double[largestSlots + 1] : new double[0];
        this.firstStep = new int[largestSize + 2];
        this.firstStepBack = new int[largestSize + 2];
    }

    /**
     * Adds to {@code scores} what lies between {@code source} and everybody else: for each class the dependency of one
     * member, once for each actor the source stands for.
     */
    void from(BlockNetwork network, int source, double[] scores) {
        int levels = network.multiplicity == null ? spread(network, source) : spreadParallel(network, source);
        gather(network, levels);
        double weight = network.weight[source];
        int reached = levelStart[levels];
        for (int i = 1; i < reached; i++) {
            int v = order[i];
            scores[v] += weight * dependency[v];
        }
    }

    private void begin(BlockNetwork network, int source) {
        int n = network.size;
        Arrays.fill(level, 0, n, UNREACHED);
        Arrays.fill(paths, 0, n, 0);
        level[source] = 0;
        paths[source] = 1;
        carried[source] = 1;
        order[0] = source;
        levelStart[0] = 0;
        levelStart[1] = 1;
    }

    private int spread(BlockNetwork network, int source) {
        begin(network, source);
        int n = network.size;
        int[] offsets = network.offsets;
        int[] targets = network.targets;
        int reached = 1;
        int steps = 0;
        int waitingCount = -1;
        int unreachedTies = targets.length - (offsets[source + 1] - offsets[source]);
        int waveTies = targets.length - unreachedTies;
        double exponent = 0;
        int d = 0;
        while (reached < n) {
            int from = levelStart[d];
            int to = levelStart[d + 1];
            exponent = rescale(network, d, exponent);
            lookedBack[d] = unreachedTies < waveTies;
            if (!lookedBack[d]) {
                int next = d + 1;
                for (int i = from; i < to; i++) {
                    int v = order[i];
                    firstStep[i] = steps;
                    int first = steps;
                    for (int e = offsets[v], end = offsets[v + 1]; e < end; e++) {
                        int w = targets[e];
                        int at = level[w];
                        order[reached] = w;
                        reached += (next - at) >>> 31;
                        level[w] = Math.min(at, next);
                        step[steps] = w;
                        steps += 1 - ((at - next) >>> 31);
                    }
                    double leaving = carried[v];
                    for (int s = first; s < steps; s++) {
                        paths[step[s]] += leaving;
                    }
                }
                firstStep[to] = steps;
            } else {
                if (waitingCount < 0) {
                    waitingCount = 0;
                    for (int w = 0; w < n; w++) {
                        waiting[waitingCount] = w;
                        waitingCount += level[w] == UNREACHED ? 1 : 0;
                    }
                }
                int kept = 0;
                for (int i = 0; i < waitingCount; i++) {
                    int w = waiting[i];
                    if (level[w] != UNREACHED) {
                        // Reached by a wave that looked forward in between.
                        continue;
                    }
                    firstStepBack[reached] = steps;
                    int first = steps;
                    for (int e = offsets[w], end = offsets[w + 1]; e < end; e++) {
                        int v = targets[e];
                        int off = level[v] ^ d;
                        step[steps] = v;
                        steps += 1 - ((off | -off) >>> 31);
                    }
                    double arriving = 0;
                    for (int s = first; s < steps; s++) {
                        arriving += carried[step[s]];
                    }
                    int found = steps > first ? 1 : 0;
                    paths[w] = arriving;
                    level[w] = found == 1 ? d + 1 : UNREACHED;
                    order[reached] = w;
                    reached += found;
                    waiting[kept] = w;
                    kept += 1 - found;
                }
                waitingCount = kept;
                firstStepBack[reached] = steps;
            }
            d++;
            close(d, reached);
            waveTies = 0;
            double[] members = network.members;
            for (int i = to; i < reached; i++) {
                int v = order[i];
                waveTies += offsets[v + 1] - offsets[v];
                carried[v] = members[v] * paths[v];
            }
            unreachedTies -= waveTies;
        }
        return d + 1;
    }

    /** The same with parallel ties: a path counts once for each way to choose among them. Rarer, so not as elaborate. */
    private int spreadParallel(BlockNetwork network, int source) {
        begin(network, source);
        double[] parallel = java.util.Objects.requireNonNull(network.multiplicity);
        int reached = 1;
        int steps = 0;
        double exponent = 0;
        int d = 0;
        while (reached < network.size) {
            int to = levelStart[d + 1];
            exponent = rescale(network, d, exponent);
            lookedBack[d] = false;
            for (int i = levelStart[d]; i < to; i++) {
                int v = order[i];
                firstStep[i] = steps;
                int first = steps;
                for (int e = network.offsets[v], end = network.offsets[v + 1]; e < end; e++) {
                    int w = network.targets[e];
                    int at = level[w];
                    order[reached] = w;
                    reached += (d + 1 - at) >>> 31;
                    level[w] = Math.min(at, d + 1);
                    step[steps] = w;
                    stepParallel[steps] = parallel[e];
                    steps += 1 - ((at - d - 1) >>> 31);
                }
                for (int s = first; s < steps; s++) {
                    paths[step[s]] += stepParallel[s] * carried[v];
                }
            }
            firstStep[to] = steps;
            d++;
            close(d, reached);
            for (int i = to; i < reached; i++) {
                int v = order[i];
                carried[v] = network.members[v] * paths[v];
            }
        }
        return d + 1;
    }

    private void close(int d, int reached) {
        if (d + 2 > levelStart.length) {
            levelStart = Arrays.copyOf(levelStart, 2 * levelStart.length);
            lookedBack = Arrays.copyOf(lookedBack, 2 * lookedBack.length);
            levelScale = Arrays.copyOf(levelScale, 2 * levelScale.length);
        }
        levelStart[d + 1] = reached;
    }

    /**
     * Keeps the counts of a wave within range: dependencies only ever use the ratio of counts one step apart, so a whole
     * wave may be divided by one number as long as the way back knows. A bound on the growth says when to look at all.
     */
    private double rescale(BlockNetwork network, int d, double exponent) {
        levelScale[d] = 1;
        int from = levelStart[d];
        int to = levelStart[d + 1];
        double grown = exponent + growth(network, to - from);
        if (grown < LARGEST_EXPONENT) {
            return grown;
        }
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, carried[order[i]]);
        }
        // A power of two, so that nothing is rounded; what would vanish beside the largest is held at the smallest
        // number.
        double scale = Math.scalb(1.0, -Math.getExponent(largest));
        for (int i = from; i < to; i++) {
            int v = order[i];
            carried[v] = Math.max(carried[v] * scale, Double.MIN_NORMAL);
        }
        levelScale[d] = scale;
        return growth(network, to - from);
    }

    private static double growth(BlockNetwork network, int wave) {
        double widest = network.multiplicity == null ? 0 : 32;
        return widest + 64 - Long.numberOfLeadingZeros((long) wave) + 32;
    }

    private void gather(BlockNetwork network, int levels) {
        double[] members = network.members;
        double[] weight = network.weight;
        boolean parallel = network.multiplicity != null;
        int last = levelStart[levels];
        for (int i = levelStart[levels - 1]; i < last; i++) {
            dependency[order[i]] = 0;
        }
        for (int d = levels - 2; d > 0; d--) {
            int from = levelStart[d];
            int to = levelStart[d + 1];
            int end = levelStart[d + 2];
            // From here on, carried holds what each vertex of the outer wave passes back along one path.
            for (int i = to; i < end; i++) {
                int w = order[i];
                carried[w] = (weight[w] + members[w] * dependency[w]) / paths[w];
            }
            double scale = levelScale[d];
            if (lookedBack[d]) {
                for (int i = from; i < to; i++) {
                    dependency[order[i]] = 0;
                }
                for (int i = to; i < end; i++) {
                    double passed = carried[order[i]];
                    for (int s = firstStepBack[i], stop = firstStepBack[i + 1]; s < stop; s++) {
                        dependency[step[s]] += passed;
                    }
                }
                for (int i = from; i < to; i++) {
                    int v = order[i];
                    dependency[v] *= paths[v] * scale;
                }
            } else if (parallel) {
                for (int i = from; i < to; i++) {
                    double sum = 0;
                    for (int s = firstStep[i], stop = firstStep[i + 1]; s < stop; s++) {
                        sum += stepParallel[s] * carried[step[s]];
                    }
                    int v = order[i];
                    dependency[v] = sum * paths[v] * scale;
                }
            } else {
                for (int i = from; i < to; i++) {
                    double sum = 0;
                    for (int s = firstStep[i], stop = firstStep[i + 1]; s < stop; s++) {
                        sum += carried[step[s]];
                    }
                    int v = order[i];
                    dependency[v] = sum * paths[v] * scale;
                }
            }
        }
    }
}
