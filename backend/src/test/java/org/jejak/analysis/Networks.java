package org.jejak.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/** Networks as one writes them, and the gallery every measure is tried on. */
public final class Networks {

    private Networks() {}

    /** {@code "ana-ben, ben-cy, dee"}: ties by name, a name alone is an actor without ties. */
    public static NetworkSnapshot network(String written) {
        return network(written, Fold.SIMPLE);
    }

    public static NetworkSnapshot network(String written, Fold fold) {
        Set<ActorId> actors = new TreeSet<>();
        List<Tie> ties = new ArrayList<>();
        for (String part : written.split(",")) {
            String[] ends = part.strip().split("-");
            if (ends[0].isEmpty()) {
                continue;
            }
            actors.add(actor(ends[0]));
            if (ends.length == 2) {
                actors.add(actor(ends[1]));
                ties.add(
                        new Tie(actor(ends[0]), actor(ends[1]), TieKind.LINK, Key.of("T", "links", "l" + ties.size())));
            }
        }
        return NetworkSnapshot.of(actors, ties, fold);
    }

    public static ActorId actor(String name) {
        return ActorId.of("T:" + name);
    }

    public static ActorId actor(int number) {
        return ActorId.of("T:v%07d".formatted(number));
    }

    public static NetworkSnapshot edges(int n, List<int[]> edges, Fold fold) {
        List<ActorId> actors = new ArrayList<>(n);
        for (int v = 0; v < n; v++) {
            actors.add(actor(v));
        }
        List<Tie> ties = new ArrayList<>(edges.size());
        for (int[] edge : edges) {
            ties.add(new Tie(
                    actors.get(edge[0]), actors.get(edge[1]), TieKind.LINK, Key.of("T", "links", "l" + ties.size())));
        }
        return NetworkSnapshot.of(actors, ties, fold);
    }

    public static NetworkSnapshot empty() {
        return network("");
    }

    public static NetworkSnapshot single() {
        return network("a");
    }

    public static NetworkSnapshot pair() {
        return network("a-b");
    }

    public static NetworkSnapshot path(int n) {
        List<int[]> edges = new ArrayList<>();
        for (int v = 1; v < n; v++) {
            edges.add(new int[] {v - 1, v});
        }
        return edges(n, edges, Fold.SIMPLE);
    }

    /** The centre is vertex 0. */
    public static NetworkSnapshot star(int n) {
        List<int[]> edges = new ArrayList<>();
        for (int v = 1; v < n; v++) {
            edges.add(new int[] {0, v});
        }
        return edges(n, edges, Fold.SIMPLE);
    }

    public static NetworkSnapshot ring(int n) {
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            edges.add(new int[] {v, (v + 1) % n});
        }
        return edges(n, edges, Fold.SIMPLE);
    }

    public static NetworkSnapshot clique(int n) {
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int w = v + 1; w < n; w++) {
                edges.add(new int[] {v, w});
            }
        }
        return edges(n, edges, Fold.SIMPLE);
    }

    /** Two triangles that nothing joins. */
    public static NetworkSnapshot twoIslands() {
        return network("a-b, b-c, c-a, x-y, y-z, z-x");
    }

    /**
     * Krackhardt's kite, numbered as he drew it: a body of seven, a tail of two, Heather (7) where the tail begins.
     *
     * <pre>
     *    0---2
     *   /|\ /|\
     *  1-+-3-+-5... 7---8---9
     * </pre>
     */
    public static NetworkSnapshot kite() {
        int[][] ties = {
            {0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4}, {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6}, {4, 6},
            {5, 6}, {5, 7}, {6, 7}, {7, 8}, {8, 9}
        };
        return edges(10, List.of(ties), Fold.SIMPLE);
    }

    /** Erdős–Rényi: {@code m} distinct ties among {@code n}. */
    public static NetworkSnapshot random(int n, int m, long seed, Fold fold) {
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        List<int[]> edges = new ArrayList<>();
        while (edges.size() < m) {
            int a = random.nextInt(n);
            int b = random.nextInt(n);
            boolean fresh = fold == Fold.MULTIGRAPH || seen.add((long) Math.min(a, b) * n + Math.max(a, b));
            if (a != b && fresh) {
                edges.add(new int[] {a, b});
            }
        }
        return edges(n, edges, fold);
    }

    /** A core of random ties from which trees hang: about {@code leafShare} of all have one tie. */
    public static NetworkSnapshot caseShaped(int n, double leafShare, long seed, Fold fold) {
        Random random = new Random(seed);
        int core = Math.max(2, (int) (n * (1 - leafShare)));
        Set<Long> seen = new HashSet<>();
        List<int[]> edges = new ArrayList<>();
        while (edges.size() < core * 2 && seen.size() < core * (core - 1) / 2) {
            int a = random.nextInt(core);
            int b = random.nextInt(core);
            if (a != b && (seen.add((long) Math.min(a, b) * n + Math.max(a, b)) || fold == Fold.MULTIGRAPH)) {
                edges.add(new int[] {a, b});
            }
        }
        for (int v = core; v < n; v++) {
            edges.add(new int[] {random.nextInt(random.nextInt(4) == 0 ? v : core), v});
        }
        return edges(n, edges, fold);
    }
}
