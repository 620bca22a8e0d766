package org.jejak.analysis.flow;

import java.math.BigDecimal;
import java.util.List;
import org.jejak.analysis.paths.TimedStep;

/** A part of a flow: {@code amount} passes along these steps, one after the other. */
public record FlowWay(BigDecimal amount, List<TimedStep> steps) {

    public FlowWay {
        steps = List.copyOf(steps);
    }
}
