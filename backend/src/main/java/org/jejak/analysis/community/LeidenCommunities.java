package org.jejak.analysis.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Who belongs together: which groups have more ties inside than their members' numbers of ties would
 * make by chance?
 *
 * <p><b>Formula.</b> The partition with the largest modularity found, {@code Q = Σ_c (m_c / m - γ (k_c / 2m)²)}; {@code m_c}
 * ties inside community {@code c}, {@code k_c} ends of ties of its members, {@code γ} the resolution.
 *
 * <p><b>Paper.</b> Traag, Waltman and van Eck, <i>From Louvain to Leiden: guaranteeing well-connected communities</i>,
 * Scientific Reports 9 (2019); their own implementation, run {@value #RUNS} times from one seed until nothing improves,
 * the best kept. Beyond {@value #LARGE} ties one run of {@value #ROUNDS_WHEN_LARGE} rounds, the default of the authors' own program:
 * on a million ties without communities (modularity .592) the fifty rounds after them take five times as long and add .002.
 *
 * <p><b>Cost.</b> About O(m log n) for a run, memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. Parallel ties weigh as many times,
 * strengths are not used. Loops do not exist. Whoever has no tie is a community of one.
 *
 * <p><b>Range and scale.</b> Modularity lies in [-1/2, 1) at resolution 1; without ties it does not exist. Every community
 * hangs together.
 *
 * <p><b>When it misleads.</b> Random networks have communities too, with modularity of 0.3 and more: a high value alone
 * proves nothing. Groups below about √(2m) ties are swallowed by larger ones. Other seeds move those at the border; ask
 * twice before calling someone a member.
 *
 * <pre>
 *   a---b   x---y
 *    \ /     \ /        {a, b, c} and {x, y, z}, modularity 1/2
 *     c       z
 * </pre>
 */
public record LeidenCommunities(double resolution, long seed) {

    static final int RUNS = 10;
    static final int LARGE = 100_000;
    static final int ROUNDS_WHEN_LARGE = 10;

    public LeidenCommunities {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("resolution is a positive number, not " + resolution);
        }
    }

    /** Resolution 1: plain modularity. */
    public LeidenCommunities(long seed) {
        this(1, seed);
    }

    public Partition on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public Partition on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int[] cluster = new int[n];
        for (int v = 0; v < n; v++) {
            cluster[v] = v;
        }
        if (adjacency.pairCount() == 0) {
            return new Partition(named(network, cluster), Double.NaN);
        }
        Network ties = network(adjacency);
        double perTie = resolution / (2 * ties.getTotalEdgeWeight());
        boolean large = adjacency.pairCount() > LARGE;
        int runs = large ? 1 : RUNS;
        double best = Double.NEGATIVE_INFINITY;
        Random random = new Random(seed);
        for (int run = 0; run < runs; run++) {
            control.stop().check();
            LeidenAlgorithm leiden =
                    new LeidenAlgorithm(perTie, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(random.nextLong()));
            Clustering found = new Clustering(n);
            for (int round = 1; leiden.improveClustering(ties, found); round++) {
                control.stop().check();
                if (large && round == ROUNDS_WHEN_LARGE) {
                    break;
                }
                if (large) {
                    control.progress().advanced("communities", (double) round / ROUNDS_WHEN_LARGE);
                }
            }
            double quality = leiden.calcQuality(ties, found);
            if (quality > best) {
                best = quality;
                cluster = found.getClusters();
            }
            control.progress().advanced("communities", (run + 1.0) / runs);
        }
        return new Partition(named(network, cluster), modularity(adjacency, cluster));
    }

    private static Network network(Adjacency adjacency) {
        int[] offsets = adjacency.offsets();
        int[] parallel = adjacency.multiplicities();
        long[] first = new long[offsets.length];
        double[] weights = new double[parallel.length];
        for (int v = 0; v < offsets.length; v++) {
            first[v] = offsets[v];
        }
        for (int e = 0; e < parallel.length; e++) {
            weights[e] = parallel[e];
        }
        return new Network(
                adjacency.vertices(),
                true,
                first,
                new LargeIntArray(adjacency.targets()),
                new LargeDoubleArray(weights),
                false);
    }

    private double modularity(Adjacency adjacency, int[] cluster) {
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int[] parallel = adjacency.multiplicities();
        double[] ends = new double[cluster.length];
        double inside = 0;
        double all = 0;
        for (int v = 0; v < cluster.length; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                ends[cluster[v]] += parallel[e];
                inside += cluster[targets[e]] == cluster[v] ? parallel[e] : 0;
                all += parallel[e];
            }
        }
        double expected = 0;
        for (double of : ends) {
            expected += of / all * (of / all);
        }
        return inside / all - resolution * expected;
    }

    private static List<Community> named(NetworkSnapshot network, int[] cluster) {
        Map<Integer, List<ActorId>> members = new LinkedHashMap<>();
        for (int v = 0; v < cluster.length; v++) {
            members.computeIfAbsent(cluster[v], c -> new ArrayList<>()).add(network.actor(v));
        }
        List<List<ActorId>> sorted = new ArrayList<>(members.values());
        // Stable: among equally large ones the order of their first, smallest member stays.
        sorted.sort(Comparator.comparing(List<ActorId>::size).reversed());
        List<Community> communities = new ArrayList<>();
        for (List<ActorId> list : sorted) {
            communities.add(new Community(communities.size() + 1, list));
        }
        return communities;
    }
}
