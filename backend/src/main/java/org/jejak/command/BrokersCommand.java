package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.api.BrokersBody;
import org.jejak.investigation.Investigations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "brokers",
        description = {
            "Who holds the network together, ranked by raw betweenness. Victims, survivors, witnesses and the dead are in",
            "every path and in no list.",
            "JSON: {\"snapshot\":{\"case\",\"at\",\"known\",\"persons\",\"ties\",\"digest\"},\"parameters\",\"actors\":[{\"id\",",
            "\"name\",\"rank\",\"degree\",\"betweenness\",\"betweennessScaled\",\"netOfDegreeZ\",\"netOfDegreeP\",\"rankInterval\",",
            "\"harmonic\",\"pageRank\",\"coreness\",\"constraint\",\"effectiveSize\",\"cutVertex\",\"community\",\"brokerClass\"}],",
            "\"coercedRole\":[id]}"
        })
final class BrokersCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--seed", defaultValue = "1", description = "Of the communities (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--top", paramLabel = "N", defaultValue = "0", description = "Only the first N (default: all).")
    int top;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var answer =
                    opened.get(Investigations.class).brokers(viewer, asked.question(viewer), seed, Asked.control());
            var body = BrokersBody.of(answer, seed, top);
            output.print(body, () -> say(body, answer.network().question().caption()));
        }
        return Exit.DONE;
    }

    private void say(BrokersBody body, String caption) {
        output.line(body.snapshot().persons() + " persons, " + body.snapshot().ties() + " ties: " + caption);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var actor : body.actors()) {
            rows.add(Lines.row(
                    actor.rank(),
                    actor.id(),
                    actor.name(),
                    actor.degree(),
                    actor.betweenness(),
                    actor.harmonic(),
                    actor.pageRank(),
                    actor.coreness(),
                    actor.constraint(),
                    actor.cutVertex() ? "cut" : "",
                    actor.community()));
        }
        output.table(
                List.of(
                        "rank",
                        "id",
                        "name",
                        "ties",
                        "betweenness",
                        "harmonic",
                        "PageRank",
                        "core",
                        "constraint",
                        "",
                        "community"),
                rows);
    }
}
