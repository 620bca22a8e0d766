package org.jejak.analysis.flow;

import java.util.List;

/**
 * What can have got from some to others in time, by currency; what was paid in two currencies is never added.
 *
 * @param units by name; none where nothing can have got there
 * @param uncounted steps of which nothing says how much passed: in no flow
 */
public record TimedFlow(List<UnitFlow> units, int uncounted) {

    public TimedFlow {
        units = List.copyOf(units);
    }
}
