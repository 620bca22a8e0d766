package org.jejak.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Data of the worked example of R's DiscreteFDR (nine 2x2 tables), one-sided; expected numbers from the paper's
 * definition by critical values, computed separately with numpy.
 */
class DiscreteFalseDiscoveryTest {

    private static final int[] FIRST = {4, 2, 2, 14, 6, 9, 4, 0, 1};
    private static final int[] SECOND = {0, 0, 1, 3, 2, 1, 2, 2, 2};

    @Test
    void toyExampleOfThePackageAgreesWithItsDefinition() {
        var bounds = new ArrayList<SmallestOfChannels>();
        double[] p = new double[9];
        for (int i = 0; i < 9; i++) {
            var d = new Hypergeometric(280, 148, FIRST[i] + SECOND[i]).distribution();
            bounds.add(new SmallestOfChannels(List.of(d.attainable())));
            p[i] = d.atLeast(FIRST[i]);
        }
        assertThat(p[3]).isEqualTo(0.009935948458871533, within(1e-14));
        assertThat(p[0]).isEqualTo(0.07656197157099055, within(1e-14));
        double[] q = new DiscreteFalseDiscovery(.1).on(bounds, p);
        assertThat(q[3]).isEqualTo(0.033549015694790754 / 2, within(1e-12));
        assertThat(q[5]).isEqualTo(0.033549015694790754 / 2, within(1e-12));
        assertThat(q[0]).isEqualTo(0.2776040389402725 / 3, within(1e-12));
        for (int i : new int[] {1, 2, 4, 6, 7, 8}) {
            assertThat(q[i]).isGreaterThan(.1);
        }
        assertThat(found(new DiscreteFalseDiscovery(.05).on(bounds, p), .05)).isEqualTo(2);
        assertThat(found(new DiscreteFalseDiscovery(.2).on(bounds, p), .2)).isEqualTo(3);
    }

    @Test
    void agreesWithTheCriticalValuesOnRandomTables() {
        var random = new Random(21);
        for (int round = 0; round < 200; round++) {
            int people = 1 + random.nextInt(12);
            var bounds = new ArrayList<SmallestOfChannels>();
            double[] t = new double[people];
            for (int o = 0; o < people; o++) {
                var channels = new ArrayList<double[]>();
                t[o] = 1;
                for (int c = 0; c <= random.nextInt(3); c++) {
                    int n = 8 + random.nextInt(40);
                    var d = new Hypergeometric(n, 1 + random.nextInt(n - 1), 1 + random.nextInt(n - 1)).distribution();
                    double[] values = d.attainable();
                    channels.add(values);
                    t[o] = Math.min(t[o], values[random.nextInt(random.nextInt(values.length) + 1)]);
                }
                bounds.add(new SmallestOfChannels(channels));
            }
            assertThat(found(new DiscreteFalseDiscovery(.1).on(bounds, t), .1))
                    .isEqualTo(byCriticalValues(bounds, t, .1));
        }
    }

    @Test
    void qIsMonotoneInPAndIndependentOfOrder() {
        var random = new Random(5);
        int people = 40;
        var bounds = new ArrayList<SmallestOfChannels>();
        double[] t = new double[people];
        for (int o = 0; o < people; o++) {
            double[] values = new Hypergeometric(60, 15, 10 + random.nextInt(9))
                    .distribution()
                    .attainable();
            bounds.add(new SmallestOfChannels(List.of(values)));
            t[o] = values[random.nextInt(values.length)];
        }
        double[] q = new DiscreteFalseDiscovery(.1).on(bounds, t);
        for (int a = 0; a < people; a++) {
            for (int b = 0; b < people; b++) {
                assertThat(t[a] > t[b] || q[a] <= q[b]).isTrue();
            }
        }
        var reversed = new ArrayList<>(bounds).reversed();
        double[] backwards = new double[people];
        Arrays.setAll(backwards, i -> t[people - 1 - i]);
        double[] again = new DiscreteFalseDiscovery(.1).on(reversed, backwards);
        for (int o = 0; o < people; o++) {
            assertThat(again[people - 1 - o]).isEqualTo(q[o], within(1e-12));
        }
    }

    @Test
    void nobodyIsNobody() {
        assertThat(new DiscreteFalseDiscovery(.1).on(List.of(), new double[0])).isEmpty();
    }

    @Test
    void boundAddsChannelsAndIgnoresThoseThatCannotReachIt() {
        var bound = new SmallestOfChannels(List.of(new double[] {.001, .02, 1}, new double[] {.004, .3, 1}));
        assertThat(bound.at(.0005)).isZero();
        assertThat(bound.at(.001)).isEqualTo(.001);
        assertThat(bound.at(.1)).isEqualTo(.024, within(1e-15));
        assertThat(bound.at(1)).isEqualTo(.999);
    }

    private static int found(double[] q, double level) {
        return (int) Arrays.stream(q).filter(v -> v <= level).count();
    }

    private static int byCriticalValues(List<SmallestOfChannels> bounds, double[] t, double level) {
        double[] support = bounds.stream()
                .flatMap(b -> b.attainable().stream())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double tau = Arrays.stream(support)
                .filter(v -> bounds.stream()
                                .mapToDouble(b -> b.at(v) / (1 - b.at(v)))
                                .average()
                                .orElseThrow()
                        <= level)
                .max()
                .orElse(-1);
        double[] sorted = t.clone();
        Arrays.sort(sorted);
        int most = 0;
        for (int k = 1; k <= sorted.length; k++) {
            int rank = k;
            double critical = Arrays.stream(support)
                    .filter(v -> v <= tau
                            && bounds.stream()
                                            .mapToDouble(b -> b.at(v) / (1 - b.at(tau)))
                                            .sum()
                                    <= level * rank * (1 + 1e-12))
                    .max()
                    .orElse(-1);
            if (sorted[k - 1] <= critical) {
                most = k;
            }
        }
        return most;
    }
}
