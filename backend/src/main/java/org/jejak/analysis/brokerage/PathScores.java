package org.jejak.analysis.brokerage;

import java.util.Arrays;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.BetweennessEstimate;
import org.jejak.analysis.centrality.Harmonic;
import org.jejak.analysis.centrality.SampledBetweenness;
import org.jejak.analysis.centrality.SampledHarmonic;
import org.jejak.analysis.centrality.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The two measures that ask for all pairs: from everybody where that is a matter of seconds, else sampled, with bounds.
 *
 * @param betweenness raw
 * @param estimate null where it is exact
 * @param sampling null likewise
 */
record PathScores(
        NodeScores betweenness,
        NodeScores harmonic,
        @Nullable BetweennessEstimate estimate,
        @Nullable Sampling sampling) {

    static PathScores of(NetworkSnapshot network, Exactness exactness, long seed, RunControl control) {
        RunControl first = control.part(0, 0.75);
        RunControl second = control.part(0.75, 1);
        if (exactness.isExact(network.size(), network.tieCount())) {
            return new PathScores(
                    new Betweenness(Scale.RAW).on(network, first), new Harmonic().on(network, second), null, null);
        }
        var betweenness = new SampledBetweenness(Scale.RAW, exactness.error(), exactness.failure(), seed)
                .estimate(network, first);
        var harmonic = new SampledHarmonic(exactness.pivots(), exactness.failure(), seed).estimate(network, second);
        return new PathScores(
                betweenness.scores(),
                harmonic.scores(),
                betweenness,
                new Sampling(
                        betweenness.samples(),
                        betweenness.error(),
                        exactness.pivots(),
                        harmonic.error(),
                        exactness.failure()));
    }

    /**
     * By vertex, where betweenness is sampled: better than those whose bounds lie wholly below, worse than those whose lie
     * wholly above. All null where it is exact.
     */
    @Nullable
    RankInterval[] brackets(int[] listed) {
        @Nullable
        RankInterval[] brackets = new RankInterval[betweenness.actors().size()];
        if (estimate == null) {
            return brackets;
        }
        double[] low =
                Arrays.stream(listed).mapToDouble(estimate.lower()::at).sorted().toArray();
        double[] high =
                Arrays.stream(listed).mapToDouble(estimate.upper()::at).sorted().toArray();
        for (int i = 0; i < listed.length; i++) {
            int v = listed[i];
            int above = listed.length - firstAbove(low, estimate.upper().at(v));
            int below = firstAtLeast(high, estimate.lower().at(v));
            brackets[v] = new RankInterval(above + 1, listed.length - below).including(i + 1);
        }
        return brackets;
    }

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        return firstAbove(sorted, Math.nextDown(value));
    }
}
