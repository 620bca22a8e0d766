package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.community.Partition;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Why does so much run through somebody: between whom do they stand, and on which ties and records does that
 * rest?
 *
 * <p><b>Formula.</b> Betweenness taken apart. By ends: {@code B(v; C, D) = Σ σ(s,t|v) / σ(s,t)} over pairs with one end in
 * community C and the other in D. By ties: the part of it whose paths enter or leave {@code v} over the tie to {@code w}.
 *
 * <p><b>Paper.</b> Brandes, <i>On variants of shortest-path betweenness centrality and their generic computation</i>, Social
 * Networks 30 (2008).
 *
 * <p><b>Cost.</b> One search from everybody, O(nm) for one actor. Memory O(n).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As betweenness: parallel ties make as many paths.
 *
 * <p><b>Range and scale.</b> Raw, over unordered pairs; shares from 0 to 1. The parts add up to the whole.
 *
 * <p><b>When it misleads.</b> Communities are one reading of the network, found with a seed; where their borders are vague, so
 * is "between them". A tie that carries much and rests on one record of low grade carries nothing.
 *
 * <pre>
 *   a           e
 *   |\         /|
 *   | c---m---d |        m: 9, all of it between the community of a and that of e; each tie carries all of it
 *   |/         \|
 *   b           f
 * </pre>
 *
 * @param seed of the communities; the same as the ranking's, to speak of the same ones
 */
public record WhyBroker(ActorId actor, long seed) {

    public Reasons on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** @throws IllegalArgumentException if the actor is not in the network */
    public Reasons on(NetworkSnapshot network, RunControl control) {
        int v = network.vertex(actor);
        Partition partition = new LeidenCommunities(seed).on(network, control.part(0, 0.2));
        Parts parts = new Parts(network, partition, v);
        parts.take(control.part(0.2, 1));
        return new Reasons(
                actor, parts.whole / 2, joined(network, partition, v), parts.between(), parts.ties(network, partition));
    }

    private List<Reasons.Joined> joined(NetworkSnapshot network, Partition partition, int v) {
        Map<Integer, Integer> contacts = new TreeMap<>();
        Adjacency adjacency = network.adjacency();
        for (int i = 0; i < adjacency.neighbours(v); i++) {
            contacts.merge(partition.of(network.actor(adjacency.neighbour(v, i))), 1, Integer::sum);
        }
        Map<Integer, Integer> members = new TreeMap<>();
        partition.communities().forEach(c -> members.put(c.id(), c.members().size()));
        int own = partition.of(actor);
        return contacts.entrySet().stream()
                .map(e -> new Reasons.Joined(
                        e.getKey(), e.getKey() == own, e.getValue(), members.getOrDefault(e.getKey(), 0)))
                .sorted(Comparator.comparingInt((Reasons.Joined j) -> -j.contacts())
                        .thenComparingInt(Reasons.Joined::community))
                .toList();
    }

    /** The searches from everybody, and what each adds. */
    private static final class Parts {
        private final int n;
        private final int v;
        private final int[] offsets;
        private final int[] targets;
        private final int[] parallel;
        private final int[] community;
        private final int[] distance;
        private final double[] paths;
        private final int[] distanceFromV;
        private final double[] pathsFromV;
        /** By slot of {@code v}; every unordered pair is met from both ends. */
        private final double[] carried;

        private final Map<Long, Double> byCommunities = new TreeMap<>();
        private final int[] queue;
        private double whole;

        Parts(NetworkSnapshot network, Partition partition, int v) {
            Adjacency adjacency = network.adjacency();
            this.n = network.size();
            this.v = v;
            this.offsets = adjacency.offsets();
            this.targets = adjacency.targets();
            this.parallel = adjacency.multiplicities();
            boolean folded = network.fold() == org.jejak.analysis.Fold.SIMPLE;
            if (folded) {
                Arrays.fill(parallel, 1);
            }
            this.community = new int[n];
            Arrays.setAll(community, u -> partition.of(network.actor(u)));
            this.queue = new int[n];
            this.distance = new int[n];
            this.paths = new double[n];
            search(v);
            this.distanceFromV = distance.clone();
            this.pathsFromV = paths.clone();
            this.carried = new double[offsets[v + 1] - offsets[v]];
        }

        private void search(int source) {
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
        }

        void take(RunControl control) {
            for (int s = 0; s < n; s++) {
                control.stop().check();
                if (s == v || distanceFromV[s] < 0) {
                    continue;
                }
                search(s);
                double here = 0;
                for (int t = 0; t < n; t++) {
                    boolean through =
                            t != s && t != v && distanceFromV[t] >= 0 && distance[v] + distanceFromV[t] == distance[t];
                    if (through) {
                        double part = paths[v] * pathsFromV[t] / paths[t];
                        here += part;
                        byCommunities.merge(communities(community[s], community[t]), part, Double::sum);
                    }
                }
                whole += here;
                for (int e = offsets[v]; e < offsets[v + 1] && here > 0; e++) {
                    if (distance[targets[e]] == distance[v] - 1) {
                        carried[e - offsets[v]] += here * paths[targets[e]] * parallel[e] / paths[v];
                    }
                }
                control.progress().advanced("why", (s + 1.0) / n);
            }
        }

        private static long communities(int one, int other) {
            return (long) Math.min(one, other) << 32 | Math.max(one, other);
        }

        List<Reasons.Between> between() {
            List<Reasons.Between> between = new ArrayList<>();
            byCommunities.forEach((pair, twice) ->
                    between.add(new Reasons.Between((int) (pair >> 32), pair.intValue(), twice / 2, twice / whole)));
            between.sort(Comparator.comparingDouble(b -> -b.betweenness()));
            return between;
        }

        List<Reasons.Carrying> ties(NetworkSnapshot network, Partition partition) {
            List<Reasons.Carrying> ties = new ArrayList<>();
            for (int i = 0; i < carried.length; i++) {
                ActorId other = network.actor(targets[offsets[v] + i]);
                ties.add(new Reasons.Carrying(
                        other,
                        partition.of(other),
                        whole == 0 ? 0 : 2 * carried[i] / whole,
                        network.records(network.actor(v), other)));
            }
            ties.sort(Comparator.comparingDouble(tie -> -tie.share()));
            return ties;
        }
    }
}
