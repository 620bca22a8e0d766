package org.jejak.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cases",
        description = {
            "The cases you may see.",
            "JSON: {\"cases\":[{\"case\",\"title\",\"shared\",\"assigned\":[user],\"created\"}]}"
        },
        subcommands = CasesCommand.Assign.class)
final class CasesCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    record Shown(
            @JsonProperty("case") String ref,
            @Nullable String title,
            boolean shared,
            Set<String> assigned,
            String created) {

        static Shown of(Case one) {
            return new Shown(
                    one.ref(),
                    one.title().orElse(null),
                    one.shared(),
                    one.assigned(),
                    one.created().toString());
        }
    }

    record Answer(List<Shown> cases) {}

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var cases = opened.get(Cases.class).visibleTo(opened.viewer(who)).stream()
                    .map(Shown::of)
                    .toList();
            print(output, cases);
        }
        return Exit.DONE;
    }

    private static void print(Output output, List<Shown> cases) {
        output.print(new Answer(cases), () -> {
            var rows = new ArrayList<List<@Nullable Object>>();
            for (var one : cases) {
                rows.add(Lines.row(
                        one.ref(), one.title(), one.shared() ? "shared" : "", String.join(", ", one.assigned())));
            }
            output.table(List.of("case", "title", "", "assigned"), rows);
        });
    }

    @Command(
            name = "assign",
            description = {
                "Lets a user into a case.",
                "JSON: {\"cases\":[{\"case\",\"title\",\"shared\",\"assigned\":[user],\"created\"}]}, the one case"
            })
    static final class Assign implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(index = "0", paramLabel = "CASE")
        String caseRef = "";

        @Parameters(index = "1", paramLabel = "USER")
        String user = "";

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var changed = opened.get(Cases.class).assign(opened.viewer(who), caseRef, user);
                print(output, List.of(Shown.of(changed)));
            }
            return Exit.DONE;
        }
    }
}
