package org.jejak.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.analysis.paths.TimedSteps.day;
import static org.jejak.analysis.paths.TimedSteps.key;
import static org.jejak.analysis.paths.TimedSteps.pays;
import static org.jejak.analysis.paths.TimedSteps.travels;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.ProgressListener;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.paths.TimeRespectingPaths;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

class GreatestFlowTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration EVER = Duration.ofDays(10_000);

    private static TimedFlow flow(Duration window, TimedStep... steps) {
        return flow(window, List.of(steps));
    }

    private static TimedFlow flow(Duration window, List<TimedStep> steps) {
        return new GreatestFlow(Set.of(key("a")), Set.of(key("d")), window).on(steps);
    }

    private static double atLeast(TimedFlow flow) {
        return flow.units().isEmpty() ? 0 : flow.units().getFirst().atLeast().doubleValue();
    }

    private static double atMost(TimedFlow flow) {
        return flow.units().isEmpty() ? 0 : flow.units().getFirst().atMost().doubleValue();
    }

    /**
     * <pre>
     *   a --100, 1 March--> b --60, 2 March--> d
     *                       b --30, 3 March--> d
     * </pre>
     */
    @Test
    void whatCameMayLeaveInPartsAndOnlyAfterwards() {
        var flow = flow(MONTH, pays("a", "b", 60, 100), pays("b", "d", 61, 60), pays("b", "d", 62, 30));
        var only = flow.units().getFirst();
        assertThat(only.unit()).isEqualTo("MYR");
        assertThat(only.atLeast()).isEqualTo(new BigDecimal("90"));
        assertThat(only.isExact()).isTrue();
        assertThat(only.ways()).extracting(FlowWay::amount).containsExactly(new BigDecimal("60"), new BigDecimal("30"));
        assertThat(only.carriers())
                .extracting(step -> step.amount().getAsDouble())
                .containsExactly(90.0, 60.0, 30.0);
        assertThat(atMost(flow(MONTH, pays("a", "b", 60, 100), pays("b", "d", 31, 60), pays("b", "d", 62, 30))))
                .isEqualTo(30);
    }

    @Test
    void itMayNotLieLongerThanTheWindow() {
        TimedStep[] steps = {pays("a", "b", 1, 100), pays("b", "d", 5, 70)};
        assertThat(atLeast(flow(Duration.ofDays(4), steps))).isEqualTo(70);
        assertThat(flow(Duration.ofDays(2), steps).units()).isEmpty();
        var doubtful = flow(Duration.ofDays(3), steps).units().getFirst();
        assertThat(doubtful.atMost())
                .as("late on the first day, early on the fifth")
                .isEqualTo(new BigDecimal("70"));
        assertThat(doubtful.atLeast()).isEqualTo(new BigDecimal("70"));
    }

    @Test
    void currenciesAreNeverAdded() {
        var flow = flow(
                MONTH,
                pays("a", "b", 1, 2, 100, "MYR"),
                pays("a", "b", 1, 2, 40, "THB"),
                pays("b", "d", 2, 3, 500, "MYR"),
                pays("b", "d", 3, 4, 30, "THB"));
        assertThat(flow.units()).extracting(UnitFlow::unit).containsExactly("MYR", "THB");
        assertThat(flow.units())
                .extracting(unit -> unit.atLeast().doubleValue())
                .containsExactly(100.0, 30.0);
    }

    /** The account of b and c was paid once: whoever it was, no more than 100 leave it again. */
    @Test
    void aPaymentToASharedAccountPassesItsAmountOnce() {
        Key record = Key.of("T", "payments", "shared");
        List<TimedStep> steps = new ArrayList<>();
        for (String holder : List.of("b", "c")) {
            steps.add(TimedStep.payment(
                    key("a"), key(holder), day(1), day(2), List.of(record), OptionalDouble.of(100), "MYR"));
            steps.add(pays(holder, "d", 3, 80));
        }
        assertThat(atMost(flow(MONTH, steps))).isEqualTo(100);
        assertThat(atLeast(flow(MONTH, steps))).isEqualTo(100);
    }

    @Test
    void whatHasNoAmountIsCountedApartAndNothingPassesToOneself() {
        var uncounted = TimedStep.payment(key("a"), key("d"), day(1), day(2), List.of(), OptionalDouble.empty(), "MYR");
        var flow = flow(MONTH, uncounted, pays("a", "a", 1, 5), pays("a", "d", 2, 7.25));
        assertThat(flow.uncounted()).isEqualTo(1);
        assertThat(flow.units().getFirst().atLeast()).isEqualTo(new BigDecimal("7.25"));
        assertThat(flow(MONTH, List.of()).units()).isEmpty();
    }

    @Test
    void severalMayBeginAndEnd() {
        var steps = List.of(pays("a", "b", 1, 10), pays("c", "b", 1, 20), pays("b", "d", 2, 25), pays("b", "e", 2, 50));
        assertThat(new GreatestFlow(Set.of(key("a"), key("c")), Set.of(key("d"), key("e")), MONTH)
                        .on(steps)
                        .units()
                        .getFirst()
                        .atLeast())
                .isEqualTo(new BigDecimal("30"));
        assertThatThrownBy(() -> new GreatestFlow(Set.of(key("a")), Set.of(key("a")), MONTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Within one day either may be first, but not both: what b and c hand each other in a circle comes from nowhere. */
    @Test
    void nothingRunsInACircle() {
        var flow = flow(
                MONTH,
                pays("a", "b", 1, 10),
                pays("b", "c", 1, 50),
                pays("c", "b", 1, 50),
                pays("c", "d", 1, 30),
                pays("b", "d", 1, 4));
        assertThat(atLeast(flow)).isEqualTo(10);
        assertThat(atMost(flow)).isEqualTo(10);
        assertThat(flow.units().getFirst().carriers())
                .noneMatch(step -> step.from().equals(key("c")) && step.to().equals(key("b")));
    }

    /** One payment of some day of the month can have been passed on early or late, but not half and half. */
    @Test
    void whereTimesLeaveDoubtTheAnswerHasTwoEnds() {
        var doubt = flow(
                Duration.ofDays(3),
                pays("a", "b", 2, 50),
                pays("a", "b", 10, 50),
                pays("b", "c", 1, 30, 100, "MYR"),
                pays("c", "d", 4, 50),
                pays("c", "d", 12, 50));
        assertThat(atMost(doubt)).isEqualTo(100);
        assertThat(atLeast(doubt)).isEqualTo(50);
    }

    /** Day 5, some day of the month, day 3: each two fit, all three do not. */
    @Test
    void whatFitsTwoByTwoOnlyIsNoFlow() {
        var steps = List.of(pays("a", "b", 5, 100), pays("b", "c", 1, 30, 100, "MYR"), pays("c", "d", 3, 100));
        assertThat(flow(EVER, steps).units()).isEmpty();
        var fits = flow(EVER, pays("a", "b", 5, 100), pays("b", "c", 1, 30, 100, "MYR"), pays("c", "d", 7, 100));
        assertThat(fits.units().getFirst().isExact()).isTrue();
    }

    /** From a minute on, round and round within a day, with no time to wait: it ends, and finds what is there. */
    @Test
    void aCircleWithoutAWaitEnds() {
        Instant noon = day(5).plus(Duration.ofHours(12));
        var exact = TimedStep.payment(
                key("a"),
                key("b"),
                noon,
                noon.plusSeconds(60),
                List.of(Key.of("T", "payments", "noon")),
                OptionalDouble.of(10),
                "MYR");
        var flow = flow(Duration.ZERO, exact, pays("b", "c", 5, 20), pays("c", "b", 5, 20), pays("c", "d", 5, 7));
        assertThat(atMost(flow)).isEqualTo(7);
        assertThat(atLeast(flow)).isEqualTo(7);
        assertThat(flow(Duration.ZERO, exact, pays("b", "c", 6, 20), pays("c", "d", 6, 7))
                        .units())
                .isEmpty();
    }

    /** Whether there are instants for all of a chain together. */
    private static boolean isPossible(List<TimedStep> chain, Duration window) {
        Instant from = Instant.MIN;
        Instant last = Instant.MAX;
        for (TimedStep step : chain) {
            Instant end = step.leavesUntil().minusNanos(1);
            from = from.isAfter(step.leavesFrom()) ? from : step.leavesFrom();
            last = last.equals(Instant.MAX) || last.plus(window).isAfter(end) ? end : last.plus(window);
            if (from.isAfter(last)) {
                return false;
            }
        }
        return true;
    }

    /** Whatever single chain can have been: nobody is told that nothing can have passed. */
    @Test
    void whereAChainIsPossibleSoIsAFlow() {
        int chains = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<TimedStep> steps = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                char giver = "abcefgh".charAt(random.nextInt(7));
                char taker = "bcdefgh".charAt(random.nextInt(7));
                int begins = random.nextInt(60);
                int days = random.nextInt(4) == 0 ? 20 : 1;
                if (giver != taker) {
                    steps.add(pays("" + giver, "" + taker, begins, begins + days, 1 + random.nextInt(9), "MYR"));
                }
            }
            Duration window = Duration.ofDays(4 + random.nextInt(9));
            double best = new TimeRespectingPaths(key("a"), key("d"), 50, 6, window, 1)
                    .on(steps).paths().stream()
                            .filter(path -> isPossible(path.steps(), window))
                            .mapToDouble(path -> path.steps().stream()
                                    .mapToDouble(step -> step.amount().getAsDouble())
                                    .min()
                                    .orElse(0))
                            .max()
                            .orElse(0);
            var found = flow(window, steps);
            assertThat(atMost(found)).as("seed %s", seed).isGreaterThanOrEqualTo(best);
            if (best > 0) {
                chains++;
                assertThat(atLeast(found)).as("seed %s", seed).isPositive();
            }
        }
        assertThat(chains).isGreaterThan(20);
    }

    @Test
    void peopleAreCountedByHeadsAndKnownByName() {
        var flow = flow(
                MONTH,
                travels("a", "b", 1, 2, OptionalInt.of(30), "x", "y"),
                travels("b", "d", 3, 4, OptionalInt.of(8), "y", "z"));
        var people = flow.units().getFirst();
        assertThat(people.unit()).isEqualTo(UnitFlow.PERSONS);
        assertThat(people.atLeast()).as("y, and six unnamed").isEqualTo(new BigDecimal("7"));
        assertThat(people.atMost()).as("z may have been one of the unnamed").isEqualTo(new BigDecimal("8"));
        assertThat(flow(MONTH, travels("a", "b", 1, 2, "x"), travels("b", "d", 3, 4, "z"))
                        .units())
                .isEmpty();
    }

    @Test
    void aStopSignalEndsIt() {
        var stopped = new RunControl(() -> true, ProgressListener.NONE, 1);
        assertThatThrownBy(() -> new GreatestFlow(Set.of(key("a")), Set.of(key("d")), MONTH)
                        .on(List.of(pays("a", "d", 1, 1)), stopped))
                .isInstanceOf(MeasureStopped.class);
    }

    /** Payments at known instants among few holders. */
    private static List<TimedStep> random(int payments, int holders, int instants, int amounts, Random random) {
        List<TimedStep> steps = new ArrayList<>();
        String names = "abcdefghijklmnop".substring(0, holders);
        for (int i = 0; i < payments; i++) {
            char giver = names.charAt(random.nextInt(holders));
            char taker = names.charAt(random.nextInt(holders));
            if (giver != taker) {
                Instant at = Instant.EPOCH.plusSeconds(random.nextInt(instants));
                steps.add(TimedStep.payment(
                        key("" + giver),
                        key("" + taker),
                        at,
                        at.plusNanos(1),
                        List.of(Key.of("T", "payments", "y" + i)),
                        OptionalDouble.of(1 + random.nextInt(amounts)),
                        "MYR"));
            }
        }
        return steps;
    }

    /**
     * The smallest cut is the largest flow: of all sets of payments the cheapest without which no chain from a to d is left,
     * found by trying every set.
     */
    private static double cheapestCut(
            List<TimedStep> steps, java.util.function.BiPredicate<TimedStep, TimedStep> follows) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (int taken = 0; taken < 1 << steps.size(); taken++) {
            double cost = 0;
            List<TimedStep> left = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if ((taken >> i & 1) == 1) {
                    cost += steps.get(i).amount().getAsDouble();
                } else {
                    left.add(steps.get(i));
                }
            }
            if (cost < cheapest && !connected(left, follows)) {
                cheapest = cost;
            }
        }
        return cheapest;
    }

    private static boolean connected(
            List<TimedStep> steps, java.util.function.BiPredicate<TimedStep, TimedStep> follows) {
        List<TimedStep> reached = new ArrayList<>();
        steps.stream().filter(s -> s.from().equals(key("a"))).forEach(reached::add);
        for (int i = 0; i < reached.size(); i++) {
            TimedStep last = reached.get(i);
            if (last.to().equals(key("d"))) {
                return true;
            }
            for (TimedStep next : steps) {
                if (last.to().equals(next.from()) && follows.test(last, next) && !reached.contains(next)) {
                    reached.add(next);
                }
            }
        }
        return false;
    }

    @Test
    void itIsTheCheapestCutFoundByTryingEverySet() {
        int positive = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            List<TimedStep> steps = random(11, 5, 9, 9, random);
            Duration window = Duration.ofMillis(500 + 1000L * random.nextInt(7));
            double cut = cheapestCut(
                    steps,
                    (last, next) -> !next.leavesFrom().isBefore(last.leavesFrom())
                            && !next.leavesFrom().isAfter(last.leavesFrom().plus(window)));
            var found = flow(window, steps);
            assertThat(atLeast(found)).as("seed %s", seed).isEqualTo(cut);
            assertThat(atMost(found)).as("seed %s", seed).isEqualTo(cut);
            consistent(found, window);
            positive += cut > 0 ? 1 : 0;
        }
        assertThat(positive).isGreaterThan(40);
    }

    /** Each way is a chain in time, no payment passes more than it was, and the ways make up the whole. */
    private static void consistent(TimedFlow flow, Duration window) {
        for (UnitFlow unit : flow.units()) {
            Map<Key, Double> passed = new HashMap<>();
            double sum = 0;
            for (FlowWay way : unit.ways()) {
                sum += way.amount().doubleValue();
                assertThat(way.steps().getFirst().from()).isEqualTo(key("a"));
                assertThat(way.steps().getLast().to()).isEqualTo(key("d"));
                for (int i = 0; i < way.steps().size(); i++) {
                    TimedStep step = way.steps().get(i);
                    passed.merge(step.records().getFirst(), way.amount().doubleValue(), Double::sum);
                    if (i > 0) {
                        TimedStep before = way.steps().get(i - 1);
                        assertThat(before.to()).isEqualTo(step.from());
                        assertThat(before.leavesFrom()).isBeforeOrEqualTo(step.leavesFrom());
                        assertThat(step.leavesFrom())
                                .isBeforeOrEqualTo(before.leavesFrom().plus(window));
                    }
                }
            }
            assertThat(sum).isEqualTo(unit.atLeast().doubleValue());
            unit.carriers()
                    .forEach(step -> assertThat(passed.get(step.records().getFirst()))
                            .isEqualTo(step.amount().getAsDouble()));
        }
    }

    /** Where it may lie as long as it likes: the textbook network of holders at instants, by another algorithm. */
    @Test
    void withoutAWindowItIsTheFlowThroughHoldersAtInstants() {
        for (int seed = 0; seed < 30; seed++) {
            List<TimedStep> steps = random(150, 9, 400, 1000, new Random(seed));
            assertThat(atLeast(flow(EVER, steps))).as("seed %s", seed).isEqualTo(throughHolders(steps));
        }
    }

    private static double throughHolders(List<TimedStep> steps) {
        var graph = new SimpleDirectedWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var instants = new TreeSet<Instant>();
        steps.forEach(step -> instants.add(step.leavesFrom()));
        List<Instant> times = List.copyOf(instants);
        var holders = new TreeSet<Key>(Set.of(key("a"), key("d")));
        steps.forEach(step -> {
            holders.add(step.from());
            holders.add(step.to());
        });
        for (Key holder : holders) {
            graph.addVertex(holder + "@0");
            for (int t = 1; t <= times.size(); t++) {
                graph.addVertex(holder + "@" + t);
                graph.setEdgeWeight(graph.addEdge(holder + "@" + (t - 1), holder + "@" + t), 1e9);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            TimedStep step = steps.get(i);
            int t = times.indexOf(step.leavesFrom());
            graph.addVertex("in" + i);
            graph.addVertex("out" + i);
            graph.setEdgeWeight(
                    graph.addEdge("in" + i, "out" + i), step.amount().getAsDouble());
            graph.setEdgeWeight(graph.addEdge(step.from() + "@" + t, "in" + i), 1e9);
            // Within one instant all may be paid on at once: what arrives is there at that instant.
            graph.setEdgeWeight(graph.addEdge("out" + i, step.to() + "@" + t), 1e9);
        }
        return new EdmondsKarpMFImpl<>(graph)
                .getMaximumFlow("T:a@0", "T:d@" + times.size())
                .getValue();
    }

    /** Times known to some days: of all choices of days the best lies between the two ends, and mostly is both. */
    @Test
    void theTruthLiesBetweenTheTwoEnds() {
        int exact = 0;
        int asked = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<TimedStep> steps = new ArrayList<>();
            String names = "abcd";
            while (steps.size() < 6) {
                char giver = names.charAt(random.nextInt(3));
                char taker = names.charAt(1 + random.nextInt(3));
                int begins = random.nextInt(4);
                if (giver != taker) {
                    steps.add(pays(
                            "" + giver,
                            "" + taker,
                            begins,
                            begins + 1 + random.nextInt(3),
                            1 + random.nextInt(9),
                            "MYR"));
                }
            }
            double truth = bestChoice(steps, new int[steps.size()], 0);
            var found = flow(EVER, distinct(steps));
            assertThat(atLeast(found)).as("seed %s", seed).isLessThanOrEqualTo(truth);
            assertThat(atMost(found)).as("seed %s", seed).isGreaterThanOrEqualTo(truth);
            asked += truth > 0 ? 1 : 0;
            exact += truth > 0 && atLeast(found) == truth && atMost(found) == truth ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(30);
        assertThat(exact).isGreaterThanOrEqualTo(9 * asked / 10);
    }

    /** Each a record of its own. */
    private static List<TimedStep> distinct(List<TimedStep> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> TimedStep.payment(
                        steps.get(i).from(),
                        steps.get(i).to(),
                        steps.get(i).leavesFrom(),
                        steps.get(i).leavesUntil(),
                        List.of(Key.of("T", "payments", "y" + i)),
                        steps.get(i).amount(),
                        "MYR"))
                .toList();
    }

    private static double bestChoice(List<TimedStep> steps, int[] days, int at) {
        if (at == steps.size()) {
            Map<TimedStep, Integer> chosen = new java.util.IdentityHashMap<>();
            for (int i = 0; i < days.length; i++) {
                chosen.put(steps.get(i), days[i]);
            }
            return cheapestCut(steps, (last, next) -> chosen.get(last) <= chosen.get(next));
        }
        double best = 0;
        for (int day = 0; day < 7; day++) {
            if (!day(day).isBefore(steps.get(at).leavesFrom())
                    && day(day).isBefore(steps.get(at).leavesUntil())) {
                days[at] = day;
                best = Math.max(best, bestChoice(steps, days, at + 1));
            }
        }
        return best;
    }

    @Test
    void twoRunsAreEqual() {
        List<TimedStep> steps = random(300, 12, 60, 1000, new Random(5));
        assertThat(flow(Duration.ofSeconds(9), steps)).isEqualTo(flow(Duration.ofSeconds(9), steps.reversed()));
    }
}
