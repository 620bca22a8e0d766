package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Coreness;
import org.jejak.analysis.centrality.Degree;
import org.jejak.analysis.centrality.Harmonic;
import org.jejak.analysis.centrality.PageRank;
import org.jejak.analysis.centrality.Scale;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.community.Partition;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The question of the Brokers view: whom would it hurt to lose? All measures of every listed actor, ranked by raw
 * betweenness rounded to nine significant digits, then by id.
 *
 * @param unlisted victims and witnesses: paths run through them, but they are nobody's broker and get no rank
 * @param seed of the communities
 */
public record BrokerRanking(Set<ActorId> unlisted, long seed) {

    public BrokerRanking {
        unlisted = Set.copyOf(unlisted);
    }

    public BrokerReport on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public BrokerReport on(NetworkSnapshot network, RunControl control) {
        NodeScores betweenness = new Betweenness(Scale.RAW).on(network, part(control, 0, 0.6));
        double[] scaled = Betweenness.scaled(betweenness.toArray());
        NodeScores harmonic = new Harmonic().on(network, part(control, 0.6, 0.8));
        Partition communities = new LeidenCommunities(seed).on(network, part(control, 0.8, 0.95));
        RunControl quiet = control.quietly();
        NodeScores degree = new Degree().on(network, quiet);
        NodeScores pageRank = new PageRank().on(network, quiet);
        NodeScores coreness = new Coreness().on(network, quiet);
        NodeScores constraint = new Constraint().on(network, quiet);
        NodeScores effectiveSize = new EffectiveSize().on(network, quiet);
        NodeScores cut = new CutVertices().on(network, quiet);
        int[] listed = ranked(network, betweenness);
        List<Broker> brokers = new ArrayList<>(listed.length);
        for (int v : listed) {
            ActorId id = network.actor(v);
            brokers.add(new Broker(
                    id,
                    brokers.size() + 1,
                    (int) degree.at(v),
                    betweenness.at(v),
                    orNull(scaled[v]),
                    null,
                    null,
                    null,
                    harmonic.at(v),
                    pageRank.at(v),
                    (int) coreness.at(v),
                    orNull(constraint.at(v)),
                    orNull(effectiveSize.at(v)),
                    cut.at(v) == 1,
                    communities.of(id),
                    BrokerClass.NOT_TESTABLE));
        }
        control.progress().advanced("brokers", 1);
        return new BrokerReport(
                network.digest(), network.fold(), network.size(), network.tieCount(), brokers, communities);
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

    private static RunControl part(RunControl whole, double from, double to) {
        ProgressListener outer = whole.progress();
        return new RunControl(
                whole.stop(), (step, share) -> outer.advanced(step, from + share * (to - from)), whole.threads());
    }
}
