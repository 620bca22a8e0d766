package org.jejak.analysis.chance;

/**
 * Of the unit's {@code trials} contacts, how many fall to this official, where officials of equal exposure differ among
 * themselves for reasons of their own? The share is Beta({@code his}, {@code others}):
 * {@code P(X = x) = C(n, x) B(x + his, n - x + others) / B(his, others)}.
 *
 * <p>It is what a gamma-Poisson count becomes once the unit's total, him included, is held fixed; so a unit with a
 * large colluder in it stays exact. Cost: the number of trials.
 */
public record BetaBinomial(int trials, double his, double others) {

    public BetaBinomial {
        if (trials < 0 || !(his > 0) || !(others > 0)) {
            throw new IllegalArgumentException("no beta-binomial: " + trials + ", " + his + ", " + others);
        }
    }

    public CountDistribution distribution() {
        double[] logs = new double[trials + 1];
        double greatest = 0;
        for (int x = 0; x < trials; x++) {
            logs[x + 1] =
                    logs[x] + Math.log((trials - x) * (his + x)) - Math.log((x + 1.0) * (others + trials - x - 1));
            greatest = Math.max(greatest, logs[x + 1]);
        }
        for (int x = 0; x <= trials; x++) {
            logs[x] = Math.exp(logs[x] - greatest);
        }
        return CountDistribution.of(0, logs);
    }
}
