package org.jejak.api;

import java.util.List;
import java.util.SortedMap;
import org.jejak.analysis.disruption.DisruptionStep;
import org.jejak.investigation.DisruptionAnswer;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * {@code disrupt --json}.
 *
 * @param proven whether no other set of as many leaves fewer pairs
 * @param alternatives how many sets are as good; null where that is not known
 * @param waysLeft how many ways that share no tie lead from where recruitment began to where exploitation ended, before
 *     anybody goes and after each step, should nobody take over; null where no such places are recorded
 * @param atRisk victims and witnesses who would lose their only contact
 * @param investigation id under which it was kept; null where it was not
 */
public record DisruptBody(
        SnapshotBody snapshot,
        SortedMap<String, Object> parameters,
        List<Step> steps,
        boolean proven,
        @Nullable Integer alternatives,
        Baselines baselines,
        @Nullable List<Long> waysLeft,
        List<String> atRisk,
        @Nullable String investigation) {

    /**
     * One more is gone.
     *
     * @param removed null where each run removes another one
     * @param pairsLeftRange 5% and 95% quantile over the runs
     * @param leftAlone who has lost their only contact with this step, should nobody take over
     */
    public record Step(
            @Nullable String removed,
            @Nullable String name,
            double fragmentation,
            double pairsLeft,
            double largestComponentShare,
            List<Double> pairsLeftRange,
            List<String> leftAlone) {

        static Step of(DisruptionStep step, DisruptionAnswer answer) {
            ActorId removed = step.removed();
            return new Step(
                    removed == null ? null : removed.toString(),
                    removed == null ? null : answer.name(removed),
                    step.remains().fragmentation(),
                    step.remains().pairsLeft(),
                    step.remains().largestComponentShare(),
                    List.of(step.pairsLeftLow(), step.pairsLeftHigh()),
                    step.leftAlone().stream().map(ActorId::toString).toList());
        }
    }

    /** What other removals would have left. */
    public record Baselines(List<Step> random, List<Step> degree, List<Step> betweenness) {}

    public static DisruptBody of(DisruptionAnswer answer, long seed) {
        var parameters = SnapshotBody.parameters(answer.network());
        parameters.put("seed", seed);
        var report = answer.report();
        parameters.put("replacement", report.replacement());
        switch (answer.plan()) {
            case DisruptionPlan.Removing these ->
                parameters.put(
                        "remove", these.persons().stream().map(Object::toString).toList());
            case DisruptionPlan.Best best -> parameters.put("greedy", best.count());
        }
        return new DisruptBody(
                SnapshotBody.of(answer.network()),
                parameters,
                steps(report.steps(), answer),
                report.proven(),
                report.alternatives(),
                new Baselines(
                        steps(report.random(), answer),
                        steps(report.degree(), answer),
                        steps(report.betweenness(), answer)),
                answer.waysLeft(),
                answer.atRisk().stream().map(ActorId::toString).toList(),
                null);
    }

    /** The same, with the id under which it was kept. */
    public DisruptBody kept(String id) {
        return new DisruptBody(snapshot, parameters, steps, proven, alternatives, baselines, waysLeft, atRisk, id);
    }

    private static List<Step> steps(List<DisruptionStep> steps, DisruptionAnswer answer) {
        return steps.stream().map(step -> Step.of(step, answer)).toList();
    }
}
