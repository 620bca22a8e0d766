package org.jejak.analysis.chance;

/**
 * How many of the cells that are both ours and theirs, if which cells are ours has nothing to do with which are theirs?
 *
 * <p>Of {@code cells}, {@code his} are marked and {@code active} are drawn without replacement;
 * {@code P(X = x) = C(his, x) C(cells - his, active - x) / C(cells, active)}. Computed by the ratio of neighbours from
 * the mode outwards, so nothing overflows. Cost: the number of possible values.
 *
 * <p>Misleads where cells come in runs (convoys, bursts of nights): then its p is far too small, and
 * {@link WeekPermutation} is the question to ask.
 */
public record Hypergeometric(int cells, int his, int active) {

    public Hypergeometric {
        if (cells < 0 || his < 0 || active < 0 || his > cells || active > cells) {
            throw new IllegalArgumentException("no table: " + cells + " cells, " + his + ", " + active);
        }
    }

    /** Whether the count can only be one value. */
    public boolean saysNothing() {
        return his == 0 || his == cells || active == 0 || active == cells;
    }

    public CountDistribution distribution() {
        int low = Math.max(0, his + active - cells);
        int high = Math.min(his, active);
        double[] weight = new double[high - low + 1];
        long product = (long) (his + 1) * (active + 1);
        int mode = (int) Math.min(high, Math.max(low, product / (cells + 2)));
        weight[mode - low] = 1;
        for (int x = mode; x < high; x++) {
            weight[x + 1 - low] = weight[x - low] * ratio(x);
        }
        for (int x = mode; x > low; x--) {
            weight[x - 1 - low] = weight[x - low] / ratio(x - 1);
        }
        return CountDistribution.of(low, weight);
    }

    /** {@code P(x + 1) / P(x)}. */
    private double ratio(int x) {
        return (double) (his - x) * (active - x) / ((x + 1.0) * (cells - his - active + x + 1.0));
    }
}
