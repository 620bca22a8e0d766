package org.jejak.analysis.brokerage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Tie;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/**
 * <b>Question.</b> On whose word does a rank rest: how far would somebody fall if one origin were not believed?
 *
 * <p><b>Formula.</b> For each origin the rank by betweenness in the network without the ties that no other origin
 * carries. Not source by source: ten reports of one informant are one voice. Equal scores share the worst of their ranks:
 * the order of ids must not hide that nothing is left between anybody.
 *
 * <p><b>Paper.</b> Quenouille's jackknife (Biometrika 43, 1956), over origins.
 *
 * <p><b>Cost.</b> Exact betweenness once for each origin; memory O(n) for each.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As betweenness.
 *
 * <p><b>Range and scale.</b> Ranks among the listed; where many end at 0, the last rank there is.
 *
 * <p><b>When it misleads.</b> Origins that copy from each other look like two. Whose rank no single origin can move may
 * still rest on two that agree in error.
 *
 * <pre>
 *   a---b---c   d---e---f        a–b only on one informant's word: without him b falls from 1 to 6,
 *                                behind e and equal to the four others
 * </pre>
 *
 * @param origins what is left without each of them
 */
public record OriginJackknife(Set<ActorId> unlisted, List<Without> origins) {

    public OriginJackknife {
        unlisted = Set.copyOf(unlisted);
        origins = List.copyOf(origins);
    }

    /**
     * The ties of a network without one origin.
     *
     * @param sources all sources of that origin
     * @param ties those that other origins carry too, or alone
     */
    public record Without(List<Key> sources, List<Tie> ties) {
        public Without {
            sources = List.copyOf(sources);
            ties = List.copyOf(ties);
        }
    }

    /**
     * The worst that can happen to a rank.
     *
     * @param rank as it is shown
     * @param rankWithout of all whose score is then the same, the last
     * @param sources of the origin without which that happens, the first given of equals
     */
    public record Fall(int rank, int rankWithout, List<Key> sources) {
        public Fall {
            sources = List.copyOf(sources);
        }
    }

    public Map<ActorId, Fall> on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** For every listed actor whom some origin's loss moves down, by id. */
    public Map<ActorId, Fall> on(NetworkSnapshot network, RunControl control) {
        int[] listed = IntStream.range(0, network.size())
                .filter(v -> !unlisted.contains(network.actor(v)))
                .toArray();
        MidRanks now = ranks(network, network.ties(), listed, control);
        List<MidRanks> without = ParallelRuns.each(
                origins.size(),
                control,
                "without each origin",
                run -> ranks(network, origins.get(run).ties(), listed, control));
        Map<ActorId, Fall> falls = new TreeMap<>();
        for (int i = 0; i < listed.length; i++) {
            ActorId actor = network.actor(listed[i]);
            int worst = now.last()[i];
            for (int o = 0; o < without.size(); o++) {
                if (without.get(o).last()[i] > worst) {
                    worst = without.get(o).last()[i];
                    falls.put(
                            actor,
                            new Fall(now.place()[i], worst, origins.get(o).sources()));
                }
            }
        }
        return Collections.unmodifiableMap(falls);
    }

    private static MidRanks ranks(NetworkSnapshot network, List<Tie> ties, int[] listed, RunControl control) {
        LooseTies loose = new LooseTies();
        for (Tie tie : ties) {
            if (!tie.isLoop()) {
                loose.add(network.vertex(tie.a()), network.vertex(tie.b()));
            }
        }
        double[] scores = loose.betweenness(network.size(), network.fold() == Fold.SIMPLE, control);
        return MidRanks.of(scores, listed);
    }
}
