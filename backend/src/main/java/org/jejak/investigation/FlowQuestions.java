package org.jejak.investigation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.projection.Flows;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.springframework.stereotype.Service;

/** Asks how money and people got from one to another, and what all ways run through, for one viewer. */
@Service
public class FlowQuestions {

    private final Flows flows;
    private final Names names;

    public FlowQuestions(Flows flows, Names names) {
        this.flows = flows;
        this.names = names;
    }

    /**
     * @param inferring whether cash and hawala that nobody recorded may be inferred between two who are tied
     */
    public TimedPathsAnswer money(
            Viewer viewer, NetworkQuestion question, TimeRespectingPaths asked, boolean inferring, RunControl control) {
        Optional<Duration> gap = inferring ? Optional.of(asked.window()) : Optional.empty();
        return answer(viewer, question, asked, flows.money(viewer, question, gap, asked.tolerance()), control);
    }

    /** From place to place. */
    public TimedPathsAnswer people(
            Viewer viewer, NetworkQuestion question, TimeRespectingPaths asked, RunControl control) {
        return answer(viewer, question, asked, flows.people(viewer, question), control);
    }

    private TimedPathsAnswer answer(
            Viewer viewer, NetworkQuestion question, TimeRespectingPaths asked, Flows.Timed timed, RunControl control) {
        var found = asked.on(timed.steps(), control);
        var met = new TreeSet<Key>();
        found.paths()
                .forEach(path -> path.steps().forEach(step -> {
                    met.add(step.from());
                    met.add(step.to());
                }));
        return new TimedPathsAnswer(question, asked, found, timed.undated(), names.of(viewer, met));
    }

    /**
     * What has to be taken so that nobody gets from places of some kinds to places of others. Victims and witnesses are
     * never taken, nor are the places at either end.
     *
     * @param fromKinds kinds of places to start from; empty for wherever a movement of recruitment began
     * @param toKinds kinds of places to keep people from; empty for wherever a movement of exploitation ended
     */
    public CutAnswer cut(
            Viewer viewer, NetworkQuestion question, Set<String> fromKinds, Set<String> toKinds, Taking taking) {
        var ways = flows.ways(viewer, question);
        var starts = fromKinds.isEmpty() ? ways.recruiting() : ofKinds(ways, fromKinds);
        var ends = toKinds.isEmpty() ? ways.exploiting() : ofKinds(ways, toKinds);
        var asked = new Interdiction(starts, ends, ways.guarded(), taking);
        var cut = asked.on(ways.ties());
        var met = new TreeSet<>(cut.nodes());
        met.addAll(starts);
        met.addAll(ends);
        cut.ties().forEach(tie -> {
            met.add(tie.from());
            met.add(tie.to());
        });
        return new CutAnswer(question, asked, cut, ways.ties().size(), names.of(viewer, met));
    }

    private static Set<Key> ofKinds(Flows.Ways ways, Set<String> kinds) {
        return ways.kinds().entrySet().stream()
                .filter(place -> kinds.contains(place.getValue()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
