package org.jejak.investigation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Bridge;
import org.jejak.analysis.brokerage.Bridges;
import org.jejak.analysis.brokerage.BrokerageRoles;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.analysis.centrality.Closeness;
import org.jejak.analysis.centrality.Eigenvector;
import org.jejak.analysis.centrality.Scale;
import org.jejak.analysis.centrality.Strength;
import org.jejak.analysis.centrality.WeightedBetweenness;
import org.jejak.analysis.community.Partition;
import org.jejak.analysis.disruption.KeyReach;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jspecify.annotations.Nullable;

/** Runs the measures that are beyond a broker report, on the very network of that report. */
final class FurtherRun {

    private final ReadingDoor door;
    private final Names names;

    FurtherRun(ReadingDoor door, Names names) {
        this.door = door;
        this.names = names;
    }

    FurtherAnswer on(
            Viewer viewer,
            ActorNetwork network,
            Partition communities,
            FurtherQuestion asked,
            long seed,
            RunControl control) {
        if (asked.measures().isEmpty()) {
            return FurtherAnswer.NOTHING;
        }
        var asker = network.question().askedBy(viewer);
        var snapshot = network.snapshot();
        var scores = new EnumMap<FurtherMeasure, NodeScores>(FurtherMeasure.class);
        Map<ActorId, RoleCounts> roles = Map.of();
        List<Bridge> bridges = List.of();
        KeyReach.Found reach = null;
        int done = 0;
        for (FurtherMeasure measure : asked.inOrder()) {
            control.stop().check();
            double share = 1.0 / asked.measures().size();
            var part = control.part(done * share, (done + 1) * share);
            switch (measure) {
                case STRENGTH -> scores.put(measure, new Strength().on(snapshot, part));
                case WEIGHTED_BETWEENNESS -> scores.put(measure, new WeightedBetweenness(Scale.RAW).on(snapshot, part));
                case CLOSENESS -> scores.put(measure, new Closeness().on(snapshot, part));
                case EIGENVECTOR -> scores.put(measure, new Eigenvector().on(snapshot, part));
                case ROLES -> roles = roles(asker, network, communities, asked.over(), part);
                case BRIDGES -> bridges = new Bridges().on(snapshot, part);
                case REACH -> reach = reach(network, asked, seed, part);
            }
            done++;
        }
        var shown = new TreeSet<Key>();
        for (Bridge bridge : bridges) {
            shown.addAll(List.of(bridge.a().key(), bridge.b().key()));
        }
        if (reach != null) {
            reach.members().forEach(member -> shown.add(member.key()));
        }
        return new FurtherAnswer(asked, scores, roles, bridges, reach, names.of(asker, new ArrayList<>(shown)));
    }

    private Map<ActorId, RoleCounts> roles(
            Viewer viewer, ActorNetwork network, Partition communities, RoleGroups over, RunControl control) {
        var roles = switch (over) {
            case COMMUNITIES -> BrokerageRoles.over(communities);
            case COUNTRIES -> new BrokerageRoles(countries(viewer, network));
        };
        return roles.on(network.snapshot(), control);
    }

    /** As the question's own rows state them, so that a date or a source that is left out counts here too. */
    private Map<ActorId, String> countries(Viewer viewer, ActorNetwork network) {
        var question = network.question();
        var reading = Reading.of(RecordFile.PERSONS).knownBy(question.known()).atLeast(question.minimum());
        var countries = new HashMap<ActorId, String>();
        for (VisibleRecord person : door.records(viewer.within(question.cases()), reading)) {
            var nationalities = person.values("nationality");
            if (nationalities.size() == 1) {
                countries.put(new ActorId(person.key()), nationalities.getFirst());
            }
        }
        return countries;
    }

    private static KeyReach.@Nullable Found reach(
            ActorNetwork network, FurtherQuestion asked, long seed, RunControl control) {
        NetworkSnapshot snapshot = network.snapshot();
        int candidates = snapshot.size() - network.guarded().size();
        if (asked.reachCount() > candidates || asked.reachCount() >= snapshot.size()) {
            return null;
        }
        return new KeyReach(asked.reachCount(), asked.reachWithin(), network.guarded(), seed).on(snapshot, control);
    }
}
