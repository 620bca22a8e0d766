package org.jejak.analysis.disruption;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left after each removal, beside what other removals would have left.
 *
 * @param steps cumulative: each counts all removals up to it
 * @param proven whether no other set of as many candidates leaves fewer pairs; false where that was not asked or not shown
 * @param alternatives how many sets are as good, this one included; null where that is not known
 * @param random mean of 200 orders drawn from the same candidates
 * @param degree each time the one with most ties left
 * @param betweenness each time the one with most between others
 * @param replacement chance that a removed person's ties are taken over
 */
public record DisruptionReport(
        List<DisruptionStep> steps,
        boolean proven,
        @Nullable Integer alternatives,
        List<DisruptionStep> random,
        List<DisruptionStep> degree,
        List<DisruptionStep> betweenness,
        double replacement) {

    public DisruptionReport {
        steps = List.copyOf(steps);
        random = List.copyOf(random);
        degree = List.copyOf(degree);
        betweenness = List.copyOf(betweenness);
    }
}
