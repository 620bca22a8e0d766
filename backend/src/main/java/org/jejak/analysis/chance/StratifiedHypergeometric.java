package org.jejak.analysis.chance;

import java.util.List;

/**
 * The same question as {@link Hypergeometric}, asked within each of several strata and added up: what differs between
 * strata (slot, season, whether a colleague was on) is held fixed and explains nothing away and nothing in.
 *
 * <p>The sum of independent counts; exact, cost the product of the lengths of the distributions folded in.
 */
public record StratifiedHypergeometric(List<Hypergeometric> strata) {

    public StratifiedHypergeometric {
        strata = List.copyOf(strata);
    }

    public CountDistribution distribution() {
        var sum = CountDistribution.certain(0);
        for (Hypergeometric stratum : strata) {
            sum = sum.plus(stratum.distribution());
        }
        return sum;
    }
}
