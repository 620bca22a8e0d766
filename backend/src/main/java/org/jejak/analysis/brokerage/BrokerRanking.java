package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Coreness;
import org.jejak.analysis.centrality.Degree;
import org.jejak.analysis.centrality.PageRank;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.community.Partition;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The question of the Brokers view: whom would it hurt to lose? All measures of every listed actor, ranked by raw
 * betweenness rounded to nine significant digits, then by id.
 *
 * @param unlisted victims and witnesses: paths run through them, but they are nobody's broker and get no rank
 * @param seed of the communities, the null networks, the deletions and the samples
 * @param exactness beyond which size betweenness and harmonic are sampled
 */
public record BrokerRanking(Set<ActorId> unlisted, long seed, Sureness sureness, Exactness exactness) {

    private static final BeyondDegree.Finding UNTESTED =
            new BeyondDegree.Finding(null, null, null, 0, BrokerClass.NOT_TESTABLE);

    public BrokerRanking {
        unlisted = Set.copyOf(unlisted);
    }

    public BrokerRanking(Set<ActorId> unlisted, long seed, Sureness sureness) {
        this(unlisted, seed, sureness, Exactness.USUAL);
    }

    public BrokerRanking(Set<ActorId> unlisted, long seed) {
        this(unlisted, seed, Sureness.USUAL);
    }

    public BrokerReport on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public BrokerReport on(NetworkSnapshot network, RunControl control) {
        boolean sure = sureness.isAsked(network.size(), network.tieCount());
        double measures = sure ? 0.1 : 1;
        PathScores paths = PathScores.of(network, exactness, seed, control.part(0, 0.8 * measures));
        NodeScores betweenness = paths.betweenness();
        double[] scaled = Betweenness.scaled(betweenness.toArray());
        NodeScores harmonic = paths.harmonic();
        Partition communities = new LeidenCommunities(seed).on(network, control.part(0.8 * measures, measures));
        RunControl quiet = control.quietly();
        NodeScores degree = new Degree().on(network, quiet);
        NodeScores pageRank = new PageRank().on(network, quiet);
        NodeScores coreness = new Coreness().on(network, quiet);
        NodeScores constraint = new Constraint().on(network, quiet);
        NodeScores effectiveSize = new EffectiveSize().on(network, quiet);
        NodeScores cut = new CutVertices().on(network, quiet);
        BeyondDegree beyond = sure
                ? new NetOfDegree(unlisted, sureness.nullModel().orElse(null), 0, seed)
                        .on(network, control.part(measures, 0.6))
                : null;
        RankUncertainty ranks = sure
                ? new RankIntervals(unlisted, sureness.missingShare(), 0, seed).on(network, control.part(0.6, 1))
                : null;
        int[] listed = ranked(network, betweenness);
        RankInterval[] brackets = paths.brackets(listed);
        List<Broker> brokers = new ArrayList<>(listed.length);
        for (int v : listed) {
            ActorId id = network.actor(v);
            BeyondDegree.Finding finding =
                    beyond == null ? UNTESTED : beyond.findings().getOrDefault(id, UNTESTED);
            brokers.add(new Broker(
                    id,
                    brokers.size() + 1,
                    (int) degree.at(v),
                    betweenness.at(v),
                    orNull(scaled[v]),
                    finding.z(),
                    finding.p(),
                    finding.resolution(),
                    finding.nullDistinct(),
                    around(
                            brokers.size() + 1,
                            ranks == null ? null : ranks.intervals().get(id),
                            brackets[v]),
                    harmonic.at(v),
                    pageRank.at(v),
                    (int) coreness.at(v),
                    orNull(constraint.at(v)),
                    orNull(effectiveSize.at(v)),
                    cut.at(v) == 1,
                    communities.of(id),
                    finding.brokerClass()));
        }
        control.progress().advanced("brokers", 1);
        return new BrokerReport(
                network.digest(),
                network.fold(),
                network.size(),
                network.tieCount(),
                brokers,
                communities,
                beyond,
                ranks,
                paths.sampling());
    }

    /** The rank shown is always inside, also where intervals were drawn from a few sources and the rank from all. */
    private static @Nullable RankInterval around(int rank, @Nullable RankInterval one, @Nullable RankInterval other) {
        if (one == null || other == null) {
            RankInterval only = one == null ? other : one;
            return only == null ? null : only.including(rank);
        }
        return one.including(other.lowest()).including(other.highest()).including(rank);
    }

    /** Vertex numbers are in id order, so a stable sort by score leaves ties in it. */
    private int[] ranked(NetworkSnapshot network, NodeScores betweenness) {
        double[] rounded = new double[network.size()];
        for (int v = 0; v < rounded.length; v++) {
            rounded[v] = SignificantDigits.nine(betweenness.at(v));
        }
        return IntStream.range(0, network.size())
                .filter(v -> !unlisted.contains(network.actor(v)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> -rounded[v]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
