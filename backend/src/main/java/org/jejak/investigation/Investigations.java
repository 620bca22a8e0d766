package org.jejak.investigation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Weighting;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.BrokerRanking;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.analysis.brokerage.WhyBroker;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.disruption.DisruptionReport;
import org.jejak.analysis.disruption.DisruptionStep;
import org.jejak.analysis.disruption.GreedyDisruption;
import org.jejak.analysis.disruption.RemovalRefused;
import org.jejak.analysis.disruption.RemovalWhatIf;
import org.jejak.analysis.paths.ShortestPaths;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.ActorNetworks;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.StatedNetwork;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/** Asks the measures, for one viewer. */
@Service
public class Investigations {

    private final ActorNetworks networks;
    private final Names names;
    private final ReadingDoor door;
    private final Flows flows;
    private final FurtherRun further;

    public Investigations(ActorNetworks networks, Names names, ReadingDoor door, Flows flows) {
        this.networks = networks;
        this.names = names;
        this.door = door;
        this.flows = flows;
        this.further = new FurtherRun(door, names);
    }

    /** The network itself, for whoever draws it. */
    public ActorNetwork network(Viewer viewer, NetworkQuestion question) {
        return networks.of(viewer, question);
    }

    /**
     * Whom it would hurt to lose. Victims, survivors and witnesses are in every path and in no list.
     *
     * @param seed of the communities, the null networks and the deletions
     */
    public BrokersAnswer brokers(Viewer viewer, NetworkQuestion question, long seed, RunControl control) {
        return brokers(viewer, question, seed, Sureness.USUAL, control);
    }

    /** @param seed of the communities, the null networks and the deletions */
    public BrokersAnswer brokers(
            Viewer viewer, NetworkQuestion question, long seed, Sureness sureness, RunControl control) {
        return brokers(viewer, question, seed, sureness, FurtherQuestion.NOTHING, control);
    }

    /**
     * @param seed of the communities, the null networks, the deletions and the search for who reaches most
     * @param asked measures beyond the usual ones
     */
    public BrokersAnswer brokers(
            Viewer viewer,
            NetworkQuestion question,
            long seed,
            Sureness sureness,
            FurtherQuestion asked,
            RunControl control) {
        var stated = networks.stated(viewer, question);
        var network = stated.network();
        double usual = asked.measures().isEmpty() ? 1 : 0.6;
        var report = new BrokerRanking(network.guarded(), seed, sureness)
                .on(network.snapshot(), control.part(0, 0.9 * usual));
        var listed = report.brokers().stream().map(Broker::id).toList();
        return new BrokersAnswer(
                network,
                report,
                report.rankUncertainty() == null ? Map.of() : falls(stated, control.part(0.9 * usual, usual)),
                sureness,
                names.book(question.askedBy(viewer), keys(listed)),
                further.on(viewer, network, report.communities(), asked, seed, control.part(usual, 1)),
                network.coerced().stream().sorted().toList());
    }

    /** The same ranking with more measures of the very network it was made of. */
    public BrokersAnswer further(
            Viewer viewer, BrokersAnswer answer, FurtherQuestion asked, long seed, RunControl control) {
        return new BrokersAnswer(
                answer.network(),
                answer.report(),
                answer.falls(),
                answer.sureness(),
                answer.names(),
                further.on(viewer, answer.network(), answer.report().communities(), asked, seed, control),
                answer.coercedRole());
    }

    private static Map<ActorId, OriginJackknife.Fall> falls(StatedNetwork stated, RunControl control) {
        control.stop().check();
        var origins = stated.withoutEachOrigin().stream()
                .map(without -> new OriginJackknife.Without(without.sources(), without.ties()))
                .toList();
        return new OriginJackknife(stated.network().guarded(), origins)
                .on(stated.network().snapshot(), control);
    }

    /**
     * Why somebody stands where they stand in the ranking with the same question and seed.
     *
     * @throws NotAllowed if they are nobody of this network, or protected: of those nobody asks that
     */
    public WhyAnswer why(Viewer viewer, NetworkQuestion question, Key person, long seed, RunControl control) {
        return why(viewer, networks.of(viewer, question), person, seed, control);
    }

