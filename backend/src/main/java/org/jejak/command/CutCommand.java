package org.jejak.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jejak.analysis.flow.Taking;
import org.jejak.api.CutBody;
import org.jejak.investigation.FlowQuestions;
import org.jejak.investigation.KeptInvestigations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cut",
        description = {
            "Which fewest ways, or places and people, everything recorded runs through between some places and others:",
            "from where recruitment began to where exploitation ended, unless told otherwise. Victims and witnesses and the",
            "places at both ends are never taken. It is a question to the records, not a plan.",
            "JSON: {\"parameters\",\"ways\",\"admissible\",\"flow\",\"starts\":[id],\"ends\":[id],\"ties\":[{\"from\",\"to\",",
            "\"records\":[key]}],\"nodes\":[id],\"names\":{id: name},\"digest\",\"investigation\"}"
        })
final class CutCommand implements Callable<Integer> {

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
            names = "--from-kind",
            paramLabel = "KIND",
            split = ",",
            description = "Kinds of places to start from (default: where movements of recruitment began).")
    List<String> from = List.of();

    @Option(
            names = "--to-kind",
            paramLabel = "KIND",
            split = ",",
            description = "Kinds of places to keep people from (default: where movements of exploitation ended).")
    List<String> to = List.of();

    @Option(
            names = "--taking",
            paramLabel = "WHAT",
            defaultValue = "PLACES_AND_PEOPLE",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Taking taking = Taking.PLACES_AND_PEOPLE;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var question = asked.question(opened, viewer);
            var fromKinds = Set.copyOf(from);
            var toKinds = Set.copyOf(to);
            var found = keep.asking(
                    title -> opened.get(KeptInvestigations.class)
                            .cut(viewer, title, question, fromKinds, toKinds, taking, Asked.control()),
                    () -> opened.get(FlowQuestions.class).cut(viewer, question, fromKinds, toKinds, taking));
            var plain = CutBody.of(found.answer());
            var body = found.in(plain, plain::kept);
            output.print(body, () -> say(body));
        }
        return Exit.DONE;
    }

    private void say(CutBody body) {
        output.line(body.ways() + " ways recorded, from " + body.starts().size() + " places to "
                + body.ends().size());
        if (!body.admissible()) {
            output.line("No cut: a way leads past all that may be taken.");
            return;
        }
        output.line(body.flow() == 0 ? "Nothing recorded leads through." : body.flow() + " to take:");
        body.nodes().forEach(id -> output.line("  " + name(body, id)));
        body.ties()
                .forEach(tie -> output.line("  " + name(body, tie.from()) + "  →  " + name(body, tie.to()) + "   "
                        + String.join(", ", tie.records())));
    }

    private static String name(CutBody body, String id) {
        return body.names().getOrDefault(id, id) + " (" + id + ")";
    }
}
