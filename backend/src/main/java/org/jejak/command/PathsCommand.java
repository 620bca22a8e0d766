package org.jejak.command;

import java.util.concurrent.Callable;
import org.jejak.api.PathTimes;
import org.jejak.api.PathsBody;
import org.jejak.investigation.Investigations;
import org.jejak.network.Key;
import org.jejak.safeguard.ReadingDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "paths",
        description = {
            "The shortest ways from one person to another, and the records each step rests on.",
            "JSON: {\"paths\":[{\"cost\",\"steps\":[{\"from\",\"tie\",\"to\",\"time\",\"records\":[key]}]}],\"names\":{id: name},",
            "\"snapshot\",\"parameters\"}"
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

    @Option(names = "--from", paramLabel = "A", required = true, description = "Key of a person: NAMESPACE:id.")
    Key from = new Key("-:-");

    @Option(names = "--to", paramLabel = "B", required = true, description = "Key of another person.")
    Key to = new Key("-:-");

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    int top = 5;

    @Option(names = "--seed", hidden = true)
    long seed;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var answer = opened.get(Investigations.class)
                    .paths(viewer, asked.question(viewer), from, to, top, Asked.control());
            var times = PathTimes.of(opened.get(ReadingDoor.class), viewer, answer);
            var body = PathsBody.of(answer, from, to, top, times);
            output.print(body, () -> say(body));
        }
        return Exit.DONE;
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
