package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jejak.api.BrokersBody;
import org.jejak.api.SurenessParameters;
import org.jejak.api.WhyBody;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "brokers",
        description = {
            "Who holds the network together, ranked by raw betweenness. Victims, survivors, witnesses and the dead are in",
            "every path and in no list. Net of degree: how often networks with the same numbers of ties give as much. The",
            "interval: between which ranks somebody may stand if a share of the records is missing at random.",
            "JSON: {\"snapshot\":{\"case\",\"at\",\"known\",\"persons\",\"ties\",\"digest\"},\"parameters\",\"actors\":[{\"id\",",
            "\"name\",\"rank\",\"degree\",\"betweenness\",\"betweennessScaled\",\"netOfDegreeZ\",\"netOfDegreeP\",",
            "\"netOfDegreeResolution\",\"nullDistinct\",\"rankInterval\",\"fall\":{\"rank\",\"withoutSources\":[id]},\"harmonic\",\"pageRank\",\"coreness\",\"constraint\",\"effectiveSize\",\"cutVertex\",\"community\",\"brokerClass\"}],",
            "\"coercedRole\":[id],\"investigation\"}"
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

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of communities, null networks and deletions (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--top", paramLabel = "N", defaultValue = "0", description = "Only the first N (default: all).")
    int top;

    @Option(
            names = "--depth",
            paramLabel = "measures|quick|full",
            defaultValue = "quick",
            description = "Without net of degree and intervals, with them where they take a minute or so, or always"
                    + " (default: ${DEFAULT-VALUE}).")
    String depth = "quick";

    @Option(
            names = "--null-model",
            paramLabel = "tie|incidence",
            description = "Exchange the ends of ties, or people between events (default: incidence where a fifth of the"
                    + " ties or more come from events).")
    @Nullable
    String nullModel;

    @Option(
            names = "--missing",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Share of the records assumed to be missing (default: ${DEFAULT-VALUE}).")
    double missing = 0.1;

    @Option(
            names = "--why",
            paramLabel = "ID",
            description =
                    "Instead of the ranking: why this one stands in it, between whom and on which ties, records and"
                            + " sources. JSON: {\"id\",\"name\",\"betweenness\",\"communities\":[{\"community\",\"own\",\"contacts\","
                            + "\"members\"}],\"between\":[{\"one\",\"other\",\"betweenness\",\"share\"}],\"ties\":[{\"to\",\"name\","
                            + "\"community\",\"share\",\"records\":[{\"record\",\"sources\":[{\"source\",\"grade\"}]}]}]}.")
    @Nullable
    Key why;

    @Option(
            names = "--keep",
            paramLabel = "TITLE",
            description =
                    "Keep the answer as an investigation under this title (see 'investigations'); write no names into"
                            + " it.")
    @Nullable
    String keep;

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            if (why != null) {
                var answer = opened.get(Investigations.class)
                        .why(viewer, asked.question(viewer), why, seed, Asked.control());
                var body = WhyBody.of(answer, seed);
                output.print(body, () -> say(body));
                return Exit.DONE;
            }
            var sureness = new SurenessParameters(depth, nullModel, missing).sureness();
            var question = asked.question(viewer);
            var kept = keep == null
                    ? null
                    : opened.get(KeptInvestigations.class)
                            .brokers(viewer, keep, question, seed, sureness, Asked.control());
            var answer = kept == null
                    ? opened.get(Investigations.class).brokers(viewer, question, seed, sureness, Asked.control())
                    : kept.answer();
            var plain = BrokersBody.of(answer, seed, top);
            var body = kept == null ? plain : plain.kept(kept.investigation().id());
            output.print(body, () -> say(body, answer.network().question().caption()));
        }
        return Exit.DONE;
    }

    private void say(WhyBody body) {
        output.line(body.id() + " " + body.name() + ": betweenness " + body.betweenness());
        var between = new ArrayList<List<@Nullable Object>>();
        body.between().forEach(b -> between.add(Lines.row(b.one(), b.other(), b.betweenness(), b.share())));
        output.table(List.of("between community", "and", "betweenness", "share"), between);
        output.line("");
        var ties = new ArrayList<List<@Nullable Object>>();
        for (var tie : body.ties()) {
            ties.add(Lines.row(
                    tie.to(),
                    tie.name(),
                    tie.community(),
                    tie.share(),
                    tie.records().stream()
                            .map(row -> row.record() + " ("
                                    + row.sources().stream()
                                            .map(s -> s.source() + " " + s.grade())
                                            .collect(Collectors.joining(", "))
                                    + ")")
                            .collect(Collectors.joining("; "))));
        }
        output.table(List.of("tie to", "name", "community", "share", "records (sources and grades)"), ties);
    }

    private void say(BrokersBody body, String caption) {
        output.line(body.snapshot().persons() + " persons, " + body.snapshot().ties() + " ties: " + caption);
        if (body.investigation() != null) {
            output.line("kept as investigation " + body.investigation());
        }
        if (Boolean.FALSE.equals(body.parameters().get("rankDeterminable"))) {
            output.line("ranks are not determinable: a few lost records would tear this network apart");
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var actor : body.actors()) {
            rows.add(Lines.row(
                    actor.rank(),
                    actor.rankInterval() == null
                            ? null
                            : actor.rankInterval().getFirst() + "–"
                                    + actor.rankInterval().getLast(),
                    actor.id(),
                    actor.name(),
                    actor.degree(),
                    actor.betweenness(),
                    actor.netOfDegreeP(),
                    actor.brokerClass(),
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
                        "between",
                        "id",
                        "name",
                        "ties",
                        "betweenness",
                        "p",
                        "class",
                        "harmonic",
                        "PageRank",
                        "core",
                        "constraint",
                        "",
                        "community"),
                rows);
    }
}
