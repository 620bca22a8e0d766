package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.community.Partition;

/** What of the shortest ways of others runs through one actor, between whom, and over which of their ties. */
final class ThroughOne {

    private final int n;
    private final int v;
    private final int[] offsets;
    private final int[] targets;
    private final int[] parallel;
    private final int[] community;
    private final int communities;
    private final int[] distanceFromV;
    private final double[] pathsFromV;

    ThroughOne(NetworkSnapshot network, Partition partition, int v) {
        Adjacency adjacency = network.adjacency();
        this.n = network.size();
        this.v = v;
        this.offsets = adjacency.offsets();
        this.targets = adjacency.targets();
        this.parallel = adjacency.multiplicities();
        if (network.fold() == Fold.SIMPLE) {
            Arrays.fill(parallel, 1);
        }
        this.community = new int[n];
        Arrays.setAll(community, u -> partition.of(network.actor(u)));
        this.communities = Arrays.stream(community).max().orElse(0) + 1;
        this.distanceFromV = new int[n];
        this.pathsFromV = new double[n];
        search(v, distanceFromV, pathsFromV, new int[n]);
    }

    /** Who is from {@code nearest} to {@code farthest} steps away, in the order of the network. */
    int[] at(int nearest, int farthest) {
        return IntStream.range(0, n)
                .filter(u -> distanceFromV[u] >= nearest && distanceFromV[u] <= farthest)
                .toArray();
    }

    Search search() {
        return new Search();
    }

    /** Returns how many are reached, in whose order the queue is. */
    private int search(int source, int[] distance, double[] paths, int[] queue) {
        Arrays.fill(distance, -1);
        Arrays.fill(paths, 0);
        distance[source] = 0;
        paths[source] = 1;
        queue[0] = source;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int u = queue[head];
            for (int e = offsets[u]; e < offsets[u + 1]; e++) {
                int w = targets[e];
                if (distance[w] < 0) {
                    distance[w] = distance[u] + 1;
                    queue[tail++] = w;
                }
                if (distance[w] == distance[u] + 1) {
                    paths[w] += paths[u] * parallel[e];
                }
            }
        }
        return tail;
    }

    /** One thread's searches, one after the other. */
    final class Search {

        private final int[] distance = new int[n];
        private final double[] paths = new double[n];
        private final int[] queue = new int[n];

        /** Of each actor farther than {@code v}: themselves, and what of the ways to those behind runs through them. */
        private final double[] behind = new double[n];

        private final double[] toCommunity = new double[communities];
        private final double[] carried = new double[offsets[v + 1] - offsets[v]];
        private final Map<Long, Double> byCommunities = new TreeMap<>();
        private double whole;
        private int reached;

        /** Adds what runs through from {@code s} to anybody, {@code weight} times. */
        void take(int s, double weight) {
            reached = search(s, distance, paths, queue);
            double here = 0;
            for (int t = 0; t < n; t++) {
                boolean through =
                        t != s && t != v && distanceFromV[t] >= 0 && distance[v] + distanceFromV[t] == distance[t];
                if (through) {
                    double part = weight * paths[v] * pathsFromV[t] / paths[t];
                    here += part;
                    toCommunity[community[t]] += part;
                }
            }
            if (here == 0) {
                return;
            }
            whole += here;
            for (int c = 0; c < communities; c++) {
                if (toCommunity[c] > 0) {
                    byCommunities.merge(pair(community[s], c), toCommunity[c], Double::sum);
                    toCommunity[c] = 0;
                }
            }
            leaveOver(weight);
        }

        /**
         * Adds over which ties it leaves {@code v}; as much comes by each as leaves by it. Counted where it leaves, one search
         * tells of every tie, while it comes by the one or two that lie towards its start.
         */
        private void leaveOver(double weight) {
            for (int i = reached - 1; queue[i] != v; i--) {
                int u = queue[i];
                behind[u] = 1;
                for (int e = offsets[u]; e < offsets[u + 1]; e++) {
                    int w = targets[e];
                    if (distance[w] == distance[u] + 1) {
                        behind[u] += paths[u] * parallel[e] / paths[w] * behind[w];
                    }
                }
            }
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int w = targets[e];
                if (distance[w] == distance[v] + 1) {
                    carried[e - offsets[v]] += weight * paths[v] * parallel[e] / paths[w] * behind[w];
                }
            }
        }

        Sum sum() {
            return new Sum(whole, byCommunities, carried);
        }
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** The parts in their order, so that the sum does not depend on who was first. */
    Sum add(List<Sum> parts) {
        double whole = 0;
        var byCommunities = new TreeMap<Long, Double>();
        double[] carried = new double[offsets[v + 1] - offsets[v]];
        for (Sum part : parts) {
            whole += part.whole();
            part.byCommunities().forEach((pair, twice) -> byCommunities.merge(pair, twice, Double::sum));
            Arrays.setAll(carried, i -> carried[i] + part.carried()[i]);
        }
        return new Sum(whole, byCommunities, carried);
    }

    /** Standard error of the whole as a share of it, from how far the parts of a sample differ. */
    static double relativeError(List<Sum> parts) {
        double mean = parts.stream().mapToDouble(Sum::whole).average().orElse(0);
        double squares = parts.stream()
                .mapToDouble(p -> (p.whole() - mean) * (p.whole() - mean))
                .sum();
        return mean == 0 ? 0 : Math.sqrt(squares / (parts.size() - 1) / parts.size()) / mean;
    }

    /** The largest standard error of any tie's share, likewise. */
    static double shareError(List<Sum> parts, Sum all) {
        double largest = 0;
        for (int i = 0; i < all.carried().length && all.whole() > 0; i++) {
            double share = all.shareOfTie(i);
            double squares = 0;
            for (Sum part : parts) {
                double off = 2 * part.carried()[i] - share * part.whole();
                squares += off * off;
            }
            largest = Math.max(largest, Math.sqrt(squares * parts.size() / (parts.size() - 1)) / all.whole());
        }
        return largest;
    }

    /**
     * What runs through; every unordered pair is met from both ends.
     *
     * @param byCommunities by two of them, the smaller in the upper half
     * @param carried by the actor's ties
     */
    record Sum(double whole, Map<Long, Double> byCommunities, double[] carried) {

        List<Reasons.Between> between() {
            List<Reasons.Between> between = new ArrayList<>();
            byCommunities.forEach((pair, twice) ->
                    between.add(new Reasons.Between((int) (pair >> 32), pair.intValue(), twice / 2, twice / whole)));
            between.sort(Comparator.comparingDouble(b -> -b.betweenness()));
            return between;
        }

        double shareOfTie(int i) {
            return whole == 0 ? 0 : 2 * carried[i] / whole;
        }
    }
}
