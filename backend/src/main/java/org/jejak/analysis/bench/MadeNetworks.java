package org.jejak.analysis.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/** Networks grown from a seed, for measuring; none stands for anybody. */
public final class MadeNetworks {

    private MadeNetworks() {}

    /**
     * Barabási and Albert (Science 286, 1999): each newcomer ties itself to {@code each} earlier ones (or to all there are),
     * the likelier the more ties these have. 10,000 with 3 each have 29,994 ties.
     */
    public static List<int[]> barabasiAlbert(int n, int each, long seed) {
        return grow(n, n, each, seed);
    }

    /**
     * The shape of a real case: a core grown like that, and {@code leafShare} of all with one tie to somebody of it, the
     * likelier the more ties these have.
     */
    public static List<int[]> caseShaped(int n, double leafShare, int each, long seed) {
        return grow(n, (int) Math.round(n * (1 - leafShare)), each, seed);
    }

    private static List<int[]> grow(int n, int core, int each, long seed) {
        Random random = new Random(seed);
        List<int[]> edges = new ArrayList<>();
        // Everybody stands in the hat once for themselves and once for each tie.
        int[] hat = new int[n + 2 * n * each];
        hat[0] = 0;
        int filled = 1;
        for (int v = 1; v < n; v++) {
            int wanted = v < core ? Math.min(v, each) : 1;
            Set<Integer> chosen = new HashSet<>();
            List<Integer> order = new ArrayList<>();
            while (order.size() < wanted) {
                int target = hat[random.nextInt(filled)];
                if ((v < core || target < core) && chosen.add(target)) {
                    order.add(target);
                }
            }
            for (int target : order) {
                edges.add(new int[] {target, v});
                hat[filled++] = target;
                if (v < core) {
                    hat[filled++] = v;
                }
            }
            if (v < core) {
                hat[filled++] = v;
            }
        }
        return edges;
    }

    /** Vertex {@code i} becomes the {@code i}-th actor. */
    public static NetworkSnapshot snapshot(int n, List<int[]> edges) {
        List<ActorId> actors = new ArrayList<>(n);
        for (int v = 0; v < n; v++) {
            actors.add(ActorId.of("MADE:v%08d".formatted(v)));
        }
        List<Tie> ties = new ArrayList<>(edges.size());
        for (int[] edge : edges) {
            Key record = Key.of("MADE", "links", "l" + ties.size());
            ties.add(new Tie(actors.get(edge[0]), actors.get(edge[1]), TieKind.LINK, record));
        }
        return NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
    }
}
