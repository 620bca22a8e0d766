package org.jejak.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.analysis.Weighting;
import org.jejak.api.FlowBody;
import org.jejak.api.InTimeParameters;
import org.jejak.api.PathTimes;
import org.jejak.api.PathsBody;
import org.jejak.api.TimedPathsBody;
import org.jejak.investigation.FlowQuestions;
import org.jejak.investigation.InTime;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.ReadingDoor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "paths",
        description = {
            "The shortest ways from one person to another, and the records each step rests on. With --in-time: ways along",
            "which money (between people, organizations and accounts) or people (between places) can have got there, each",
            "step after the one before, earliest first. With --flow too: how much can have got there in all, by currency.",
            "JSON: {\"paths\":[{\"cost\",\"steps\":[{\"from\",\"tie\",\"to\",\"time\",\"records\":[key]}]}],\"names\":{id: name},",
            "\"snapshot\",\"parameters\",\"investigation\"}; in time {\"paths\":[{\"arrives\",\"inferred\",\"steps\":[{\"from\",\"to\",\"time\",",
            "\"until\",\"amount\",\"currency\",\"inferred\",\"records\":[key]}],\"rates\":[key]}],\"complete\",\"undated\",\"names\",\"digest\",\"parameters\"};",
            "a flow {\"flows\":[{\"unit\",\"atLeast\",\"atMost\",\"exact\",\"carriers\":[step],\"ways\":[{\"amount\",\"steps\":[step]}]}],",
            "\"uncounted\",\"undated\",\"names\",\"digest\",\"parameters\"}"
        })
