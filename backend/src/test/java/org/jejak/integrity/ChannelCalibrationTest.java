package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jejak.analysis.chance.OverDispersion;
import org.jejak.analysis.chance.StepDown;
import org.jejak.analysis.chance.WeekBlocks;
import org.jejak.world.Collusion;
import org.jejak.world.Stress;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where nobody colludes, a channel's p is as it should be: the bars of the method, section 6. One official is drawn from
 * each place or unit of each world, before who is rostered together is considered; the worlds come from the generator,
 * which knows no channel, each with one honest circumstance that misleads naive tests.
 */
class ChannelCalibrationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");

    /** Fewer passages than the network makes: no ordinary traffic, which these two channels do not look at. */
    private static final long ONLY_THE_NETWORK = 1;

    private static final double[] AT = {.05, .01, .001, 1e-4};

    /** A circumstance, and how the world of a seed comes to have it. */
    record Circumstance(String name, UnaryOperator<WorldParameters> made) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Circumstance> circumstances() {
        var all = new ArrayList<Circumstance>();
        all.add(new Circumstance("none", UnaryOperator.identity()));
        all.add(new Circumstance("posts of two to four", w -> w.withPosts(30, 2 + (int) (w.seed() % 3), 10, 48)));
        for (var stress : Stress.values()) {
            all.add(new Circumstance(stress.name().toLowerCase(Locale.ROOT), w -> w.with(EnumSet.of(stress))));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("circumstances")
    void channelsAreCalibratedInAFewWorlds(Circumstance circumstance) {
        calibrated(circumstance, 1);
    }

    @ParameterizedTest
    @MethodSource("circumstances")
    @Tag("full")
    void channelsAreCalibratedInTwoHundredWorlds(Circumstance circumstance) {
        calibrated(circumstance, 200);
    }

    static void calibrated(Circumstance circumstance, int worlds) {
        var passages = new Drawn();
        var contact = new Drawn();
        var liaison = new Drawn();
        for (int seed = 1; seed <= worlds; seed++) {
            var written = new Written(World.NAMESPACE, ZONE);
            var parameters = circumstance
                    .made
                    .apply(WorldParameters.bar(9_000 + seed, Collusion.NONE))
                    .withTotals(ONLY_THE_NETWORK, 0);
            var truth = World.of(parameters).describe(written);
            var view = new CaseView(written.asCase());
            var random = new Random(seed);
            var special = new HashSet<>(truth.specialDays());
            var onShift = new PassagesOnShift(WeekBlocks.USUAL, StepDown.USUAL, special).about(o -> true, view);
            var unexplained = new UnexplainedContact(OverDispersion.USUAL, 3, 20).about(o -> true, view);
            onePerPlace(onShift.tests(), random).forEach(t -> passages.add(t, random));
            onePerPlace(unexplained.tests(), random).forEach(t -> {
                contact.add(t, random);
                if (view.units().unit(t.where()).name().startsWith("LIA")) {
                    liaison.add(t, random);
                }
                assertThat(view.units().unit(t.where()).handlers())
                        .as("one unit of handlers has nobody to be compared with")
                        .isFalse();
            });
        }
        System.out.printf(
                "%s, %d worlds: passages %s; contact %s; liaison %s%n",
                circumstance, worlds, passages, contact, liaison);
        assertThat(passages.kolmogorovSmirnovP()).as("passages").isGreaterThan(.001);
        // a few worlds leave room for the error of so few draws, which goes beyond this once in a thousand times
        double room = worlds < 200 ? 1.95 / Math.sqrt(contact.u.size()) : 0;
        assertThat(contact.distance()).as("contact").isLessThanOrEqualTo(.02 + room);
        passages.neverMoreThan(1);
        contact.neverMoreThan(1.25);
        liaison.neverMoreThan(1.25);
    }

    private static List<Findings.Test> onePerPlace(List<Findings.Test> tests, Random random) {
        var byPlace = new TreeMap<String, List<Findings.Test>>();
        tests.forEach(
                t -> byPlace.computeIfAbsent(t.where(), k -> new ArrayList<>()).add(t));
        return byPlace.values().stream()
                .map(of -> of.get(random.nextInt(of.size())))
                .toList();
    }

    /** Officials drawn under the null: their exact p, and {@code P(X > x) + V P(X = x)}, which is uniform. */
    private static final class Drawn {

        private final List<Double> u = new ArrayList<>();
        private final List<Double> p = new ArrayList<>();

        void add(Findings.Test test, Random random) {
            int x = test.observed();
            p.add(test.chance().atLeast(x));
            u.add(test.chance().atLeast(x + 1)
                    + random.nextDouble() * test.chance().probability(x));
        }

        /** The greatest distance of the share at or below t from t. */
        double distance() {
            var sorted = u.stream().sorted().toList();
            double greatest = 0;
            for (int i = 0; i < sorted.size(); i++) {
                greatest = Math.max(greatest, sorted.get(i) - i / (double) sorted.size());
                greatest = Math.max(greatest, (i + 1) / (double) sorted.size() - sorted.get(i));
            }
            return greatest;
        }

        /** Kolmogorov's series with Stephens' correction (1970) for the number of draws. */
        double kolmogorovSmirnovP() {
            double root = Math.sqrt(u.size());
            double lambda = (root + .12 + .11 / root) * distance();
            double sum = 0;
            for (int k = 1; k <= 100; k++) {
                sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
            }
            return lambda < .2 ? 1 : Math.clamp(sum, 0, 1);
        }

        /** Exact p at or below t no more often than once in a thousand times by chance, were they at {@code times · t}. */
        void neverMoreThan(double times) {
            for (double t : AT) {
                assertThat(atMost(t)).as("p <= " + t).isLessThanOrEqualTo(quantile(.999, u.size(), times * t));
            }
        }

        int atMost(double t) {
            return (int) p.stream().filter(one -> one <= t).count();
        }

        @Override
        public String toString() {
            return "n %d, sup|F(t)-t| %.4f, KS p %.4f, p <= .05: %d, .01: %d, .001: %d, 1e-4: %d"
                    .formatted(
                            u.size(),
                            distance(),
                            kolmogorovSmirnovP(),
                            atMost(AT[0]),
                            atMost(AT[1]),
                            atMost(AT[2]),
                            atMost(AT[3]));
        }
    }

    /** The smallest k with {@code P(Binomial(n, t) <= k) >= share}, summed term by term. */
    static int quantile(double share, int n, double t) {
        double log = n * Math.log1p(-t);
        double sum = Math.exp(log);
        int k = 0;
        while (sum < share && k < n) {
            log += Math.log((n - k) * t) - Math.log((k + 1) * (1 - t));
            sum += Math.exp(log);
            k++;
        }
        return k;
    }
}
