package org.jejak.analysis.chance;

import java.util.Arrays;

/**
 * The members of one unit: how often each did something, and how exposed each was to doing it.
 *
 * @param counts one for each member
 * @param exposures one for each member, above zero, on a scale where the average member has 1
 */
public record ExposedGroup(int[] counts, double[] exposures) {

    public ExposedGroup {
        counts = counts.clone();
        exposures = exposures.clone();
        if (counts.length != exposures.length
                || Arrays.stream(counts).anyMatch(c -> c < 0)
                || Arrays.stream(exposures).anyMatch(e -> !(e > 0))) {
            throw new IllegalArgumentException("counts and exposures do not fit");
        }
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    @Override
    public double[] exposures() {
        return exposures.clone();
    }

    public int total() {
        return Arrays.stream(counts).sum();
    }

    public double totalExposure() {
        return Arrays.stream(exposures).sum();
    }

    /** The null distribution of one member's count, given the unit's total. */
    public BetaBinomial shareOf(int member, double kappa) {
        double his = exposures[member];
        return new BetaBinomial(total(), kappa * his, kappa * (totalExposure() - his));
    }

    /**
     * Of the counts given their total, Dirichlet-multinomial with parameters {@code kappa * exposure}; without the
     * multinomial coefficient, which depends on neither.
     */
    public double logLikelihood(double kappa) {
        double sum = -logRising(kappa * totalExposure(), total());
        for (int i = 0; i < counts.length; i++) {
            sum += logRising(kappa * exposures[i], counts[i]);
        }
        return sum;
    }

    /** {@code log(a (a + 1) … (a + n - 1))}. */
    private static double logRising(double a, int n) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= a + i;
            if (product > 1e200) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExposedGroup that
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(exposures, that.exposures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(exposures);
    }
}
