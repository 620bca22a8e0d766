package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jejak.api.DisruptBody;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "disrupt",
        description = {
            "What would be left of the network without some people, beside removing others. Victims, survivors and",
            "witnesses are in the network and can never be removed; those among them who would lose their only contact",
            "are named. It is a question to the records, not a plan.",
            "JSON: {\"snapshot\",\"parameters\",\"steps\":[{\"removed\",\"name\",\"fragmentation\",\"pairsLeft\",",
            "\"largestComponentShare\",\"pairsLeftRange\":[lo,hi],\"leftAlone\":[id]}],\"proven\",\"alternatives\",",
            "\"baselines\":{\"random\":[step],\"degree\":[step],\"betweenness\":[step]},\"waysLeft\":[n],\"atRisk\":[id],",
            "\"investigation\"}; steps are",
            "cumulative."
        })
final class DisruptCommand implements Callable<Integer> {

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

    @ArgGroup(exclusive = true, multiplicity = "1")
    Plan plan = new Plan();

    /** Whom to take out. */
    static final class Plan {
        @Option(
                names = "--remove",
                paramLabel = "ID",
                split = ",",
                required = true,
                description = "These, in this order; step k is the first k of them at once.")
        List<Key> remove = List.of();

        @Option(
                names = "--greedy",
                paramLabel = "K",
                required = true,
                description = "The K without whom least holds together; with --replace one after the other, each chosen"
                        + " once those before may have been replaced.")
        @Nullable
        Integer greedy;
    }

    @Option(
            names = "--replace",
            paramLabel = "R",
            defaultValue = "0",
            description = "Chance that a removed person's ties are taken over by whoever shares most of their contacts"
                    + " (default: ${DEFAULT-VALUE}).")
    double replacement;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of searches, orders and luck (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--top", paramLabel = "N", defaultValue = "0", hidden = true)
    int top;

    @Override
    public Integer call() {
        DisruptionPlan wanted =
                plan.greedy == null ? new DisruptionPlan.Removing(plan.remove) : new DisruptionPlan.Best(plan.greedy);
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            var question = asked.question(opened, viewer);
            var found = keep.asking(
                    title -> opened.get(KeptInvestigations.class)
                            .disrupt(viewer, title, question, wanted, replacement, seed, Asked.control()),
                    () -> opened.get(Investigations.class)
                            .disrupt(viewer, question, wanted, replacement, seed, Asked.control()));
            var plain = DisruptBody.of(found.answer(), seed);
            var body = found.in(plain, plain::kept);
            var caption = found.answer().network().question().caption();
            output.print(body, () -> say(body, caption));
        }
        return Exit.DONE;
    }

    private void say(DisruptBody body, String caption) {
        output.line(body.snapshot().persons() + " persons, " + body.snapshot().ties() + " ties: " + caption);
        if (body.investigation() != null) {
            output.line("kept as investigation " + body.investigation());
        }
        if (body.proven()) {
            output.line("no other set of as many leaves fewer pairs; sets as good: " + body.alternatives());
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int k = 0; k < body.steps().size(); k++) {
            var step = body.steps().get(k);
            rows.add(Lines.row(
                    k + 1,
                    step.removed(),
                    step.name(),
                    step.fragmentation(),
                    step.pairsLeft(),
                    range(step),
                    body.baselines().random().get(k).pairsLeft(),
                    range(body.baselines().random().get(k)),
                    body.baselines().degree().get(k).pairsLeft(),
                    body.baselines().betweenness().get(k).pairsLeft(),
                    step.largestComponentShare()));
        }
        output.table(
                List.of(
                        "step",
                        "without",
                        "name",
                        "fragmentation",
                        "pairs left",
                        "5–95 %",
                        "at random",
                        "5–95 %",
                        "by degree",
                        "by betweenness",
                        "largest part"),
                rows);
        if (body.waysLeft() != null) {
            output.line("ways from recruitment to exploitation that share no tie, before and after each step: "
                    + body.waysLeft().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (!body.atRisk().isEmpty()) {
            output.line("victims or witnesses who would lose their only contact: " + String.join(", ", body.atRisk()));
        }
    }

    private static String range(DisruptBody.Step step) {
        return String.format(
                Locale.ROOT,
                "%.4f–%.4f",
                step.pairsLeftRange().getFirst(),
                step.pairsLeftRange().getLast());
    }
}
