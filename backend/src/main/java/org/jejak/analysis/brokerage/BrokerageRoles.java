package org.jejak.analysis.brokerage;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.community.Partition;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Between whom does somebody broker: among their own, within another group, at their group's gate, or
 * between groups that are not theirs?
 *
 * <p><b>Formula.</b> Over all pairs of contacts of {@code v} that are not tied to each other, how many fall to each role, by
 * the groups of the three: coordinator (a a a), itinerant (b <u>a</u> b), gatekeeper or representative (a <u>a</u> b),
 * liaison (b <u>a</u> c). Pairs in which one of the three has no group count nowhere.
 *
 * <p><b>Paper.</b> Gould and Fernandez, <i>Structures of mediation: a formal approach to brokerage in transaction
 * networks</i>, Sociological Methodology 19 (1989).
 *
 * <p><b>Cost.</b> O(m √m), memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Ties have no direction, so gatekeeper and
 * representative are one. Weights and parallel ties change nothing, loops do not exist. Without two contacts: all 0.
 *
 * <p><b>Range and scale.</b> Whole numbers; together at most k (k - 1) / 2 with k contacts.
 *
 * <p><b>When it misleads.</b> The counts grow with the square of the contacts, and the roles are as good as the groups: a
 * community found by an algorithm is no gang, and whoever stands between two is often put into either by a hair.
 *
 * <pre>
 *   a1---a2---b1        a2: gatekeeper once
 * </pre>
 *
 * @param groups of all who have one: communities, countries, organizations
 */
public record BrokerageRoles(Map<ActorId, String> groups) {

    public BrokerageRoles {
        groups = Map.copyOf(groups);
    }

    /** Over communities. */
    public static BrokerageRoles over(Partition communities) {
        Map<ActorId, String> groups = new HashMap<>();
        communities
                .communities()
                .forEach(community ->
                        community.members().forEach(member -> groups.put(member, String.valueOf(community.id()))));
        return new BrokerageRoles(groups);
    }

    public SortedMap<ActorId, RoleCounts> on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** Of everybody in the network, by id. */
    public SortedMap<ActorId, RoleCounts> on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        Triangles triangles = new Triangles(adjacency);
        int[] group = numbered(network);
        long[][] counts = new long[network.size()][];
        for (int v = 0; v < counts.length; v++) {
            counts[v] = pairs(triangles, group, v);
        }
        int[] targets = triangles.targets;
        triangles.visit(control.stop(), (uv, vu, vw, wv, uw, wu) -> {
            int u = targets[vu];
            int v = targets[uv];
            int w = targets[uw];
            // Two who are tied need nobody between them.
            without(counts[u], group[u], group[v], group[w]);
            without(counts[v], group[v], group[u], group[w]);
            without(counts[w], group[w], group[u], group[v]);
        });
        SortedMap<ActorId, RoleCounts> roles = new TreeMap<>();
        for (int v = 0; v < counts.length; v++) {
            long[] c = counts[v];
            roles.put(network.actor(v), new RoleCounts(c[0], c[1], c[2], c[3]));
        }
        return roles;
    }

    private int[] numbered(NetworkSnapshot network) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] group = new int[network.size()];
        for (int v = 0; v < group.length; v++) {
            String name = groups.get(network.actor(v));
            group[v] = name == null ? -1 : numbers.computeIfAbsent(name, any -> numbers.size());
        }
        return group;
    }

    /** All pairs of contacts of {@code v} by role, tied or not. */
    private static long[] pairs(Triangles triangles, int[] group, int v) {
        long[] counts = new long[4];
        if (group[v] < 0) {
            return counts;
        }
        Int2IntOpenHashMap contacts = new Int2IntOpenHashMap();
        long others = 0;
        for (int e = triangles.offsets[v]; e < triangles.offsets[v + 1]; e++) {
            int of = group[triangles.targets[e]];
            if (of >= 0) {
                contacts.addTo(of, 1);
                others += of == group[v] ? 0 : 1;
            }
        }
        long own = contacts.get(group[v]);
        long sameOther = 0;
        for (var entry : contacts.int2IntEntrySet()) {
            long k = entry.getIntValue();
            sameOther += entry.getIntKey() == group[v] ? 0 : k * (k - 1) / 2;
        }
        counts[0] = own * (own - 1) / 2;
        counts[1] = sameOther;
        counts[2] = own * others;
        counts[3] = others * (others - 1) / 2 - sameOther;
        return counts;
    }

    private static void without(long[] counts, int broker, int one, int other) {
        if (broker < 0 || one < 0 || other < 0) {
            return;
        }
        if (one == other) {
            counts[one == broker ? 0 : 1]--;
        } else {
            counts[one == broker || other == broker ? 2 : 3]--;
        }
    }
}
