package org.jejak.analysis.disruption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * <b>Question.</b> Which few people together hold the network in one piece: without whom would the rest be most
 * fragmented?
 *
 * <p><b>Formula.</b> The set S of {@code count} candidates with the largest {@code F(S) = 1 - Σ s(s-1) / (n'(n'-1))}, {@code s}
 * the sizes of the components of the n' others; among equals the one that leaves the others farther apart (smaller
 * {@code Σ 1/d}), then the one whose ids come first.
 *
 * <p><b>Paper.</b> Borgatti, <i>Identifying sets of key players in a social network</i>, Computational &amp; Mathematical
 * Organization Theory 12 (2006), KPP-neg. Greedy, then the best single exchange until none helps, and the same from
 * {@value #RESTARTS} random sets; where there are at most {@value #MOST_SETS} sets, all of them.
 *
 * <p><b>Cost.</b> A pass over the network, O(n + m), judges all candidates for one place. Greedy takes {@code count} of
 * them, a round of exchanges {@code count}, the proof one for each set of {@code count - 1}. Memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> None of the first four change anything. Those
 * without ties count among the others.
 *
 * <p><b>Range and scale.</b> F from 0, all reach each other, to 1.
 *
 * <p><b>When it misleads.</b> The best set is often not the only one ({@code alternatives} counts them). It knows nothing of
 * who would take over. Nothing is guaranteed where it is not proven: F is neither submodular nor monotone.
 *
 * <pre>
 *   a---b---c---d---e        count 1: c, F = 2/3
 * </pre>
 *
 * @param spared victims and witnesses, and those forced into their role: in the network, never candidates
 */
public record KeyPlayers(int count, Set<ActorId> spared, long seed) {

    static final int RESTARTS = 20;
    static final long MOST_SETS = 2_000_000;
    private static final double MOST_DISTANCE_WORK = 3e9;
    private static final double CLOSE = 1e-9;

    public KeyPlayers {
        spared = Set.copyOf(spared);
        if (count < 0) {
            throw new IllegalArgumentException("a set cannot have " + count + " members");
        }
    }

    /**
     * @param distanceFragmentation {@code 1 - 2 Σ 1/d / (n'(n'-1))} over pairs of the n' others, {@code d} their distance;
     *     null where there is nobody left to be distant or it would take too long
     * @param alternatives how many sets are as good, this one included; null where that is not known
     */
    public record Found(
            List<ActorId> members,
            Remains remains,
            @Nullable Double distanceFragmentation,
            boolean proven,
            @Nullable Integer alternatives) {
        public Found {
            members = List.copyOf(members);
        }
    }

    public Found on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** @throws IllegalArgumentException if there are not more actors than {@code count}, or fewer candidates */
    public Found on(NetworkSnapshot network, RunControl control) {
        check(network);
        Search search = new Search(network, control);
        int[] best = search.heuristic();
        List<int[]> optimal =
                sets(search.candidates.length, count) <= MOST_SETS ? search.all(search.pairs(best)) : null;
        if (optimal != null) {
            best = search.farthestApart(optimal);
        }
        return search.found(network, best, optimal);
    }

    /** The best set the heuristic alone finds; what the bar of the method judges. */
    Found withoutProof(NetworkSnapshot network) {
        Search search = new Search(network, RunControl.PLAIN);
        return search.found(network, search.heuristic(), null);
    }

    void check(NetworkSnapshot network) {
        long candidates = network.actors().stream()
                .filter(actor -> !spared.contains(actor))
                .count();
        if (count > 0 && count >= network.size() || count > candidates) {
            throw new IllegalArgumentException(
                    count + " of " + candidates + " candidates among " + network.size() + " actors cannot be removed");
        }
    }

    private static long sets(int candidates, int chosen) {
        long sets = 1;
        for (int i = 1; i <= chosen; i++) {
            sets = sets * (candidates - chosen + i) / i;
            if (sets > MOST_SETS) {
                return Long.MAX_VALUE;
            }
        }
        return sets;
    }

    private final class Search {
        private final int n;
        private final int[] offsets;
        private final int[] targets;
        private final int[] candidates;
        private final SideSizes sides;
        private final RunControl control;

        Search(NetworkSnapshot network, RunControl control) {
            Adjacency adjacency = network.adjacency();
            this.n = network.size();
            this.offsets = adjacency.offsets();
            this.targets = adjacency.targets();
            this.candidates = IntStream.range(0, n)
                    .filter(v -> !spared.contains(network.actor(v)))
                    .toArray();
            this.sides = new SideSizes(n, offsets, targets);
            this.control = control;
        }

        Found found(NetworkSnapshot network, int[] best, @Nullable List<int[]> optimal) {
            boolean[] removed = mask(best);
            sides.look(removed);
            double remaining = n - best.length;
            Double apart =
                    remaining < 2 || isTooLong(1) ? null : 1 - closeness(removed) / (remaining * (remaining - 1));
            return new Found(
                    Arrays.stream(best).sorted().mapToObj(network::actor).toList(),
                    Remains.of(sides.pairs(), sides.largest(), n - best.length, n),
                    apart,
                    optimal != null,
                    optimal == null ? null : optimal.size());
        }

        private boolean isTooLong(int sets) {
            return (double) sets * n * (targets.length + n) > MOST_DISTANCE_WORK;
        }

        boolean[] mask(int... set) {
            boolean[] removed = new boolean[n];
            for (int v : set) {
                removed[v] = true;
            }
            return removed;
        }

        double pairs(int[] set) {
            sides.look(mask(set));
            return sides.pairs();
        }

        int[] heuristic() {
            int[] best = exchanged(greedy());
            double fewest = pairs(best);
            Random random = new Random(seed);
            for (int restart = 0; restart < RESTARTS && count > 0; restart++) {
                control.stop().check();
                int[] pool = candidates.clone();
                for (int i = 0; i < count; i++) {
                    int j = i + random.nextInt(pool.length - i);
                    int swapped = pool[i];
                    pool[i] = pool[j];
                    pool[j] = swapped;
                }
                int[] found = exchanged(Arrays.copyOf(pool, count));
                double pairs = pairs(found);
                if (pairs < fewest || pairs == fewest && isBefore(found, best)) {
                    best = found;
                    fewest = pairs;
                }
                control.progress().advanced("key players", (restart + 1.0) / RESTARTS);
            }
            return best;
        }

        /** Of two sets that leave as many pairs: whether the first leaves them farther apart, or else has earlier ids. */
        private boolean isBefore(int[] found, int[] best) {
            int byIds = Arrays.compare(sorted(found), sorted(best));
            if (byIds == 0 || isTooLong(2 * RESTARTS)) {
                return byIds < 0;
            }
            double one = closeness(mask(found));
            double other = closeness(mask(best));
            return one < other - CLOSE * other || one <= other + CLOSE * other && byIds < 0;
        }

        private static int[] sorted(int[] set) {
            int[] sorted = set.clone();
            Arrays.sort(sorted);
            return sorted;
        }

        private int[] greedy() {
            boolean[] removed = new boolean[n];
            int[] set = new int[count];
            for (int i = 0; i < count; i++) {
                control.stop().check();
                sides.look(removed);
                set[i] = bestOf(removed);
                removed[set[i]] = true;
            }
            return set;
        }

        private int bestOf(boolean[] removed) {
            int best = -1;
            for (int v : candidates) {
                if (!removed[v] && (best < 0 || sides.pairsWithout[v] < sides.pairsWithout[best])) {
                    best = v;
                }
            }
            return best;
        }

        /** One member leaves, one candidate comes, as long as the best such exchange helps. */
        private int[] exchanged(int[] set) {
            int[] current = set.clone();
            boolean[] removed = mask(current);
            double fewest = pairs(current);
            while (true) {
                int leaving = -1;
                int coming = -1;
                for (int i = 0; i < current.length; i++) {
                    control.stop().check();
                    removed[current[i]] = false;
                    sides.look(removed);
                    int best = bestOf(removed);
                    if (sides.pairsWithout[best] < fewest) {
                        fewest = sides.pairsWithout[best];
                        leaving = i;
                        coming = best;
                    }
                    removed[current[i]] = true;
                }
                if (leaving < 0) {
                    return current;
                }
                removed[current[leaving]] = false;
                removed[coming] = true;
                current[leaving] = coming;
            }
        }

        /** Every set with as few pairs left as any has, in the order of ids. */
        List<int[]> all(double knownFewest) {
            List<int[]> optimal = new ArrayList<>();
            double[] fewest = {knownFewest};
            if (count == 0) {
                optimal.add(new int[0]);
            } else {
                extend(new int[count], 0, 0, new boolean[n], fewest, optimal);
            }
            return optimal;
        }

        private void extend(
                int[] chosen, int length, int from, boolean[] removed, double[] fewest, List<int[]> optimal) {
            control.stop().check();
            if (length == count - 1) {
                sides.look(removed);
                for (int i = from; i < candidates.length; i++) {
                    double pairs = sides.pairsWithout[candidates[i]];
                    if (pairs < fewest[0]) {
                        optimal.clear();
                        fewest[0] = pairs;
                    }
                    if (pairs == fewest[0]) {
                        chosen[length] = candidates[i];
                        optimal.add(chosen.clone());
                    }
                }
                return;
            }
            for (int i = from; i < candidates.length; i++) {
                chosen[length] = candidates[i];
                removed[candidates[i]] = true;
                extend(chosen, length + 1, i + 1, removed, fewest, optimal);
                removed[candidates[i]] = false;
            }
        }

        int[] farthestApart(List<int[]> optimal) {
            if (optimal.size() == 1 || isTooLong(optimal.size())) {
                return optimal.getFirst();
            }
            int[] best = optimal.getFirst();
            double least = Double.POSITIVE_INFINITY;
            for (int[] set : optimal) {
                control.stop().check();
                double closeness = closeness(mask(set));
                if (closeness < least - CLOSE * least) {
                    least = closeness;
                    best = set;
                }
            }
            return best;
        }

        /** Sum of inverse distances over ordered pairs of those who remain. */
        private double closeness(boolean[] removed) {
            int[] distance = new int[n];
            int[] queue = new int[n];
            double sum = 0;
            for (int s = 0; s < n; s++) {
                if (removed[s]) {
                    continue;
                }
                control.stop().check();
                Arrays.fill(distance, -1);
                distance[s] = 0;
                queue[0] = s;
                int tail = 1;
                for (int head = 0; head < tail; head++) {
                    int v = queue[head];
                    sum += head == 0 ? 0 : 1.0 / distance[v];
                    for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                        int w = targets[e];
                        if (!removed[w] && distance[w] < 0) {
                            distance[w] = distance[v] + 1;
                            queue[tail++] = w;
                        }
                    }
                }
            }
            return sum;
        }
    }
}
