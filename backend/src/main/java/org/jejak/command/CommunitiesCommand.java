package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.api.CommunitiesBody;
import org.jejak.investigation.Investigations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "communities",
        description = {
            "The groups the network falls into (Leiden, modularity).",
            "JSON: {\"quality\",\"communities\":[{\"id\",\"members\":[id]}],\"snapshot\",\"parameters\"}"
        })
final class CommunitiesCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--seed", defaultValue = "1", description = "Of the search (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--top", paramLabel = "N", defaultValue = "0", hidden = true)
    int top;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var answer =
                    opened.get(Investigations.class).communities(viewer, asked.question(viewer), seed, Asked.control());
            var body = CommunitiesBody.of(answer, seed);
            output.print(body, () -> {
                output.line("modularity " + body.quality() + ": "
                        + answer.network().question().caption());
                var rows = new ArrayList<List<@Nullable Object>>();
                for (var group : body.communities()) {
                    rows.add(Lines.row(group.id(), group.members().size(), String.join(", ", group.members())));
                }
                output.table(List.of("id", "size", "members"), rows);
            });
        }
        return Exit.DONE;
    }
}
