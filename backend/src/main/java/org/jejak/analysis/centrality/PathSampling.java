package org.jejak.analysis.centrality;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jejak.analysis.StopSignal;

/**
 * Draws pairs who reach each other and one of their shortest paths, each path of a pair equally likely, and counts who
 * lies on it within a block. Both ends search, the one with fewer ties before it always next, until they meet: in a small
 * world a few thousand steps where one end alone would see everybody. One thread owns one of these.
 */
final class PathSampling {

    /** Counts of a wave are brought down before the next could leave the range of a double. */
    private static final double LARGEST = 1e150;

    private final Drawing drawing;
    private final int[] passed;
    private final Side[] sides;

    PathSampling(Drawing drawing) {
        this.drawing = drawing;
        this.passed = new int[drawing.size()];
        this.sides = new Side[] {new Side(drawing), new Side(drawing)};
    }

    /** Adds how often a path went through each. */
    void addTo(int[] counts) {
        for (int v = 0; v < counts.length; v++) {
            counts[v] += passed[v];
        }
    }

    void draw(int paths, long seed, StopSignal stop) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] firstPair = drawing.firstPair();
        for (int i = 0; i < paths; i++) {
            stop.check();
            long pair = random.nextLong(drawing.orderedPairs());
            int c = Arrays.binarySearch(firstPair, pair);
            // Components of one have no pairs: the last that begins here is the one.
            c = c < 0 ? -c - 2 : c;
            while (firstPair[c + 1] == pair) {
                c++;
            }
            int first = drawing.firstMember()[c];
            int others = drawing.firstMember()[c + 1] - first - 1;
            long within = pair - firstPair[c];
            int s = (int) (within / others);
            int t = (int) (within % others);
            path(drawing.members()[first + s], drawing.members()[first + (t < s ? t : t + 1)], random);
        }
    }

    private void path(int s, int t, SplittableRandom random) {
        sides[0].begin(s);
        sides[1].begin(t);
        int middle;
        do {
            int near = sides[0].tiesAhead <= sides[1].tiesAhead ? 0 : 1;
            sides[near].advance();
            middle = meeting(sides[near], sides[1 - near], random);
        } while (middle < 0);
        int towardsS = sides[0].walk(middle, passed, random);
        int towardsT = sides[1].walk(middle, passed, random);
        if (towardsS >= 0 && towardsT >= 0 && towardsS == towardsT) {
            passed[middle]++;
        }
        sides[0].clear();
        sides[1].clear();
    }

    /**
     * Whom the path meets where both searches touch: every shortest path has exactly one vertex in the last wave of both.
     * Negative while they have not met.
     */
    private int meeting(Side moved, Side other, SplittableRandom random) {
        double largestHere = -1;
        double largestThere = -1;
        for (int i = moved.waveStart; i < moved.reached; i++) {
            int v = moved.order[i];
            if (other.distance[v] >= 0) {
                largestHere = Math.max(largestHere, moved.paths[v]);
                largestThere = Math.max(largestThere, other.paths[v]);
            }
        }
        if (largestHere < 0) {
            return -1;
        }
        double sum = 0;
        int chosen = -1;
        for (int i = moved.waveStart; i < moved.reached; i++) {
            int v = moved.order[i];
            if (other.distance[v] >= 0) {
                double weight = moved.paths[v] / largestHere * (other.paths[v] / largestThere);
                sum += weight;
                // Each in turn takes the place with its share of what was seen: in the end all have theirs.
                chosen = chosen < 0 || random.nextDouble() * sum < weight ? v : chosen;
            }
        }
        return chosen;
    }

    /** A breadth-first search from one end, wave by wave. */
    private static final class Side {
        private final Drawing drawing;
        private final int[] distance;
        private final double[] paths;
        private final int[] order;
        private int reached;
        private int waveStart;
        private long tiesAhead;

        Side(Drawing drawing) {
            this.drawing = drawing;
            this.distance = new int[drawing.size()];
            this.paths = new double[drawing.size()];
            this.order = new int[drawing.size()];
            Arrays.fill(distance, -1);
        }

        void begin(int end) {
            order[0] = end;
            distance[end] = 0;
            paths[end] = 1;
            reached = 1;
            waveStart = 0;
            tiesAhead = drawing.offsets()[end + 1] - drawing.offsets()[end];
        }

        void clear() {
            for (int i = 0; i < reached; i++) {
                distance[order[i]] = -1;
            }
        }

        void advance() {
            int[] offsets = drawing.offsets();
            int[] targets = drawing.targets();
            int[] parallel = drawing.parallel();
            int from = waveStart;
            int to = reached;
            double largest = 0;
            waveStart = to;
            tiesAhead = 0;
            for (int i = from; i < to; i++) {
                int v = order[i];
                int next = distance[v] + 1;
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    int w = targets[e];
                    if (distance[w] < 0) {
                        distance[w] = next;
                        paths[w] = 0;
                        order[reached++] = w;
                        tiesAhead += offsets[w + 1] - offsets[w];
                    }
                    if (distance[w] == next) {
                        paths[w] += parallel == null ? paths[v] : parallel[e] * paths[v];
                        largest = Math.max(largest, paths[w]);
                    }
                }
            }
            if (largest > LARGEST) {
                // Only the proportions within a wave are ever asked for.
                for (int i = to; i < reached; i++) {
                    paths[order[i]] = Math.max(paths[order[i]] / largest, Double.MIN_NORMAL);
                }
            }
        }

        /**
         * Walks from where the searches met back to this end and counts whom it passes within a block.
         *
         * @return the block of the first tie walked along; -1 if that is a bridge, or there is none
         */
        int walk(int middle, int[] passed, SplittableRandom random) {
            int[] offsets = drawing.offsets();
            int[] targets = drawing.targets();
            int[] parallel = drawing.parallel();
            int first = -1;
            int before = -1;
            for (int v = middle; distance[v] > 0; ) {
                double sum = 0;
                int taken = -1;
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    if (distance[targets[e]] == distance[v] - 1) {
                        double weight = parallel == null ? paths[targets[e]] : parallel[e] * paths[targets[e]];
                        sum += weight;
                        taken = taken < 0 || random.nextDouble() * sum < weight ? e : taken;
                    }
                }
                int block = drawing.block()[taken];
                if (v == middle) {
                    first = block;
                } else if (block >= 0 && block == before) {
                    passed[v]++;
                }
                before = block;
                v = targets[taken];
            }
            return first;
        }
    }
}
