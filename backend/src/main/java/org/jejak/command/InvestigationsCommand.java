package org.jejak.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jejak.api.ChangesBody;
import org.jejak.api.ChangesParameters;
import org.jejak.api.InvestigationBody;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.investigation.KeptResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "investigations",
        description = {
            "Kept answers: what was asked, of which records, with which seed and version, by whom and when. --keep on",
            "'brokers', 'communities', 'disrupt', 'paths' and 'cut' keeps one.",
            "JSON: {\"investigations\":[{\"id\",\"title\",\"user\",\"kept\",\"program\",\"question\",\"snapshot\",\"resultDigest\",",
            "\"unlisted\"}]}. Whoever is protected now, or may not be seen any more, is left out of what is shown; \"unlisted\"",
            "says how many. What was kept stays as it is."
        },
        subcommands = {
            InvestigationsCommand.Show.class,
            InvestigationsCommand.Repeat.class,
            InvestigationsCommand.Compare.class,
            InvestigationsCommand.Remove.class
        })
final class InvestigationsCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Mixin
    Who who = new Who();

    @Mixin
    Output output = new Output();

    record Answer(List<InvestigationBody> investigations) {}

    @Override
    public Integer call() {
        try (var opened = place.open()) {
            var kept = opened.get(KeptInvestigations.class).visibleTo(opened.viewer(who)).stream()
                    .map(InvestigationBody::of)
                    .toList();
            output.print(new Answer(kept), () -> {
                var rows = new ArrayList<List<@Nullable Object>>();
                for (var one : kept) {
                    rows.add(Lines.row(
                            one.id(), one.title(), one.question().measure(), one.user(), one.kept(), one.program()));
                }
                output.table(List.of("id", "title", "measure", "asked by", "when", "version"), rows);
            });
        }
        return Exit.DONE;
    }

    /** Of a what-if every step takes somebody out; who is not named is not listed any more. */
    private static String someone(@Nullable String id) {
        return id == null ? "somebody not listed any more" : id;
    }

    /** Likewise, where there may be no such step at all. */
    private static String someone(@Nullable Double pairsLeft, @Nullable String id) {
        return pairsLeft == null ? "nobody" : someone(id);
    }

    private static void sayUnlisted(Output output, int unlisted) {
        if (unlisted > 0) {
            output.line(unlisted + " of those it names are not listed any more: they are protected now, or you may not"
                    + " see them");
        }
    }

    @Command(
            name = "show",
            description = {"One of them with its result.", "JSON: as in the list, and \"result\"."})
    static final class Show implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(index = "0", paramLabel = "ID")
        String id = "";

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var answer = opened.get(KeptInvestigations.class).of(opened.viewer(who), id);
                output.print(InvestigationBody.of(answer), () -> {
                    var kept = answer.investigation();
                    var result = answer.result();
                    output.line(kept.title() + ": " + kept.question().measure() + ", asked by " + kept.user() + " on "
                            + kept.kept());
                    output.line(
                            "of " + result.persons() + " persons and " + result.ties() + " ties, " + kept.snapshot());
                    output.line("with " + kept.question());
                    var rows = new ArrayList<List<@Nullable Object>>();
                    result.brokers()
                            .forEach(b -> rows.add(Lines.row(
                                    b.rank(),
                                    b.id(),
                                    b.degree(),
                                    b.betweenness(),
                                    b.netOfDegreeP(),
                                    b.brokerClass().toLowerCase(Locale.ROOT))));
                    if (!rows.isEmpty()) {
                        output.table(List.of("rank", "id", "ties", "betweenness", "p", "class"), rows);
                    }
                    result.steps()
                            .forEach(s -> output.line(
                                    "without " + someone(s.removed()) + ": " + s.pairsLeft() + " of all pairs left"));
                    say(result);
                    sayUnlisted(output, kept.unlisted());
                });
            }
            return Exit.DONE;
        }

        private void say(KeptResult result) {
            var groups = result.groups();
            if (groups != null) {
                output.line("modularity " + groups.quality());
                groups.communities().forEach(members -> output.line("  " + String.join(", ", members)));
            }
            var ways = result.ways();
            if (ways != null) {
                ways.amounts().forEach(a -> output.line(a.atLeast() + " to " + a.atMost() + " " + a.unit()));
                ways.ways().forEach(way -> output.line("  " + way.inWords()));
            }
            var further = result.further();
            if (further != null && further.reached() != null) {
                output.line("reached from " + String.join(", ", further.reach()) + ": " + further.reached());
            }
        }
    }

    @Command(
            name = "remove",
            description = {"Throws one away; only who kept it or a supervisor may.", "JSON: {\"removed\":id}"})
    static final class Remove implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(index = "0", paramLabel = "ID")
        String id = "";

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                opened.get(KeptInvestigations.class).remove(opened.viewer(who), id);
                output.print(Map.of("removed", id), () -> output.line(id + " is thrown away"));
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "repeat",
            description = {
                "Asks it again of what was recorded then; ends with 1 if the answer is not the same to the byte.",
                "JSON: {\"id\",\"sameNetwork\",\"network\":\"same|differs|counted_otherwise\",\"program\",\"sameResult\",",
                "\"resultDigest\"}; counted_otherwise: program, the version that kept it, counted the digest of a network",
                "in another way, so that it says nothing of the records."
            })
    static final class Repeat implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(index = "0", paramLabel = "ID")
        String id = "";

        record Again(
                String id,
                boolean sameNetwork,
                String network,
                String program,
                boolean sameResult,
                String resultDigest) {}

        @Override
        public Integer call() {
            try (var opened = place.open()) {
                var again = opened.get(KeptInvestigations.class).repeat(opened.viewer(who), id, Asked.control());
                output.print(
                        new Again(
                                id,
                                again.sameNetwork(),
                                Words.of(again.network()).replace('-', '_'),
                                again.program(),
                                again.sameResult(),
                                again.resultDigest()),
                        () -> output.line(words(again)));
                return again.sameResult() ? Exit.DONE : Exit.NO;
            }
        }
    }

    private static String words(KeptInvestigations.Repeated again) {
        if (again.sameResult()) {
            return "the same, byte for byte: " + again.resultDigest();
        }
        String what = switch (again.network()) {
            case SAME -> "another answer";
            case DIFFERS -> "the records have changed";
            case COUNTED_OTHERWISE -> "another answer; " + countedOtherwise(again.program(), "this one");
        };
        return what + ": " + again.resultDigest() + " instead of " + again.keptDigest();
    }

    private static String countedOtherwise(String before, String after) {
        return "version " + before + " of Jejak counted the digest of a network otherwise than " + after
                + ", so it does not say whether the records changed";
    }

    @Command(
            name = "compare",
            description = {
                "What changed: beside a later one, or beside the same question asked of what is known now. With --since or",
                "--learnt-since: what had changed, or had been learnt, from that day up to the kept answer.",
                "JSON: {\"sameNetwork\",\"network\":\"same|differs|counted_otherwise\",\"programBefore\",\"programAfter\",",
                "\"sameResult\",\"personsBefore\",\"personsAfter\",\"tiesBefore\",\"tiesAfter\",\"ranks\":[{",
                "\"id\",\"rankBefore\",\"rankAfter\",\"betweennessBefore\",\"betweennessAfter\",\"classBefore\",\"classAfter\"}],",
                "\"steps\":[{\"step\",\"removedBefore\",\"removedAfter\",\"pairsLeftBefore\",\"pairsLeftAfter\"}],",
                "\"regrouped\":[{\"id\",\"before\",\"after\"}],\"gone\":[text],\"came\":[text],\"amounts\":[{\"unit\",\"atLeastBefore\",",
                "\"atLeastAfter\",\"atMostBefore\",\"atMostAfter\"}],\"unlisted\"}"
            })
    static final class Compare implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Mixin
        Who who = new Who();

        @Mixin
        Output output = new Output();

        @Parameters(index = "0", paramLabel = "ID")
        String id = "";

        @Parameters(index = "1", paramLabel = "LATER", arity = "0..1")
        @Nullable
        String later;

        @Option(names = "--since", paramLabel = "DATE", description = "Up to the kept answer, from what was true then.")
        @Nullable
        String since;

        @Option(
                names = "--learnt-since",
                paramLabel = "DATE",
                description = "Up to the kept answer, from what Jejak had recorded by then.")
        @Nullable
        String learntSince;

        @Override
        public Integer call() {
            var beside = new ChangesParameters(later, since, learntSince);
            try (var opened = place.open()) {
                var changes = ChangesBody.of(
                        beside.of(opened.get(KeptInvestigations.class), opened.viewer(who), id, Asked.control()));
                output.print(changes, () -> say(changes));
            }
            return Exit.DONE;
        }

        private void say(ChangesBody changes) {
            output.line("persons " + changes.personsBefore() + " → " + changes.personsAfter() + ", ties "
                    + changes.tiesBefore() + " → " + changes.tiesAfter()
                    + (changes.sameResult() ? "; the answer is the same" : ""));
            if (changes.network().equals("counted_otherwise")) {
                output.line(countedOtherwise(changes.programBefore(), "version " + changes.programAfter()));
            }
            var rows = new ArrayList<List<@Nullable Object>>();
            changes.ranks()
                    .forEach(m -> rows.add(Lines.row(
                            m.id(),
                            m.rankBefore(),
                            m.rankAfter(),
                            m.betweennessBefore(),
                            m.betweennessAfter(),
                            m.classBefore(),
                            m.classAfter())));
            if (!rows.isEmpty()) {
                output.table(List.of("id", "rank", "now", "betweenness", "now", "class", "now"), rows);
            }
            changes.steps()
                    .forEach(s -> output.line(s.step() + ": " + someone(s.pairsLeftBefore(), s.removedBefore()) + " → "
                            + someone(s.pairsLeftAfter(), s.removedAfter()) + ", pairs left " + s.pairsLeftBefore()
                            + " → " + s.pairsLeftAfter()));
            changes.regrouped().forEach(r -> output.line(r.id() + ": community " + r.before() + " → " + r.after()));
            changes.amounts()
                    .forEach(a -> output.line(a.unit() + ": at least " + a.atLeastBefore() + " → " + a.atLeastAfter()
                            + ", at most " + a.atMostBefore() + " → " + a.atMostAfter()));
            changes.gone().forEach(way -> output.line("- " + way));
            changes.came().forEach(way -> output.line("+ " + way));
            sayUnlisted(output, changes.unlisted());
        }
    }
}
