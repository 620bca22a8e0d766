package org.jejak.investigation;

import java.util.List;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.disruption.DisruptionStep;
import org.jspecify.annotations.Nullable;

/**
 * What the answer was, by id: how people are called is looked up anew for whoever looks.
 *
 * @param persons in the network, the unlisted included
 * @param brokers by rank; empty for other measures
 * @param steps of a what-if; empty for other measures
 * @param further of a ranking, where it was asked; null for others
 * @param groups of communities; null for others
 * @param ways of paths, flows and cuts; null for others. Then {@code persons} counts all ends, {@code ties} what passed
 */
public record KeptResult(
        int persons,
        int ties,
        List<KeptBroker> brokers,
        List<KeptStep> steps,
        @Nullable KeptFurther further,
        @Nullable KeptGroups groups,
        @Nullable KeptWays ways) {

    public KeptResult {
        brokers = List.copyOf(brokers);
        steps = List.copyOf(steps);
    }

    /** All that it names, those ranked first. */
    public Stream<String> named() {
        return Stream.of(
                        brokers.stream().map(KeptBroker::id),
                        steps.stream()
                                .flatMap(s -> Stream.concat(Stream.ofNullable(s.removed()), s.leftAlone().stream())),
                        further == null ? Stream.<String>empty() : further.named(),
                        groups == null
                                ? Stream.<String>empty()
                                : groups.communities().stream().flatMap(List::stream),
                        ways == null
                                ? Stream.<String>empty()
                                : ways.ways().stream().flatMap(KeptWays.Way::ends))
                .flatMap(ids -> ids)
                .distinct();
    }

    /** One line of a ranking. */
    public record KeptBroker(
            String id,
            int rank,
            int degree,
            double betweenness,
            @Nullable Double netOfDegreeZ,
            @Nullable Double netOfDegreeP,
            @Nullable Integer lowest,
            @Nullable Integer highest,
            double harmonic,
            double pageRank,
            int coreness,
            @Nullable Double constraint,
            @Nullable Double effectiveSize,
            boolean cutVertex,
            int community,
            String brokerClass) {}

    /** One step of a what-if. */
    public record KeptStep(
            @Nullable String removed,
            double fragmentation,
            double pairsLeft,
            double largestComponentShare,
            double pairsLeftLow,
            double pairsLeftHigh,
            List<String> leftAlone) {

        public KeptStep {
            leftAlone = List.copyOf(leftAlone);
        }
    }

    static KeptResult of(BrokersAnswer answer) {
        var report = answer.report();
        return new KeptResult(
                report.actors(),
                report.ties(),
                report.brokers().stream().map(KeptResult::line).toList(),
                List.of(),
                KeptFurther.of(answer),
                null,
                null);
    }

    static KeptResult of(CommunitiesAnswer answer) {
        var snapshot = answer.network().snapshot();
        return new KeptResult(
                snapshot.size(), snapshot.tieCount(), List.of(), List.of(), null, KeptGroups.of(answer), null);
    }

    static KeptResult of(PathsAnswer answer) {
        var snapshot = answer.network().snapshot();
        return ways(snapshot.size(), snapshot.tieCount(), KeptWays.of(answer));
    }

    static KeptResult of(TimedPathsAnswer answer) {
        return ways(answer.ends(), answer.steps(), KeptWays.of(answer));
    }

    static KeptResult of(FlowAnswer answer) {
        return ways(answer.ends(), answer.steps(), KeptWays.of(answer));
    }

    static KeptResult of(CutAnswer answer) {
        return ways(answer.ends(), answer.ties(), KeptWays.of(answer));
    }

    private static KeptResult ways(int persons, int ties, KeptWays ways) {
        return new KeptResult(persons, ties, List.of(), List.of(), null, null, ways);
    }

    private static KeptBroker line(Broker broker) {
        var interval = broker.rankInterval();
        return new KeptBroker(
                broker.id().toString(),
                broker.rank(),
                broker.degree(),
                broker.betweenness(),
                broker.netOfDegreeZ(),
                broker.netOfDegreeP(),
                interval == null ? null : interval.lowest(),
                interval == null ? null : interval.highest(),
                broker.harmonic(),
                broker.pageRank(),
                broker.coreness(),
                broker.constraint(),
                broker.effectiveSize(),
                broker.cutVertex(),
                broker.community(),
                broker.brokerClass().name());
    }

    static KeptResult of(DisruptionAnswer answer) {
        var snapshot = answer.network().snapshot();
        return new KeptResult(
                snapshot.size(),
                snapshot.tieCount(),
                List.of(),
                answer.report().steps().stream().map(KeptResult::step).toList(),
                null,
                null,
                null);
    }

    private static KeptStep step(DisruptionStep step) {
        var removed = step.removed();
        return new KeptStep(
                removed == null ? null : removed.toString(),
                step.remains().fragmentation(),
                step.remains().pairsLeft(),
                step.remains().largestComponentShare(),
                step.pairsLeftLow(),
                step.pairsLeftHigh(),
                step.leftAlone().stream().map(Object::toString).toList());
    }
}
