package org.jejak.analysis.centrality;

/**
 * Between which values the mean of a number from 0 to 1 lies, given the mean of independent draws of it (Hoeffding,
 * <i>Probability inequalities for sums of bounded random variables</i>, JASA 58 (1963), theorem 1, in its sharp form). No
 * constant is estimated and nothing is assumed of the number's variance, so what is promised holds; means near 0 or 1, as
 * nearly all are, get narrow bounds.
 *
 * @param draws how many there were
 * @param nats natural logarithm of one divided by the chance with which one side may fail
 */
record ShareBounds(long draws, double nats) {

    private static final int HALVINGS = 60;

    /** No true mean below this gives so many draws a mean of {@code mean} or more, except with the chance of failing. */
    double lower(double mean) {
        double low = 0;
        double high = mean;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (draws * divergence(mean, middle) > nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double upper(double mean) {
        return 1 - lower(1 - mean);
    }

    /** Kullback and Leibler's, of one coin from another. */
    private static double divergence(double of, double from) {
        return term(of, from) + term(1 - of, 1 - from);
    }

    private static double term(double of, double from) {
        return of == 0 ? 0 : from == 0 ? Double.POSITIVE_INFINITY : of * Math.log(of / from);
    }
}
