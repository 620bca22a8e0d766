package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jejak.api.CommunitiesBody;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "communities",
        description = {
            "The groups the network falls into (Leiden, modularity).",
            "JSON: {\"quality\",\"communities\":[{\"id\",\"members\":[id]}],\"snapshot\",\"parameters\",\"investigation\"}"
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

    @Mixin
    Keep keep = new Keep();

    @Option(names = "--seed", defaultValue = "1", description = "Of the search (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--top", paramLabel = "N", defaultValue = "0", hidden = true)
    int top;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var question = asked.question(opened, viewer);
            var found = keep.asking(
                    title -> opened.get(KeptInvestigations.class)
                            .communities(viewer, title, question, seed, Asked.control()),
                    () -> opened.get(Investigations.class).communities(viewer, question, seed, Asked.control()));
            var plain = CommunitiesBody.of(found.answer(), seed);
            var body = found.in(plain, plain::kept);
            output.print(body, () -> {
                output.line("modularity " + body.quality() + ": " + question.caption());
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
