package org.jejak.investigation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.ColumnType;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.projection.Eyes;
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

    /** Ways in time. Only payments can be inferred. */
    public TimedPathsAnswer inTime(
            Viewer viewer,
            NetworkQuestion question,
            InTime what,
            TimeRespectingPaths asked,
            boolean inferring,
            RunControl control) {
        var timed = timed(viewer, question, what, asked.window(), new Inferring(inferring, asked.tolerance()));
        var found = asked.on(timed.steps(), timed.rates(), control);
        var steps = found.paths().stream().flatMap(path -> path.steps().stream());
        return new TimedPathsAnswer(
                question,
                Eyes.of(viewer),
                what,
                asked,
                inferring,
                found,
                timed.digestWithRates(),
                ends(timed.steps().stream()).size(),
                timed.steps().size(),
                timed.undated(),
                names.of(question.askedBy(viewer), ends(steps)));
    }

    /** How much can have got there in time, and on which records. */
    public FlowAnswer flow(
            Viewer viewer,
            NetworkQuestion question,
            InTime what,
            GreatestFlow asked,
            Inferring inferring,
            RunControl control) {
        var timed = timed(viewer, question, what, asked.window(), inferring);
        var found = asked.on(timed.steps(), control);
        var steps = found.units().stream().flatMap(unit -> unit.carriers().stream());
        return new FlowAnswer(
                question,
                Eyes.of(viewer),
                what,
                asked,
                inferring,
                found,
                timed.digest(),
                ends(timed.steps().stream()).size(),
                timed.steps().size(),
                timed.undated(),
                names.of(question.askedBy(viewer), ends(steps)));
    }

    private Flows.Timed timed(
            Viewer viewer, NetworkQuestion question, InTime what, Duration window, Inferring inferring) {
        return switch (what) {
            case MONEY -> {
                Optional<Duration> gap = inferring.on() ? Optional.of(window) : Optional.empty();
                yield flows.money(viewer, question, gap, inferring.tolerance());
            }
            case PEOPLE -> flows.people(viewer, question);
        };
    }

    private static Set<Key> ends(Stream<TimedStep> steps) {
        var met = new TreeSet<Key>();
        steps.forEach(step -> {
            met.add(step.from());
            met.add(step.to());
        });
        return met;
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
        fromKinds.forEach(FlowQuestions::requireKindOfPlace);
        toKinds.forEach(FlowQuestions::requireKindOfPlace);
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
        return new CutAnswer(
                question,
                Eyes.of(viewer),
                fromKinds,
                toKinds,
                asked,
                cut,
                (int) ways.ties().stream()
                        .flatMap(tie -> Stream.of(tie.from(), tie.to()))
                        .distinct()
                        .count(),
                ways.ties().size(),
                ways.digest(),
                names.of(question.askedBy(viewer), met));
    }

    /** A kind that nobody knows has no places, and nothing to be cut would look like an answer. */
    private static void requireKindOfPlace(String kind) {
        var known = RecordFile.PLACES
                .column("kind")
                .map(column -> column.type() instanceof ColumnType.Closed closed ? closed.values() : List.<String>of())
                .orElse(List.of());
        if (!known.contains(kind)) {
            throw new IllegalArgumentException("'" + kind + "' is no kind of place; they are " + known);
        }
    }

    private static Set<Key> ofKinds(Flows.Ways ways, Set<String> kinds) {
        return ways.kinds().entrySet().stream()
                .filter(place -> kinds.contains(place.getValue()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