final class PathsCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Asked asked = new Asked();

    @Mixin
    Keep keep = new Keep();

    @Option(
            names = "--from",
            paramLabel = "A",
            required = true,
            split = ",",
            description = "Key of a person, or of what passed: NAMESPACE:id; several only with --flow.")
    List<Key> from = List.of();

    @Option(
            names = "--to",
            paramLabel = "B",
            required = true,
            split = ",",
            description = "Key of another; several only with --flow.")
    List<Key> to = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    int top = 5;

    @Option(
            names = "--by",
            paramLabel = "unweighted|strength",
            defaultValue = "UNWEIGHTED",
            description = "Fewest steps first, or along which most passes (a tie costs one over its strength;"
                    + " default: fewest).")
    Weighting by = Weighting.UNWEIGHTED;

    @Option(names = "--in-time", paramLabel = "money|people", description = "Only steps that each may follow the last.")
    @Nullable
    InTime inTime;

    @Option(
            names = "--flow",
            description =
                    "With --in-time: the greatest amount, or the most people, that can have got from A to B in all,"
                            + " and the records that carry it. Two currencies are never added.")
    boolean flow;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long it may rest between two steps (default: ${DEFAULT-VALUE}).")
    int window = 30;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description =
                    "By which share amounts may differ from step to step; 1: any (default: ${DEFAULT-VALUE}). Of a"
                            + " flow only inferred steps ask it.")
    double tolerance = 0.1;

    @Option(
            names = "--inferred",
            description =
                    "Also over cash or hawala nobody recorded, between two who are tied, where one received and the"
                            + " other paid as much; such steps are marked.")
    boolean inferring;

    @Option(names = "--seed", hidden = true)
    long seed;

    @Override
    public Integer call() {
        if (flow && inTime == null) {
            throw new IllegalArgumentException("what flows: --in-time money or people");
        }
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            if (inTime == null) {
                ways(opened, viewer);
            } else if (flow) {
                flow(opened, viewer, inTime);
            } else {
                inTime(opened, viewer, inTime);
            }
        }
        return Exit.DONE;
    }

    private void ways(Opened opened, Viewer viewer) {
        Key start = InTimeParameters.only(words(from));
        Key end = InTimeParameters.only(words(to));
        var question = asked.question(opened, viewer);
        var found = keep.asking(
                title -> opened.get(KeptInvestigations.class)
                        .paths(viewer, title, question, start, end, top, by, Asked.control()),
                () -> opened.get(Investigations.class).paths(viewer, question, start, end, top, by, Asked.control()));
        var times = PathTimes.of(opened.get(ReadingDoor.class), viewer, found.answer());
        var plain = PathsBody.of(found.answer(), start, end, top, times);
        var body = found.in(plain, plain::kept);
        output.print(body, () -> say(body));
    }

    private InTimeParameters parameters(InTime what) {
        return new InTimeParameters(words(from), words(to), what.name(), window, tolerance, inferring);
    }

    private void inTime(Opened opened, Viewer viewer, InTime what) {
        var parameters = parameters(what);
        var chains = parameters.chains(top);
        var question = asked.question(opened, viewer);
        var found = keep.asking(
                title -> opened.get(KeptInvestigations.class)
                        .inTime(viewer, title, question, what, chains, inferring, Asked.control()),
                () -> opened.get(FlowQuestions.class)
                        .inTime(viewer, question, what, chains, inferring, Asked.control()));
        var plain = TimedPathsBody.of(found.answer());
        var body = found.in(plain, plain::kept);
        output.print(body, () -> sayInTime(body));
    }

    private void flow(Opened opened, Viewer viewer, InTime what) {
        var parameters = parameters(what);
        var question = asked.question(opened, viewer);
        var found = keep.asking(
                title -> opened.get(KeptInvestigations.class)
                        .flow(viewer, title, question, what, parameters.flow(), parameters.guesses(), Asked.control()),
                () -> opened.get(FlowQuestions.class)
                        .flow(viewer, question, what, parameters.flow(), parameters.guesses(), Asked.control()));
        var plain = FlowBody.of(found.answer());
        var body = found.in(plain, plain::kept);
        output.print(body, () -> sayFlow(body));
    }

    private static List<String> words(List<Key> keys) {
        return keys.stream().map(Key::value).toList();
    }

    private void sayFlow(FlowBody body) {
        if (body.flows().isEmpty()) {
            output.line("Nothing can have got from " + from + " to " + to + " in time that you may see.");
        }
        for (var flow : body.flows()) {
            output.line(
                    flow.exact()
                            ? flow.atMost() + " " + flow.unit() + " can have got there:"
                            : "at least " + flow.atLeast() + ", at most " + flow.atMost() + " " + flow.unit()
                                    + " can have got there (the times leave room); one way for it:");
            for (var way : flow.ways()) {
                output.line(way.amount() + " by");
                way.steps().forEach(step -> sayStep(step, body.names()));
            }
        }
        if (body.uncounted() > 0) {
            output.line(body.uncounted() + " records do not say how much.");
        }
        sayUndated(body.undated());
    }

    private void sayUndated(int undated) {
        if (undated > 0) {
            output.line(undated + " records without a time are in no way.");
        }
    }

    private void sayStep(TimedPathsBody.Step step, java.util.Map<String, String> names) {
        output.line("  " + step.time() + "  " + names.getOrDefault(step.from(), step.from()) + "  →  "
                + names.getOrDefault(step.to(), step.to())
                + (step.amount() == null ? "" : "  " + step.amount() + " " + step.currency())
                + (step.inferred() ? "  INFERRED from " : "  ") + String.join(", ", step.records()));
    }

    private void sayInTime(TimedPathsBody body) {
        if (body.paths().isEmpty()) {
            output.line("No way in time from " + from + " to " + to + " that you may see.");
        }
        for (var path : body.paths()) {
            output.line("by " + path.arrives() + (path.inferred() > 0 ? ", " + path.inferred() + " inferred" : ""));
            path.steps().forEach(step -> sayStep(step, body.names()));
            if (!path.rates().isEmpty()) {
                output.line("  exchanged at the rates of " + String.join(", ", path.rates()));
            }
        }
        if (!body.complete()) {
            output.line("The search was given up before it had tried everything: narrow the window or the tolerance.");
        }
        sayUndated(body.undated());
    }

    private void say(PathsBody body) {
        if (body.paths().isEmpty()) {
            output.line("No way from " + from + " to " + to + " that you may see.");
        }
        for (var path : body.paths()) {
            output.line("cost " + path.cost());
            for (var step : path.steps()) {
                output.line("  " + name(body, step.from()) + "  --" + step.tie()
                        + (step.time() == null ? "" : " " + step.time()) + "--  " + name(body, step.to()) + "   "
                        + String.join(", ", step.records()));
            }
        }
    }

    private static String name(PathsBody body, String id) {
        return body.names().getOrDefault(id, id) + " (" + id + ")";
    }
}
