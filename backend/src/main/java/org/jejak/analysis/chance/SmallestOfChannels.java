package org.jejak.analysis.chance;

import java.util.Arrays;
import java.util.List;

/**
 * How small is the smallest of one person's p-values, where each is discrete and nothing is known of how they hang
 * together? {@code F(t) = min(.999, sum over channels of the greatest attainable p <= t)} bounds the chance of a
 * smallest p of {@code t} or less under any dependence; a channel that cannot reach {@code t} costs nothing.
 *
 * <p>Cost: one binary search a channel. It beats sums of logs (Fisher) and of tangents (Cauchy), which one honest p of 1
 * can silence.
 *
 * @param attainable for each testable channel its attainable p-values, ascending
 */
public record SmallestOfChannels(List<double[]> attainable) {

    private static final double MOST = 0.999;

    public SmallestOfChannels {
        attainable = attainable.stream().map(double[]::clone).toList();
    }

    public double at(double t) {
        double sum = 0;
        for (double[] values : attainable) {
            sum += greatestAtMost(values, t);
        }
        return Math.min(MOST, sum);
    }

    private static double greatestAtMost(double[] ascending, double t) {
        int i = Arrays.binarySearch(ascending, t * (1 + CountDistribution.SAME));
        int index = i >= 0 ? i : -i - 2;
        return index < 0 ? 0 : ascending[index];
    }
}
