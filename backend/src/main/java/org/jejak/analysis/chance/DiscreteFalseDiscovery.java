package org.jejak.analysis.chance;

import java.util.Arrays;
import java.util.List;

/**
 * Of those we would name, what share might be there by chance? Step-up control of the false-discovery rate that uses the
 * discreteness of each test: DBH-SU of Döhler, Durand and Roquain 2018 (doi:10.1214/18-EJS1441).
 *
 * <p>With null bounds {@code F_o}: tau is the greatest attainable t with mean of {@code F_o(t) / (1 - F_o(t))} at most
 * the level; {@code xi(t) = sum F_o(t) / (1 - F_o(tau))}; q of the j-th smallest t is the least
 * {@code xi(t_i) / #{t_o <= t_i}} over {@code i >= j}, {@code t_i <= tau}. Beyond tau nothing can be found at the level; q is
 * then Heyse's, and above the level.
 *
 * <p>Cost: persons times distinct p-values. q in [0, 1], monotone in t. Misleads where p-values of honest people are not
 * super-uniform; it holds exactly for independent people and was measured for dependent ones.
 *
 * @param level up to which q is exact; flags may be drawn at any q up to it
 */
public record DiscreteFalseDiscovery(double level) {

    public DiscreteFalseDiscovery {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("no level: " + level);
        }
    }

    /** The q of each person, from the bound on their smallest p and that smallest p itself. */
    public double[] on(List<SmallestOfChannels> bounds, double[] smallest) {
        int people = bounds.size();
        double[] q = new double[people];
        if (people == 0) {
            return q;
        }
        double tau = tau(bounds);
        double[] weight = new double[people];
        for (int o = 0; o < people; o++) {
            weight[o] = 1 / (1 - bounds.get(o).at(tau));
        }
        double[] ascending = smallest.clone();
        Arrays.sort(ascending);
        double[] distinct = Arrays.stream(ascending).distinct().toArray();
        double[] value = new double[distinct.length];
        int named = people;
        double leastWithin = 1;
        double leastBeyond = 1;
        for (int i = distinct.length - 1; i >= 0; i--) {
            double t = distinct[i];
            boolean within = t <= tau * (1 + CountDistribution.SAME);
            double expected = 0;
            for (int o = 0; o < people; o++) {
                expected += bounds.get(o).at(t) * (within ? weight[o] : 1);
            }
            if (within) {
                leastWithin = Math.min(leastWithin, expected / named);
                value[i] = leastWithin;
            } else {
                leastBeyond = Math.min(leastBeyond, expected / named);
                value[i] = Math.max(Math.nextUp(level), leastBeyond);
            }
            while (named > 0 && ascending[named - 1] == t) {
                named--;
            }
        }
        for (int i = 1; i < value.length; i++) {
            value[i] = Math.max(value[i], value[i - 1]);
        }
        for (int o = 0; o < people; o++) {
            q[o] = value[Arrays.binarySearch(distinct, smallest[o])];
        }
        return q;
    }

    /** Minus infinity where no attainable value qualifies, and so nobody can be named. */
    private double tau(List<SmallestOfChannels> bounds) {
        double[] values = bounds.stream()
                .flatMap(b -> b.attainable().stream())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double t = values[middle];
            double sum = 0;
            for (SmallestOfChannels bound : bounds) {
                double f = bound.at(t);
                sum += f / (1 - f);
            }
            if (sum / bounds.size() <= level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Double.NEGATIVE_INFINITY : values[low - 1];
    }
}
