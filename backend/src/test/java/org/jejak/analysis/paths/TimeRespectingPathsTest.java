package org.jejak.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.analysis.paths.TimedSteps.day;
import static org.jejak.analysis.paths.TimedSteps.key;
import static org.jejak.analysis.paths.TimedSteps.pays;
import static org.jejak.analysis.paths.TimedSteps.travels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class TimeRespectingPathsTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private static List<TimedPath> paths(Duration window, double tolerance, TimedStep... steps) {
        return new TimeRespectingPaths(key("a"), key("c"), 9, 6, window, tolerance)
                .on(List.of(steps))
                .paths();
    }

    @Test
    void aStepBeforeTheOneItFollowsIsNone() {
        assertThat(paths(MONTH, 1, pays("a", "b", 10, 100), pays("b", "c", 12, 100)))
                .hasSize(1);
        assertThat(paths(MONTH, 1, pays("a", "b", 10, 100), pays("b", "c", 9, 100)))
                .isEmpty();
    }

    @Test
    void onOneDayEitherMayHaveBeenFirst() {
        assertThat(paths(Duration.ZERO, 1, pays("a", "b", 10, 100), pays("b", "c", 10, 100)))
                .hasSize(1);
    }

    @Test
    void theWindowEnds() {
        var in = pays("a", "b", 10, 100);
        var out = pays("b", "c", 15, 100);
        assertThat(paths(Duration.ofDays(4), 1, in, out)).hasSize(1);
        assertThat(paths(Duration.ofDays(3), 1, in, out)).isEmpty();
    }

    @Test
    void moneyIsConservedWithinTheTolerance() {
        var in = pays("a", "b", 10, 1000);
        assertThat(paths(MONTH, 0.1, in, pays("b", "c", 11, 905))).hasSize(1);
        assertThat(paths(MONTH, 0.1, in, pays("b", "c", 11, 890))).isEmpty();
        var foreign =
                TimedStep.payment(key("b"), key("c"), day(11), day(12), List.of(), OptionalDouble.of(1000), "THB");
        assertThat(paths(MONTH, 1, in, foreign)).isEmpty();
    }

    @Test
    void somebodyMustBeOnAllOfTheWay() {
        var first = travels("a", "b", 1, 2, "ana", "ben");
        assertThat(paths(MONTH, 1, first, travels("b", "c", 3, 4, "ben"))).hasSize(1);
        assertThat(paths(MONTH, 1, first, travels("b", "c", 3, 4, "cy"))).isEmpty();
        assertThat(paths(MONTH, 1, first, travels("b", "c", 3, 4))).hasSize(1);
        assertThat(paths(MONTH, 1, travels("a", "b", 1, 5), travels("b", "c", 3, 4)))
                .isEmpty();
    }

    /** Every chain, grown step by step without any order or pruning. */
    @Test
    void noChainIsMissed() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            List<TimedStep> steps = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                int from = random.nextInt(6);
                int to = random.nextInt(6);
                steps.add(pays("" + from, "" + to, random.nextInt(40), 100 + random.nextInt(30)));
            }
            var found = new TimeRespectingPaths(key("0"), key("5"), 10_000, 5, Duration.ofDays(10), 0.15).on(steps);
            List<List<TimedStep>> all = new ArrayList<>();
            grow(steps, new ArrayList<>(), all);
            assertThat(found.complete()).isTrue();
            assertThat(found.paths()).extracting(TimedPath::steps).containsExactlyInAnyOrderElementsOf(all);
            assertThat(found.paths()).isSortedAccordingTo(Comparator.comparing(TimedPath::arrives));
        }
    }

    private static void grow(List<TimedStep> steps, List<TimedStep> chain, List<List<TimedStep>> all) {
        if (!chain.isEmpty() && chain.getLast().to().equals(key("5"))) {
            all.add(List.copyOf(chain));
            return;
        }
        if (chain.size() == 5) {
            return;
        }
        for (TimedStep next : steps) {
            Key at = chain.isEmpty() ? key("0") : chain.getLast().to();
            boolean fresh = !next.to().equals(key("0")) && chain.stream().noneMatch(s -> s.to().equals(next.to()));
            if (next.from().equals(at) && fresh && !next.from().equals(next.to()) && fits(chain, next)) {
                chain.add(next);
                grow(steps, chain, all);
                chain.removeLast();
            }
        }
    }

    /** Days are whole here: a chain fits if days do not decrease and no wait is longer than the window. */
    private static boolean fits(List<TimedStep> chain, TimedStep next) {
        if (chain.isEmpty()) {
            return true;
        }
        TimedStep last = chain.getLast();
        Duration wait = Duration.between(last.leavesFrom(), next.leavesFrom());
        double came = last.amount().orElseThrow();
        return !wait.isNegative()
                && wait.compareTo(Duration.ofDays(11)) <= 0
                && Math.abs(next.amount().orElseThrow() - came) <= 0.15 * came;
    }

    /** Paid on within two days of the first, so never at the end of the month that its receipt only names. */
    @Test
    void aTimeKnownToTheMonthIsNoBridgeFromItsBeginningToItsEnd() {
        var first = pays("a", "b", 0, 100);
        var someDayOfTheMonth = pays("b", "d", 0, 31, 100, "MYR");
        var window = Duration.ofDays(2);
        assertThat(paths(window, 1, first, someDayOfTheMonth, pays("d", "c", 30, 100)))
                .isEmpty();
        assertThat(paths(window, 1, first, someDayOfTheMonth, pays("d", "c", 4, 100)))
                .hasSize(1);
    }

    @Test
    void nobodyArrivesBeforeTheyLeft() {
        var arrivedSomeDay = new TimedStep(
                key("a"),
                key("c"),
                day(9),
                day(10),
                day(0),
                day(31),
                List.of(),
                OptionalDouble.empty(),
                "",
                Set.of(),
                OptionalInt.empty(),
                false);
        assertThat(paths(MONTH, 1, arrivedSomeDay).getFirst().arrives()).isEqualTo(day(9));
        assertThat(paths(MONTH, 1, travels("a", "c", 9, 5))).isEmpty();
    }

    /**
     * Times of one to twenty days. A chain counts if and only if the words "not before" and "not too long after" about its
     * instants contradict each other nowhere, which Bellman and Ford's search for a circle of negative length decides.
     */
    @Test
    void aChainCountsExactlyIfSomeChoiceOfInstantsFits() {
        int chains = 0;
        int refused = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<TimedStep> steps = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                steps.add(someStep(random, "" + random.nextInt(5), "" + random.nextInt(5), i));
            }
            List<List<TimedStep>> all = new ArrayList<>();
            everyChain(steps, new ArrayList<>(), all);
            var possible = all.stream().filter(TimeRespectingPathsTest::agree).toList();
            var found = new TimeRespectingPaths(key("0"), key("4"), 10_000, 4, ODD_WINDOW, 1).on(steps);
            assertThat(found.complete()).isTrue();
            assertThat(found.paths()).extracting(TimedPath::steps).containsExactlyInAnyOrderElementsOf(possible);
            chains += possible.size();
            refused += all.size() - possible.size();
        }
        assertThat(chains).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    /** No number of such windows is a whole number of days, so that no border decides. */
    private static final Duration ODD_WINDOW = Duration.ofMinutes(3 * 24 * 60 + 533);

    private static TimedStep someStep(Random random, String from, String to, int number) {
        int leaves = random.nextInt(30);
        int left = leaves + 1 + random.nextInt(20);
        boolean money = random.nextBoolean();
        int arrives = money ? leaves : leaves + random.nextInt(6) - 2;
        int arrived = money ? left : arrives + 1 + random.nextInt(20);
        return new TimedStep(
                key(from),
                key(to),
                day(leaves),
                day(left),
                day(arrives),
                day(arrived),
                List.of(Key.of("T", "payments", "p" + number)),
                OptionalDouble.empty(),
                "",
                Set.of(),
                OptionalInt.empty(),
                false);
    }

    private static void everyChain(List<TimedStep> steps, List<TimedStep> chain, List<List<TimedStep>> all) {
        if (!chain.isEmpty() && chain.getLast().to().equals(key("4"))) {
            all.add(List.copyOf(chain));
            return;
        }
        for (TimedStep next : chain.size() < 4 ? steps : List.<TimedStep>of()) {
            Key at = chain.isEmpty() ? key("0") : chain.getLast().to();
            boolean fresh = !next.to().equals(key("0")) && chain.stream().noneMatch(s -> s.to().equals(next.to()));
            if (next.from().equals(at) && fresh) {
                chain.add(next);
                everyChain(steps, chain, all);
                chain.removeLast();
            }
        }
    }

    /** Instants in days: number 0 is the first of January, then leaving and arriving of each step. */
    private static boolean agree(List<TimedStep> chain) {
        int n = 1 + 2 * chain.size();
        double[][] atMostAfter = new double[n][n];
        for (double[] row : atMostAfter) {
            java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int i = 0; i < chain.size(); i++) {
            TimedStep step = chain.get(i);
            int leaves = 1 + 2 * i;
            int arrives = leaves + 1;
            within(atMostAfter, leaves, step.leavesFrom(), step.leavesUntil());
            within(atMostAfter, arrives, step.arrivesFrom(), step.arrivesUntil());
            boolean moment = step.leavesFrom().equals(step.arrivesFrom())
                    && step.leavesUntil().equals(step.arrivesUntil());
            atMostAfter[arrives][leaves] = 0;
            atMostAfter[leaves][arrives] = moment ? 0 : Double.POSITIVE_INFINITY;
            if (i > 0) {
                atMostAfter[leaves][leaves - 1] = 0;
                atMostAfter[leaves - 1][leaves] = days(ODD_WINDOW);
            }
        }
        double[] distance = new double[n];
        for (int round = 0; round <= n; round++) {
            boolean changed = false;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    if (distance[u] + atMostAfter[u][v] < distance[v] - 1e-12) {
                        distance[v] = distance[u] + atMostAfter[u][v];
                        changed = true;
                    }
                }
            }
            if (!changed) {
                return true;
            }
        }
        return false;
    }

    private static void within(double[][] atMostAfter, int instant, Instant from, Instant until) {
        atMostAfter[0][instant] = days(Duration.between(day(0), until)) - 1e-7;
        atMostAfter[instant][0] = -days(Duration.between(day(0), from));
    }

    private static double days(Duration duration) {
        return duration.toNanos() / 86_400e9;
    }
}
