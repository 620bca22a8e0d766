package org.jejak.analysis.disruption;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Seeds;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> From which few people can most others be reached in a few steps: whom to watch, or to warn, to hear of the
 * whole?
 *
 * <p><b>Formula.</b> The set K of {@code count} candidates with the largest {@code reach(K)}, the share of the n - |K| others
 * within {@code within} steps of somebody in K; with {@code within} 0 the largest {@code R(K) = Σ 1/d(K,j) / (n - |K|)} over
 * the others, {@code 1/∞ = 0}. Members do not count themselves. Ties by ids.
 *
 * <p><b>Paper.</b> Borgatti (2006), KPP-pos; published variants differ in whether members count themselves and divide by n.
 *
 * <p><b>Cost.</b> Distances from all, O(nm), once; then O(n) for each set looked at. Memory n² bytes: up to {@value
 * #MOST_ACTORS} actors.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> None of the first four change anything; nobody
 * reaches those without ties.
 *
 * <p><b>Range and scale.</b> 0 to 1. Reach is submodular: greedy alone has at least 1 - 1/e of the best. Then the best
 * exchanges, and the same from {@value #RESTARTS} random sets. Who is more than 126 steps away counts as out of reach.
 *
 * <p><b>When it misleads.</b> Who can be reached in the records need not be on speaking terms.
 *
 * <pre>
 *   a---b---c   d---e        count 2, within 1: b and d (or e), reach 1
 * </pre>
 *
 * @param within steps; 0 for inverse distances
 * @param spared victims, witnesses and those forced into their role: counted among the others, never in the set
 */
public record KeyReach(int count, int within, Set<ActorId> spared, long seed) {

    static final int RESTARTS = 20;
    static final int MOST_ACTORS = 20_000;
    private static final int FAR = 127;

    public KeyReach {
        spared = Set.copyOf(spared);
        if (count < 0 || within < 0) {
            throw new IllegalArgumentException("neither sets nor steps are negative");
        }
    }

    /** @param reach as the formula says */
    public record Found(List<ActorId> members, double reach) {
        public Found {
            members = List.copyOf(members);
        }
    }

    public Found on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** @throws IllegalArgumentException if there are not more actors than {@code count}, or fewer candidates */
    public Found on(NetworkSnapshot network, RunControl control) {
        Ground ground = new Ground(network, spared);
        if (ground.n > MOST_ACTORS) {
            throw new IllegalArgumentException("more than " + MOST_ACTORS + " actors");
        }
        new KeyPlayers(count, spared, seed).check(network);
        if (count == 0) {
            return new Found(List.of(), 0);
        }
        byte[][] distance = distances(ground, control);
        int[] best = exchanged(ground, distance, greedy(ground, distance, control), control);
        double most = reach(distance, best);
        Random random = Seeds.random(seed, 0);
        for (int restart = 0; restart < RESTARTS; restart++) {
            int[] pool = ground.candidates.clone();
            for (int i = 0; i < count; i++) {
                int j = i + random.nextInt(pool.length - i);
                int swapped = pool[i];
                pool[i] = pool[j];
                pool[j] = swapped;
            }
            int[] found = exchanged(ground, distance, Arrays.copyOf(pool, count), control);
            double reach = reach(distance, found);
            if (reach > most || reach == most && Arrays.compare(sorted(found), sorted(best)) < 0) {
                best = found;
                most = reach;
            }
            control.progress().advanced("reach", (restart + 1.0) / RESTARTS);
        }
        return new Found(Arrays.stream(sorted(best)).mapToObj(ground::actor).toList(), most);
    }

    private static int[] sorted(int[] set) {
        int[] sorted = set.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static byte[][] distances(Ground ground, RunControl control) {
        byte[][] distance = new byte[ground.n][ground.n];
        int[] queue = new int[ground.n];
        for (int s = 0; s < ground.n; s++) {
            control.stop().check();
            byte[] from = distance[s];
            Arrays.fill(from, (byte) FAR);
            from[s] = 0;
            queue[0] = s;
            int tail = 1;
            for (int head = 0; head < tail; head++) {
                int v = queue[head];
                for (int e = ground.offsets[v]; e < ground.offsets[v + 1]; e++) {
                    int w = ground.targets[e];
                    if (from[w] == FAR && w != s && from[v] < FAR - 1) {
                        from[w] = (byte) (from[v] + 1);
                        queue[tail++] = w;
                    }
                }
            }
        }
        return distance;
    }

    private double reach(byte[][] distance, int... set) {
        int n = distance.length;
        byte[] nearest = new byte[n];
        Arrays.fill(nearest, (byte) FAR);
        for (int k : set) {
            for (int j = 0; j < n; j++) {
                nearest[j] = (byte) Math.min(nearest[j], distance[k][j]);
            }
        }
        return worth(nearest) / (n - set.length);
    }

    private double worth(byte[] nearest) {
        double sum = 0;
        for (byte steps : nearest) {
            if (steps == 0 || steps == FAR) {
                continue;
            }
            sum += within > 0 ? (steps <= within ? 1 : 0) : 1.0 / steps;
        }
        return sum;
    }

    private int[] greedy(Ground ground, byte[][] distance, RunControl control) {
        int[] set = new int[0];
        for (int i = 0; i < count; i++) {
            int[] longer = Arrays.copyOf(set, i + 1);
            int best = -1;
            double most = -1;
            for (int v : ground.candidates) {
                control.stop().check();
                int candidate = v;
                if (Arrays.stream(set).anyMatch(member -> member == candidate)) {
                    continue;
                }
                longer[i] = v;
                // Denominators must not differ between sizes of sets that are compared, and here they do not.
                double reach = reach(distance, longer);
                if (reach > most) {
                    most = reach;
                    best = v;
                }
            }
            longer[i] = best;
            set = longer;
        }
        return set;
    }

    /** One member leaves, one candidate comes, as long as the best such exchange helps. */
    private int[] exchanged(Ground ground, byte[][] distance, int[] start, RunControl control) {
        int[] set = start.clone();
        double most = reach(distance, set);
        while (true) {
            int leaving = -1;
            int coming = -1;
            for (int i = 0; i < set.length; i++) {
                int[] other = set.clone();
                for (int v : ground.candidates) {
                    control.stop().check();
                    other[i] = v;
                    boolean member = IntStream.of(set).anyMatch(m -> m == v);
                    double reach = member ? -1 : reach(distance, other);
                    if (reach > most) {
                        most = reach;
                        leaving = i;
                        coming = v;
                    }
                }
            }
            if (leaving < 0) {
                return set;
            }
            set[leaving] = coming;
        }
    }
}
