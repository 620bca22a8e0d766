package org.jejak.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.analysis.paths.TimedSteps.day;
import static org.jejak.analysis.paths.TimedSteps.key;
import static org.jejak.analysis.paths.TimedSteps.pays;
import static org.jejak.analysis.paths.TimedSteps.travels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
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
}
