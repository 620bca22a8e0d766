package org.jejak.analysis.chance;

import java.util.Arrays;

/**
 * How many of several independent events, each with its own chance? Exact by adding one event at a time; cost n².
 *
 * <p>Misleads where the events come together (vehicles of one convoy): count the convoy once.
 */
public record PoissonBinomial(double[] chances) {

    public PoissonBinomial {
        chances = chances.clone();
        for (double p : chances) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("no chance: " + p);
            }
        }
    }

    @Override
    public double[] chances() {
        return chances.clone();
    }

    public CountDistribution distribution() {
        double[] mass = new double[chances.length + 1];
        mass[0] = 1;
        for (int i = 0; i < chances.length; i++) {
            for (int k = i + 1; k > 0; k--) {
                mass[k] = mass[k] * (1 - chances[i]) + mass[k - 1] * chances[i];
            }
            mass[0] *= 1 - chances[i];
        }
        return CountDistribution.of(0, mass);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PoissonBinomial that && Arrays.equals(chances, that.chances);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(chances);
    }
}
