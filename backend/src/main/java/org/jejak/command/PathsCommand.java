package org.jejak.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.api.PathTimes;
import org.jejak.api.PathsBody;
import org.jejak.api.TimedPathsBody;
import org.jejak.investigation.FlowQuestions;
import org.jejak.investigation.Investigations;
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
            "step after the one before, earliest first.",
            "JSON: {\"paths\":[{\"cost\",\"steps\":[{\"from\",\"tie\",\"to\",\"time\",\"records\":[key]}]}],\"names\":{id: name},",
            "\"snapshot\",\"parameters\"}; in time {\"paths\":[{\"arrives\",\"inferred\",\"steps\":[{\"from\",\"to\",\"time\",",
            "\"until\",\"amount\",\"currency\",\"inferred\",\"records\":[key]}]}],\"complete\",\"undated\",\"names\",\"parameters\"}"
        })
final class PathsCommand implements Callable<Integer> {

    private static final int LONGEST = 6;

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Asked asked = new Asked();

    @Option(
            names = "--from",
            paramLabel = "A",
            required = true,
            description = "Key of a person, or of what passed: NAMESPACE:id.")
    Key from = new Key("-:-");

    @Option(names = "--to", paramLabel = "B", required = true, description = "Key of another.")
    Key to = new Key("-:-");

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    int top = 5;

    /** What can pass in time. */
    enum InTime {
        MONEY,
        PEOPLE
    }

    @Option(names = "--in-time", paramLabel = "money|people", description = "Only steps that each may follow the last.")
    @Nullable
    InTime inTime;

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
            description = "By which share amounts may differ from step to step; 1: any (default: ${DEFAULT-VALUE}).")
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
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            if (inTime != null) {
                inTime(opened, viewer, inTime);
                return Exit.DONE;
            }
            var answer = opened.get(Investigations.class)
                    .paths(viewer, asked.question(viewer), from, to, top, Asked.control());
            var times = PathTimes.of(opened.get(ReadingDoor.class), viewer, answer);
            var body = PathsBody.of(answer, from, to, top, times);
            output.print(body, () -> say(body));
        }
        return Exit.DONE;
    }

    private void inTime(Opened opened, Viewer viewer, InTime what) {
        var wanted = new TimeRespectingPaths(from, to, top, LONGEST, Duration.ofDays(window), tolerance);
        var questions = opened.get(FlowQuestions.class);
        var answer = switch (what) {
            case MONEY -> questions.money(viewer, asked.question(viewer), wanted, inferring, Asked.control());
            case PEOPLE -> questions.people(viewer, asked.question(viewer), wanted, Asked.control());
        };
        var body = TimedPathsBody.of(answer, Words.of(what));
        output.print(body, () -> sayInTime(body));
    }

    private void sayInTime(TimedPathsBody body) {
        if (body.paths().isEmpty()) {
            output.line("No way in time from " + from + " to " + to + " that you may see.");
        }
        for (var path : body.paths()) {
            output.line("by " + path.arrives() + (path.inferred() > 0 ? ", " + path.inferred() + " inferred" : ""));
            for (var step : path.steps()) {
                output.line("  " + step.time() + "  " + body.names().getOrDefault(step.from(), step.from()) + "  →  "
                        + body.names().getOrDefault(step.to(), step.to())
                        + (step.amount() == null ? "" : "  " + step.amount() + " " + step.currency())
                        + (step.inferred() ? "  INFERRED from " : "  ") + String.join(", ", step.records()));
            }
        }
        if (!body.complete()) {
            output.line("The search was given up before it had tried everything: narrow the window or the tolerance.");
        }
        if (body.undated() > 0) {
            output.line(body.undated() + " records without a time are in no way.");
        }
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
