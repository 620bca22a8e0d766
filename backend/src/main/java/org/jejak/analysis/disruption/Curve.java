package org.jejak.analysis.disruption;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/** Sums many runs of one step up. */
final class Curve {

    private Curve() {}

    /** @param runs what each run left; one where nothing is drawn */
    static DisruptionStep step(@Nullable ActorId removed, List<Remains> runs, List<ActorId> leftAlone) {
        double[] pairs = runs.stream().mapToDouble(Remains::pairsLeft).sorted().toArray();
        Remains mean = runs.size() == 1
                ? runs.getFirst()
                : new Remains(
                        mean(runs, Remains::fragmentation),
                        mean(runs, Remains::pairsLeft),
                        mean(runs, Remains::largestComponentShare));
        return new DisruptionStep(removed, mean, quantile(pairs, 0.05), quantile(pairs, 0.95), leftAlone);
    }

    private static double mean(List<Remains> runs, ToDoubleFunction<Remains> of) {
        double[] values = runs.stream().mapToDouble(of).toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        // The mean of equal numbers is that number, whatever rounding does to their sum.
        boolean equal = Arrays.stream(values).allMatch(value -> value == values[0]);
        return equal ? values[0] : sum / values.length;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
