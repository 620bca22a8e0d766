package org.jejak.investigation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.analysis.flow.UnitFlow;
import org.jejak.analysis.paths.ActorPath;
import org.jejak.analysis.paths.TimedPath;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * What a question after ways came to: {@code paths}, {@code in_time}, {@code flow} or {@code cut}.
 *
 * @param ways in the order of the answer; of a flow what carries it, of a cut what it takes
 * @param amounts of a flow, by unit
 * @param complete whether everything was tried, and of a cut whether there is one
 */
public record KeptWays(List<Way> ways, List<Amount> amounts, boolean complete) {

    public KeptWays {
        ways = List.copyOf(ways);
        amounts = List.copyOf(amounts);
    }

    /** @param cost of steps without time; null for others */
    public record Way(@Nullable Double cost, List<Step> steps) {

        public Way {
            steps = List.copyOf(steps);
        }

        /** All it leads from, through and to; what a cut takes by itself is one. */
        Stream<String> ends() {
            return steps.stream()
                    .flatMap(step -> Stream.of(step.from(), step.to()))
                    .filter(id -> !id.isEmpty())
                    .distinct();
        }

        /** As it is compared with others: who, and on which records. */
        public String inWords() {
            return steps.stream().map(Step::inWords).collect(Collectors.joining("; "));
        }
    }

    /**
     * @param to empty for a place or person that a cut takes
     * @param time null for steps without one
     * @param amount null where nothing was counted
     */
    public record Step(
            String from,
            String to,
            @Nullable String time,
            @Nullable Double amount,
            boolean inferred,
            List<String> records) {

        public Step {
            records = List.copyOf(records);
        }

        private String inWords() {
            return from + (to.isEmpty() ? "" : " > " + to) + (records.isEmpty() ? "" : " " + records);
        }
    }

    public record Amount(String unit, String atLeast, String atMost) {}

    static KeptWays of(PathsAnswer answer) {
        return new KeptWays(answer.paths().stream().map(KeptWays::way).toList(), List.of(), true);
    }

    private static Way way(ActorPath path) {
        return new Way(
                path.cost(),
                path.steps().stream()
                        .map(step -> new Step(
                                step.from().toString(), step.to().toString(), null, null, false, words(step.records())))
                        .toList());
    }

    static KeptWays of(TimedPathsAnswer answer) {
        return new KeptWays(
                answer.found().paths().stream()
                        .map(TimedPath::steps)
                        .map(steps ->
                                new Way(null, steps.stream().map(KeptWays::step).toList()))
                        .toList(),
                List.of(),
                answer.found().complete());
    }

    static KeptWays of(FlowAnswer answer) {
        List<UnitFlow> units = answer.flow().units();
        return new KeptWays(
                units.stream()
                        .flatMap(unit -> unit.carriers().stream())
                        .map(step -> new Way(null, List.of(step(step))))
                        .toList(),
                units.stream()
                        .map(unit -> new Amount(
                                unit.unit(),
                                unit.atLeast().toPlainString(),
                                unit.atMost().toPlainString()))
                        .toList(),
                units.stream().allMatch(UnitFlow::isExact));
    }

    static KeptWays of(CutAnswer answer) {
        var cut = answer.cut();
        var ways = cut.ties().stream()
                .map(tie -> new Step(tie.from().value(), tie.to().value(), null, null, false, words(tie.records())))
                .map(step -> new Way(null, List.of(step)))
                .collect(Collectors.toList());
        cut.nodes()
                .forEach(node ->
                        ways.add(new Way(null, List.of(new Step(node.value(), "", null, null, false, List.of())))));
        return new KeptWays(ways, List.of(), cut.admissible());
    }

    private static Step step(TimedStep step) {
        return new Step(
                step.from().value(),
                step.to().value(),
                step.leavesFrom().toString(),
                step.amount().isPresent() ? step.amount().getAsDouble() : null,
                step.inferred(),
                words(step.records()));
    }

    private static List<String> words(List<Key> records) {
        return records.stream().map(Key::value).toList();
    }
}
