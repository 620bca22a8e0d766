package org.jejak.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareBoundsTest {

    /** Never seen in n draws: (1 - p)^n = e^-nats has a closed form. */
    @Test
    void neverSeenHasItsClosedForm() {
        var bounds = new ShareBounds(100, 3);
        assertThat(bounds.lower(0)).isZero();
        assertThat(bounds.upper(0)).isCloseTo(1 - Math.exp(-0.03), within(1e-12));
        assertThat(bounds.lower(1)).isCloseTo(Math.exp(-0.03), within(1e-12));
    }

    /** The chance that the true mean lies below the lower bound is at most e^-nats, for every true mean. */
    @Test
    void boundsHoldForCoins() {
        int draws = 200;
        var bounds = new ShareBounds(draws, Math.log(20));
        for (double mean : new double[] {0.001, 0.01, 0.1, 0.3, 0.5, 0.9}) {
            double missed = 0;
            double chance = Math.pow(1 - mean, draws);
            for (int k = 0; k <= draws; k++) {
                missed += bounds.lower((double) k / draws) > mean ? chance : 0;
                chance *= mean / (1 - mean) * (draws - k) / (k + 1);
            }
            assertThat(missed).isLessThanOrEqualTo(0.05);
        }
    }
}
