package org.jejak.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracle: scipy.optimize on the same likelihood written with gammaln, and simulated units of known kappa. */
class OverDispersionTest {

    private static final List<ExposedGroup> UNITS = List.of(
            unit(new int[] {3, 0, 5}, 1, 1, 1),
            unit(new int[] {0, 0, 2}, .5, 1.5, 1),
            unit(new int[] {10, 1, 0, 2}, 2, 1, .5, 1),
            unit(new int[] {4, 4, 4}, 1, 1, 1),
            unit(new int[] {0, 7, 1}, 1, .8, 1.2));

    @Test
    void greatestLikelihoodAgreesWithScipy() {
        var fit = OverDispersion.USUAL.of(UNITS);
        assertThat(fit.kappa()).isEqualTo(0.8466447856633266, within(1e-3));
        assertThat(fit.logLikelihood()).isEqualTo(-42.249808857486336, within(1e-4));
    }

    @Test
    void leavingOneUnitOutIsFittingTheOthers() {
        var left = OverDispersion.USUAL.leavingEachOut(UNITS);
        assertThat(left.get(0).kappa()).isEqualTo(0.9124567776678365, within(1e-3));
        assertThat(left.get(0).logLikelihood()).isEqualTo(-34.43746302087831, within(1e-4));
    }

    @Test
    void equalRatesAreAsPoissonAsAllowed() {
        assertThat(OverDispersion.USUAL
                        .of(List.of(unit(new int[] {5, 5, 5}, 1, 1, 1), unit(new int[] {2, 2}, 1, 1)))
                        .kappa())
                .isEqualTo(50, within(1e-9));
    }

    @Test
    void findsTheKappaThatMadeTheUnits() {
        var random = new Random(3);
        for (double kappa : new double[] {1, 3, 8}) {
            var units = new ArrayList<ExposedGroup>();
            for (int u = 0; u < 400; u++) {
                int[] counts = new int[6];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = Draws.poisson(random, 4 * Draws.gamma(random, kappa) / kappa);
                }
                units.add(unit(counts, 1, 1, 1, 1, 1, 1));
            }
            assertThat(OverDispersion.USUAL.of(units).kappa()).isEqualTo(kappa, within(kappa * .15));
        }
    }

    @Test
    void shareOfAUnitIsCalibratedWhenKappaIsReadFromTheOthers() {
        var random = new Random(9);
        int at05 = 0;
        int at01 = 0;
        int n = 0;
        for (int world = 0; world < 60; world++) {
            var units = new ArrayList<ExposedGroup>();
            for (int u = 0; u < 30; u++) {
                int[] counts = new int[9];
                for (int i = 0; i < 9; i++) {
                    counts[i] = Draws.poisson(random, 2 * Draws.gamma(random, 3) / 3);
                }
                units.add(unit(counts, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            }
            var fits = OverDispersion.USUAL.leavingEachOut(units);
            for (int u = 0; u < units.size(); u++) {
                var share = fits.get(u).shareOf(units.get(u), world % 9);
                double p = share.atLeast(units.get(u).counts()[world % 9]);
                n++;
                at05 += p <= .05 ? 1 : 0;
                at01 += p <= .01 ? 1 : 0;
            }
        }
        assertThat(at05).isLessThanOrEqualTo((int) Math.round(n * .05 + 3.1 * Math.sqrt(n * .0475)));
        assertThat(at01).isLessThanOrEqualTo((int) Math.round(n * .01 + 3.1 * Math.sqrt(n * .0099)));
        assertThat(at05).isGreaterThan(n / 100);
    }

    private static ExposedGroup unit(int[] counts, double... exposures) {
        return new ExposedGroup(counts, exposures);
    }
}
