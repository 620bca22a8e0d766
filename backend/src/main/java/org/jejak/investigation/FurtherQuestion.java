package org.jejak.investigation;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is asked of a network beyond a broker report.
 *
 * @param over groups of the brokerage roles
 * @param reachCount how many people to reach others from
 * @param reachWithin in how many steps; 0 for the nearer the better
 */
public record FurtherQuestion(Set<FurtherMeasure> measures, RoleGroups over, int reachCount, int reachWithin) {

    public static final FurtherQuestion NOTHING = of(Set.of());

    public FurtherQuestion {
        measures = Set.copyOf(measures);
        if (reachCount < 1 || reachWithin < 0) {
            throw new IllegalArgumentException("one person or more, and no steps below none");
        }
    }

    /** Roles over communities; three people, two steps. */
    public static FurtherQuestion of(Set<FurtherMeasure> measures) {
        return new FurtherQuestion(measures, RoleGroups.COMMUNITIES, 3, 2);
    }

    public boolean asks(FurtherMeasure measure) {
        return measures.contains(measure);
    }

    /** In the order in which they are named. */
    public Set<FurtherMeasure> inOrder() {
        return measures.isEmpty() ? Set.of() : EnumSet.copyOf(measures);
    }
}
