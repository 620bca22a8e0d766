package org.jejak.analysis.flow;

import java.math.BigDecimal;
import java.util.List;
import org.jejak.analysis.paths.TimedStep;

/**
 * How much of one currency, or how many people, can have got there.
 *
 * @param unit the currency, or {@value #PERSONS}
 * @param atLeast so much fits one choice of instants within the times that were written: it can have passed, as {@code ways}
 *     say
 * @param atMost no more than so much can have passed; equal to {@code atLeast} wherever the times leave no doubt
 * @param carriers the steps that carry it, with what each carries of it, in order of time
 * @param ways what passes along one chain of steps each, the largest first
 */
public record UnitFlow(
        String unit, BigDecimal atLeast, BigDecimal atMost, List<TimedStep> carriers, List<FlowWay> ways) {

    /** The unit of movements. */
    public static final String PERSONS = "persons";

    public UnitFlow {
        carriers = List.copyOf(carriers);
        ways = List.copyOf(ways);
    }

    public boolean isExact() {
        return atLeast.compareTo(atMost) == 0;
    }
}
