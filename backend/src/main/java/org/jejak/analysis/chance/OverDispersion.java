package org.jejak.analysis.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How unequal are people of equal exposure, for reasons nobody recorded? The shape kappa of the gamma from which each
 * draws their rate: small is unequal, large is Poisson. Read by maximum likelihood of the Dirichlet-multinomial from
 * <em>other</em> units, so that the unit under test says nothing about its own yardstick.
 *
 * <p>Mosimann 1962 (Biometrika 49, 65). Cost: for each of {@value #POINTS} values of kappa one pass over all counts;
 * leaving each unit out costs no more. Between two values of the grid a parabola is laid through the three best.
 *
 * <p>Misleads with few units: below twenty its error is larger than what it corrects, and the channel says so.
 *
 * @param least kappa is never taken below this
 * @param most nor above this
 */
public record OverDispersion(double least, double most) {

    public static final OverDispersion USUAL = new OverDispersion(0.2, 50);

    private static final int POINTS = 121;
    private static final double NEGLIGIBLE = 1e-4;

    /**
     * @param kappa the fitted shape
     * @param logLikelihood how well it fits, to compare exposures of different make on the same counts
     * @param candidates values of kappa that fit not much worse, and how well each does relative to the others
     */
    public record Fit(double kappa, double logLikelihood, List<Candidate> candidates) {

        public Fit {
            candidates = List.copyOf(candidates);
        }

        /**
         * The null distribution of one member's count, not pretending to know kappa: the beta-binomials of the
         * candidates, each by its weight. With the single best kappa the far tail, on which flags are drawn, is too thin.
         */
        public CountDistribution shareOf(ExposedGroup group, int member) {
            var parts = candidates.stream()
                    .map(c -> group.shareOf(member, c.kappa()).distribution())
                    .toList();
            return CountDistribution.mixture(
                    parts, candidates.stream().mapToDouble(Candidate::weight).toArray());
        }
    }

    /**
     * Several ways to measure the same unit's exposure, each with what the other units say of it.
     *
     * @param fits one for each way, on the same counts
     * @param groups the unit under test, measured in each way
     */
    public record Alternatives(List<Fit> fits, List<ExposedGroup> groups) {

        public Alternatives {
            fits = List.copyOf(fits);
            groups = List.copyOf(groups);
            if (fits.isEmpty() || fits.size() != groups.size()) {
                throw new IllegalArgumentException("each way of measuring needs its fit");
            }
        }

        /** The way that fits the other units best. */
        public Fit best() {
            return fits.stream()
                    .max(Comparator.comparingDouble(Fit::logLikelihood))
                    .orElseThrow();
        }

        /** The null distribution of one member's count, each way weighted by how well it fits the others. */
        public CountDistribution shareOf(int member) {
            double greatest = best().logLikelihood();
            var parts = new ArrayList<CountDistribution>();
            var weights = new ArrayList<Double>();
            for (int i = 0; i < fits.size(); i++) {
                var fit = fits.get(i);
                double mass =
                        fit.candidates().stream().mapToDouble(Candidate::weight).sum()
                                * Math.exp(fit.logLikelihood() - greatest);
                if (mass > NEGLIGIBLE) {
                    parts.add(fit.shareOf(groups.get(i), member));
                    weights.add(mass);
                }
            }
            return CountDistribution.mixture(
                    parts, weights.stream().mapToDouble(w -> w).toArray());
        }
    }

    /** A value of kappa and its likelihood, relative to the best. */
    public record Candidate(double kappa, double weight) {}

    public OverDispersion {
        if (!(least > 0) || !(most > least)) {
            throw new IllegalArgumentException("no range of kappa: " + least + " to " + most);
        }
    }

    public Fit of(List<ExposedGroup> groups) {
        double[] sum = new double[POINTS];
        groups.forEach(g -> add(sum, curve(g), 1));
        return best(sum);
    }

    /** For each group, the fit on all the others. */
    public List<Fit> leavingEachOut(List<ExposedGroup> groups) {
        var curves = groups.stream().map(this::curve).toList();
        double[] sum = new double[POINTS];
        curves.forEach(c -> add(sum, c, 1));
        var fits = new ArrayList<Fit>();
        for (double[] curve : curves) {
            double[] others = sum.clone();
            add(others, curve, -1);
            fits.add(best(others));
        }
        return fits;
    }

    private double[] curve(ExposedGroup group) {
        double[] values = new double[POINTS];
        Arrays.setAll(values, i -> group.logLikelihood(kappa(i)));
        return values;
    }

    private double kappa(double point) {
        return least * Math.pow(most / least, point / (POINTS - 1));
    }

    private Fit best(double[] curve) {
        int top = 0;
        for (int i = 1; i < POINTS; i++) {
            if (curve[i] > curve[top]) {
                top = i;
            }
        }
        if (top == 0 || top == POINTS - 1) {
            return new Fit(kappa(top), curve[top], candidates(curve, top));
        }
        double below = curve[top - 1] - curve[top];
        double above = curve[top + 1] - curve[top];
        double bend = below + above;
        double shift = bend < 0 ? (below - above) / (2 * bend) : 0;
        return new Fit(kappa(top + shift), curve[top] - bend * shift * shift / 2, candidates(curve, top));
    }

    private List<Candidate> candidates(double[] curve, int top) {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < POINTS; i++) {
            double weight = Math.exp(curve[i] - curve[top]);
            if (weight >= NEGLIGIBLE) {
                found.add(new Candidate(kappa(i), weight));
            }
        }
        return found;
    }

    private static void add(double[] sum, double[] curve, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * curve[i];
        }
    }
}