    /**
     * The same of a network that this viewer has before them. Who became protected since is asked about no more.
     *
     * @throws NotAllowed as above
     */
    public WhyAnswer why(Viewer viewer, ActorNetwork network, Key person, long seed, RunControl control) {
        var question = network.question();
        var actor = new ActorId(person);
        var known = names.of(viewer, List.of(person)).get(person);
        if (!network.snapshot().contains(actor)
                || network.guarded().contains(actor)
                || known != null && known.guarded()) {
            throw new NotAllowed("there is no " + person + " in this network's ranking");
        }
        var reasons = new WhyBroker(actor, seed).on(network.snapshot(), control);
        var records = new TreeSet<Key>();
        var shown = new HashSet<ActorId>(Set.of(actor));
        reasons.ties().forEach(tie -> {
            records.addAll(tie.records());
            shown.add(tie.other());
        });
        var statements = new TreeMap<Key, List<VisibleRecord.Statement>>();
        var asker = question.askedBy(viewer);
        door.byKey(asker, records)
                .forEach(row -> statements.put(
                        row.key(),
                        row.statements().stream()
                                .filter(s -> question.minimum()
                                        .map(s.grade()::passes)
                                        .orElse(true))
                                .toList()));
        return new WhyAnswer(network, reasons, statements, names.of(asker, keys(shown)));
    }

    /**
     * What would be left without some, and how that compares with taking others.
     *
     * @param replacement chance that a removed person's ties are taken over
     * @throws NotAllowed if somebody is to go who is protected, or nobody of this network
     */
    public DisruptionAnswer disrupt(
            Viewer viewer,
            NetworkQuestion question,
            DisruptionPlan plan,
            double replacement,
            long seed,
            RunControl control) {
        var network = networks.of(viewer, question);
        var report = report(network, plan, replacement, seed, control);
        var shown = new HashSet<ActorId>();
        for (var steps : List.of(report.steps(), report.degree(), report.betweenness())) {
            steps.forEach(step -> {
                shown.addAll(step.leftAlone());
                if (step.removed() != null) {
                    shown.add(step.removed());
                }
            });
        }
        var removed = report.steps().stream()
                .map(DisruptionStep::removed)
                .filter(Objects::nonNull)
                .toList();
        var waysLeft = WaysLeft.of(flows.ways(viewer, question), removed, control.quietly());
        return new DisruptionAnswer(network, plan, report, waysLeft, names.of(question.askedBy(viewer), keys(shown)));
    }

    private static DisruptionReport report(
            ActorNetwork network, DisruptionPlan plan, double replacement, long seed, RunControl control) {
        try {
            return switch (plan) {
                case DisruptionPlan.Removing these ->
                    new RemovalWhatIf(
                                    these.persons().stream().map(ActorId::new).toList(),
                                    network.guarded(),
                                    replacement,
                                    seed)
                            .on(network.snapshot(), control);
                case DisruptionPlan.Best best ->
                    new GreedyDisruption(best.count(), network.guarded(), replacement, seed)
                            .on(network.snapshot(), control);
            };
        } catch (RemovalRefused refused) {
            throw new NotAllowed(String.valueOf(refused.getMessage()));
        }
    }

    public CommunitiesAnswer communities(Viewer viewer, NetworkQuestion question, long seed, RunControl control) {
        var network = networks.of(viewer, question);
        var partition = new LeidenCommunities(seed).on(network.snapshot(), control);
        return new CommunitiesAnswer(network, partition);
    }

    /** At most {@code count} ways from one person to another over the ties of the question. */
    public PathsAnswer paths(Viewer viewer, NetworkQuestion question, Key from, Key to, int count, RunControl control) {
        return paths(viewer, question, from, to, count, Weighting.UNWEIGHTED, control);
    }

    /** @param weighting fewest steps first, or those along which most passes */
    public PathsAnswer paths(
            Viewer viewer,
            NetworkQuestion question,
            Key from,
            Key to,
            int count,
            Weighting weighting,
            RunControl control) {
        var network = networks.of(viewer, question);
        var ends = Set.of(new ActorId(from), new ActorId(to));
        if (ends.size() < 2 || !new HashSet<>(network.snapshot().actors()).containsAll(ends)) {
            return new PathsAnswer(network, weighting, List.of(), names.of(viewer, List.of()));
        }
        var paths =
                new ShortestPaths(new ActorId(from), new ActorId(to), count, weighting).on(network.snapshot(), control);
        var passed = new HashSet<ActorId>();
        paths.forEach(p -> passed.addAll(p.actors()));
        return new PathsAnswer(network, weighting, paths, names.of(question.askedBy(viewer), keys(passed)));
    }

    private static List<Key> keys(Collection<ActorId> actors) {
        return actors.stream().map(ActorId::key).toList();
    }
}
