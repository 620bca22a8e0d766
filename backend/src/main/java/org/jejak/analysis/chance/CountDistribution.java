package org.jejak.analysis.chance;

import java.util.Arrays;
import java.util.List;

/**
 * The exact distribution of a count under a null model, and the p-values it can yield.
 *
 * <p>Only the exact p, {@code P(X >= x)}, decides anything: it is super-uniform under the null. The mid-p,
 * {@code P(X > x) + P(X = x) / 2}, is easier on the eye and not super-uniform, so it is shown and never decided on.
 *
 * <p>Tails are summed from the far end, so that a p of 1e-12 keeps its digits. Memory: two doubles for each value.
 */
public final class CountDistribution {

    /** Two attainable p-values closer than this, relatively, are one value computed twice. */
    static final double SAME = 1e-9;

    private final int lowest;
    private final double[] mass;
    private final double[] tail;

    private CountDistribution(int lowest, double[] mass) {
        this.lowest = lowest;
        this.mass = mass;
        this.tail = new double[mass.length];
        double sum = 0;
        for (int i = mass.length - 1; i >= 0; i--) {
            sum += mass[i];
            tail[i] = Math.min(1, sum);
        }
        tail[0] = 1;
    }

    /**
     * The distribution whose probabilities stand in the given proportions.
     *
     * @param lowest the count that {@code weights[0]} belongs to
     * @throws IllegalArgumentException if no weight is above zero or one is below it
     */
    public static CountDistribution of(int lowest, double[] weights) {
        int first = 0;
        int end = weights.length;
        double sum = 0;
        for (double w : weights) {
            if (!(w >= 0) || w == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("no weight: " + w);
            }
            sum += w;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("nothing has any weight");
        }
        while (weights[first] == 0) {
            first++;
        }
        while (weights[end - 1] == 0) {
            end--;
        }
        double[] mass = Arrays.copyOfRange(weights, first, end);
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return new CountDistribution(lowest + first, mass);
    }

    /** A count that cannot be anything else. */
    public static CountDistribution certain(int value) {
        return new CountDistribution(value, new double[] {1});
    }

    /** What to expect where one of several distributions holds, each with its weight. */
    static CountDistribution mixture(List<CountDistribution> parts, double[] weights) {
        int low = parts.stream().mapToInt(CountDistribution::lowest).min().orElse(0);
        int high = parts.stream().mapToInt(CountDistribution::highest).max().orElse(0);
        double[] sum = new double[high - low + 1];
        for (int i = 0; i < weights.length; i++) {
            var part = parts.get(i);
            for (int k = part.lowest(); k <= part.highest(); k++) {
                sum[k - low] += weights[i] * part.probability(k);
            }
        }
        return of(low, sum);
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return lowest + mass.length - 1;
    }

    public double probability(int count) {
        int i = count - lowest;
        return i < 0 || i >= mass.length ? 0 : mass[i];
    }

    /** The exact p of an observed count: the chance of this many or more. */
    public double atLeast(int count) {
        int i = count - lowest;
        return i <= 0 ? 1 : i >= mass.length ? 0 : tail[i];
    }

    /** For display only. */
    public double midP(int count) {
        return atLeast(count + 1) + probability(count) / 2;
    }

    public double mean() {
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            sum += mass[i] * i;
        }
        return lowest + sum;
    }

    /** The smallest p that any data with these margins could have given. */
    public double smallestP() {
        return tail[tail.length - 1];
    }

    /** Every p that data with these margins can give, ascending; the last is 1. */
    public double[] attainable() {
        double[] values = new double[mass.length];
        int n = 0;
        for (int i = mass.length - 1; i >= 0; i--) {
            if (mass[i] > 0) {
                values[n++] = tail[i];
            }
        }
        return Arrays.copyOf(values, n);
    }

    /** The sum of this count and an independent one. */
    public CountDistribution plus(CountDistribution other) {
        if (other.mass.length == 1) {
            return new CountDistribution(lowest + other.lowest, mass);
        }
        double[] sum = new double[mass.length + other.mass.length - 1];
        for (int i = 0; i < mass.length; i++) {
            if (mass[i] > 0) {
                for (int j = 0; j < other.mass.length; j++) {
                    sum[i + j] += mass[i] * other.mass[j];
                }
            }
        }
        return new CountDistribution(lowest + other.lowest, sum);
    }
}
