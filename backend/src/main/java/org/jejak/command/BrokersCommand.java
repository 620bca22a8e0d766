package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "\"netOfDegreeResolution\",\"nullDistinct\",\"rankInterval\",\"fall\":{\"rank\",\"withoutSources\":[id]},\"harmonic\",\"pageRank\",\"coreness\",\"constraint\",\"effectiveSize\",\"cutVertex\",\"community\",\"brokerClass\",",
            "\"strength\",\"weightedBetweenness\",\"closeness\",\"eigenvector\",\"roles\":{\"coordinator\",\"itinerant\",\"gatekeeper\",",
            "\"liaison\"}}],\"coercedRole\":[id],\"notListed\",\"roleMissing\":[id],\"bridges\":[{\"a\",\"b\",\"nameA\",\"nameB\",\"onSideOfA\",\"onSideOfB\",\"records\"}],",
            "\"reach\":{\"members\":[id],\"names\",\"reach\"},\"investigation\"}; what --measures did not ask for is null."
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

    @Mixin
    Keep keep = new Keep();

    @Mixin
    FurtherOptions further = new FurtherOptions();

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

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var viewer = opened.viewer(who);
            if (why != null) {
                var answer = opened.get(Investigations.class)
                        .why(viewer, asked.question(opened, viewer), why, seed, Asked.control());
                var body = WhyBody.of(answer, seed);
                output.print(body, () -> say(body));
                return Exit.DONE;
            }
            var sureness = new SurenessParameters(depth, nullModel, missing).sureness();
            var question = asked.question(opened, viewer);
            var found = keep.asking(
                    title -> opened.get(KeptInvestigations.class)
                            .brokers(viewer, title, question, seed, sureness, further.question(), Asked.control()),
                    () -> opened.get(Investigations.class)
                            .brokers(viewer, question, seed, sureness, further.question(), Asked.control()));
            var plain = BrokersBody.of(found.answer(), seed, top);
            var body = found.in(plain, plain::kept);
            var caption = found.answer().network().question().caption();
            output.print(body, () -> say(body, caption));
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
        if (body.notListed() > 0) {
            output.line(body.notListed() + " protected, in every path and not listed"
                    + (body.roleMissing().isEmpty()
                            ? ""
                            : "; of " + body.roleMissing().size() + " of them the records state no role: "
                                    + String.join(", ", body.roleMissing())));
        }
        if (body.investigation() != null) {
            output.line("kept as investigation " + body.investigation());
        }
        if (Boolean.FALSE.equals(body.parameters().get("rankDeterminable"))) {
            output.line("ranks are not determinable: a few lost records would tear this network apart");
        }
        var heads = new ArrayList<>(List.of("rank", "between", "id", "name", "ties", "betweenness", "p", "class"));
        heads.addAll(List.of("harmonic", "PageRank", "core", "constraint", "", "community", "falls without"));
        heads.addAll(furtherHeads(body));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var actor : body.actors()) {
            var row = new ArrayList<>(Lines.row(
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
                    actor.community(),
                    fall(actor)));
            row.addAll(further(body, actor));
            rows.add(row);
        }
        output.table(heads, rows);
        sayOfTheWhole(body);
    }

    private static String fall(BrokersBody.Actor actor) {
        var fall = actor.fall();
        return fall == null ? "" : "to " + fall.rank() + " without " + String.join(", ", fall.withoutSources());
    }

    private static List<String> asked(BrokersBody body) {
        return body.parameters().get("measures") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<String> furtherHeads(BrokersBody body) {
        return asked(body).stream()
                .flatMap(measure -> switch (measure) {
                    case "roles" -> Stream.of("coordinator", "itinerant", "gatekeeper", "liaison");
                    case "bridges", "reach" -> Stream.empty();
                    default -> Stream.of(measure.replace('_', ' '));
                })
                .toList();
    }

    private static List<@Nullable Object> further(BrokersBody body, BrokersBody.Actor actor) {
        var cells = new ArrayList<@Nullable Object>();
        for (String measure : asked(body)) {
            switch (measure) {
                case "strength" -> cells.add(actor.strength());
                case "weighted_betweenness" -> cells.add(actor.weightedBetweenness());
                case "closeness" -> cells.add(actor.closeness());
                case "eigenvector" -> cells.add(actor.eigenvector());
                case "roles" -> {
                    var roles = actor.roles();
                    cells.addAll(
                            roles == null
                                    ? Lines.row(null, null, null, null)
                                    : Lines.row(
                                            roles.coordinator(),
                                            roles.itinerant(),
                                            roles.gatekeeper(),
                                            roles.liaison()));
                }
                default -> {}
            }
        }
        return cells;
    }

    private void sayOfTheWhole(BrokersBody body) {
        if (body.bridges() != null) {
            output.line("");
            var rows = new ArrayList<List<@Nullable Object>>();
            body.bridges()
                    .forEach(b -> rows.add(Lines.row(
                            b.nameA() + " (" + b.a() + ")",
                            b.onSideOfA(),
                            b.nameB() + " (" + b.b() + ")",
                            b.onSideOfB(),
                            String.join(", ", b.records()))));
            output.table(List.of("bridge from", "people there", "to", "people there", "records"), rows);
        }
        if (body.reach() != null) {
            output.line("");
            output.line("from " + String.join(", ", body.reach().names()) + ": "
                    + body.reach().reach()
                    + (further.within > 0
                            ? " of all others are within " + further.within + " steps"
                            : " is the mean of one over the steps to the others"));
        }
    }
}
