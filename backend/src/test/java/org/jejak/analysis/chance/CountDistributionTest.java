package org.jejak.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers: scipy 1.17 (hypergeom, betabinom), closed forms, and counting every case. */
class CountDistributionTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void fairCoinsAreBinomial() {
        var coins = new PoissonBinomial(new double[] {.5, .5, .5, .5}).distribution();
        assertThat(coins.probability(2)).isEqualTo(6 / 16.0, EXACT);
        assertThat(coins.atLeast(3)).isEqualTo(5 / 16.0, EXACT);
        assertThat(coins.midP(3)).isEqualTo(3 / 16.0, EXACT);
        assertThat(coins.smallestP()).isEqualTo(1 / 16.0, EXACT);
        assertThat(coins.attainable()).containsExactly(new double[] {1 / 16., 5 / 16., 11 / 16., 15 / 16., 1}, EXACT);
        assertThat(coins.mean()).isEqualTo(2, EXACT);
        assertThat(coins.atLeast(0)).isEqualTo(1);
        assertThat(coins.atLeast(-3)).isEqualTo(1);
        assertThat(coins.atLeast(5)).isZero();
    }

    @Test
    void certaintyCountsAsCertainty() {
        var chances = new PoissonBinomial(new double[] {1, 0, 1}).distribution();
        assertThat(chances.lowest()).isEqualTo(2);
        assertThat(chances.highest()).isEqualTo(2);
        assertThat(chances.smallestP()).isEqualTo(1);
    }

    @Test
    void unequalChancesAgreeWithCountingAllOutcomes() {
        double[] p = {.1, .73, .5, .02, .9, .33};
        double[] mass = new double[p.length + 1];
        for (int set = 0; set < 1 << p.length; set++) {
            double product = 1;
            for (int i = 0; i < p.length; i++) {
                product *= (set >> i & 1) == 1 ? p[i] : 1 - p[i];
            }
            mass[Integer.bitCount(set)] += product;
        }
        var distribution = new PoissonBinomial(p).distribution();
        for (int k = 0; k < mass.length; k++) {
            assertThat(distribution.probability(k)).isEqualTo(mass[k], EXACT);
        }
    }

    @Test
    void hypergeometricAgreesWithScipy() {
        assertThat(new Hypergeometric(200, 48, 40).distribution().atLeast(20))
                .isEqualTo(4.884563406268558e-05, within(1e-16));
        assertThat(new Hypergeometric(200, 48, 40).distribution().probability(10))
                .isEqualTo(0.15971760059550572, EXACT);
        assertThat(new Hypergeometric(5000, 1200, 300).distribution().atLeast(120))
                .isEqualTo(1.6240672529408812e-10, within(1e-20));
    }

    @Test
    void hypergeometricAgreesWithDrawingEveryHand() {
        for (int n = 1; n <= 9; n++) {
            for (int his = 0; his <= n; his++) {
                for (int active = 0; active <= n; active++) {
                    double[] mass = new double[n + 1];
                    for (int hand = 0; hand < 1 << n; hand++) {
                        if (Integer.bitCount(hand) == active) {
                            mass[Integer.bitCount(hand & (1 << his) - 1)]++;
                        }
                    }
                    var counted = CountDistribution.of(0, mass);
                    var computed = new Hypergeometric(n, his, active).distribution();
                    assertThat(computed.lowest()).isEqualTo(counted.lowest());
                    assertThat(computed.highest()).isEqualTo(counted.highest());
                    for (int k = 0; k <= n; k++) {
                        assertThat(computed.atLeast(k)).isEqualTo(counted.atLeast(k), EXACT);
                    }
                }
            }
        }
    }

    @Test
    void strataAddUpLikeAllPairsOfHands() {
        var a = new Hypergeometric(10, 3, 4);
        var b = new Hypergeometric(7, 5, 2);
        var sum = new StratifiedHypergeometric(List.of(a, b)).distribution();
        for (int k = 0; k <= 5; k++) {
            double expected = 0;
            for (int i = 0; i <= k; i++) {
                expected += a.distribution().probability(i) * b.distribution().probability(k - i);
            }
            assertThat(sum.probability(k)).isEqualTo(expected, EXACT);
        }
        assertThat(new StratifiedHypergeometric(List.of()).distribution().smallestP())
                .isEqualTo(1);
    }

    @Test
    void betaBinomialAgreesWithScipy() {
        assertThat(new BetaBinomial(30, 1.5, 7.5).distribution().atLeast(12)).isEqualTo(0.07773175883960914, EXACT);
        assertThat(new BetaBinomial(400, 3.6, 23.4).distribution().atLeast(120)).isEqualTo(0.018702717680601277, EXACT);
        assertThat(new BetaBinomial(0, 1, 2).distribution().smallestP()).isEqualTo(1);
    }

    @Test
    void betaBinomialOfOneAndOneIsUniform() {
        var uniform = new BetaBinomial(9, 1, 1).distribution();
        for (int k = 0; k <= 9; k++) {
            assertThat(uniform.probability(k)).isEqualTo(.1, EXACT);
        }
    }

    @Test
    void exactPIsSuperUniformAndAttained() {
        var random = new Random(4);
        for (int round = 0; round < 50; round++) {
            int n = 5 + random.nextInt(60);
            var d = new Hypergeometric(n, random.nextInt(n + 1), random.nextInt(n + 1)).distribution();
            for (double t : new double[] {.001, .05, .3, .9}) {
                double chance = 0;
                for (int k = d.lowest(); k <= d.highest(); k++) {
                    if (d.atLeast(k) <= t) {
                        chance += d.probability(k);
                    }
                }
                assertThat(chance).isLessThanOrEqualTo(t + 1e-12);
                assertThat(new SmallestOfChannels(List.of(d.attainable())).at(t))
                        .isEqualTo(chance, EXACT);
            }
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> CountDistribution.of(0, new double[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CountDistribution.of(0, new double[] {1, -1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hypergeometric(3, 4, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoissonBinomial(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
