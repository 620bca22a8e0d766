package org.jejak.analysis.disruption;

import org.jejak.analysis.RunControl;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.centrality.BetweennessKernel;

/** Whom to remove next. */
final class Choices {

    private Choices() {}

    /** Without whom fewest pairs are left. */
    static RemovalsInTurn.Choice fewestPairsLeft(int n) {
        return (left, removed) -> {
            SideSizes sides = new SideSizes(n, left.offsets(), left.targets());
            sides.look(removed);
            return sides.pairsWithout.clone();
        };
    }

    static RemovalsInTurn.Choice mostTies(int n) {
        return (left, removed) -> {
            double[] fewer = new double[n];
            int[] copies = left.multiplicity();
            for (int v = 0; v < n; v++) {
                for (int e = left.offsets()[v]; e < left.offsets()[v + 1]; e++) {
                    fewer[v] -= copies == null ? 1 : copies[e];
                }
            }
            return fewer;
        };
    }

    static RemovalsInTurn.Choice mostBetween(int n, RunControl control) {
        return (left, removed) -> {
            double[] scores = BetweennessKernel.on(
                    n,
                    left.offsets(),
                    left.targets(),
                    left.multiplicity(),
                    control.quietly().withThreads(1));
            for (int v = 0; v < n; v++) {
                scores[v] = -SignificantDigits.nine(scores[v]);
            }
            return scores;
        };
    }
}
