package org.jejak.analysis.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Oracle: every order of the weeks, one by one. */
class WeekPermutationTest {

    @Test
    void twoWeeksHaveTwoOrders() {
        var fit = new WeekPermutation(List.<int[][]>of(new int[][] {{2, 0}, {0, 1}}));
        assertThat(fit.observed()).isEqualTo(3);
        assertThat(fit.distribution().atLeast(3)).isEqualTo(.5);
        assertThat(fit.distribution().probability(0)).isEqualTo(.5);
    }

    @Test
    void sixWeeksInStepHaveOneOrderIn720() {
        int[][] fit = new int[6][6];
        for (int i = 0; i < 6; i++) {
            fit[i][i] = 1;
        }
        var weeks = new WeekPermutation(List.<int[][]>of(fit));
        assertThat(weeks.distribution().atLeast(weeks.observed())).isEqualTo(1 / 720., within(1e-15));
    }

    @Test
    void rosterThatDoesNotVarySaysNothing() {
        int[][] fit = {{1, 1, 1}, {2, 2, 2}, {0, 0, 0}};
        assertThat(new WeekPermutation(List.<int[][]>of(fit)).distribution().smallestP())
                .isEqualTo(1);
        assertThat(Testability.USUAL.admits(new WeekPermutation(List.<int[][]>of(fit)).distribution()))
                .isFalse();
    }

    @Test
    void agreesWithEveryOrderOfEveryBlock() {
        var random = new Random(11);
        for (int round = 0; round < 30; round++) {
            int[][] a = matrix(random, 1 + random.nextInt(7));
            int[][] b = matrix(random, 1 + random.nextInt(4));
            var counts = new TreeMap<Integer, Double>();
            var ofA = new TreeMap<Integer, Double>();
            var ofB = new TreeMap<Integer, Double>();
            everyOrder(a, new ArrayList<>(), 0, ofA);
            everyOrder(b, new ArrayList<>(), 0, ofB);
            ofA.forEach((i, n) -> ofB.forEach((j, m) -> counts.merge(i + j, n * m, Double::sum)));
            double orders = counts.values().stream().mapToDouble(d -> d).sum();
            var computed = new WeekPermutation(List.of(a, b)).distribution();
            assertThat(computed.lowest()).isEqualTo(counts.firstKey());
            assertThat(computed.highest()).isEqualTo(counts.lastKey());
            counts.forEach((k, n) -> assertThat(computed.probability(k)).isEqualTo(n / orders, within(1e-12)));
        }
    }

    @Test
    void blocksAreOfSixAndRemaindersJoin() {
        assertThat(sizes(weeks(0, 48))).containsExactly(6, 6, 6, 6, 6, 6, 6, 6);
        assertThat(sizes(weeks(0, 14))).containsExactly(6, 8);
        assertThat(sizes(weeks(0, 13))).containsExactly(6, 7);
        assertThat(sizes(weeks(0, 15))).containsExactly(6, 6, 3);
        assertThat(sizes(weeks(0, 8))).containsExactly(8);
        assertThat(sizes(weeks(0, 2))).containsExactly(2);
        assertThat(sizes(weeks(0, 0))).isEmpty();
    }

    @Test
    void blocksDoNotSpanLongGaps() {
        var gapOfTwo = weeks(0, 3);
        gapOfTwo.addAll(weeks(5, 8));
        assertThat(sizes(gapOfTwo)).containsExactly(6);
        var gapOfThree = weeks(0, 3);
        gapOfThree.addAll(weeks(6, 9));
        assertThat(sizes(gapOfThree)).containsExactly(3, 3);
    }

    private static List<Integer> weeks(int from, int until) {
        var weeks = new ArrayList<Integer>();
        for (int i = from; i < until; i++) {
            weeks.add(i);
        }
        return weeks;
    }

    private static List<Integer> sizes(List<Integer> weeks) {
        return WeekBlocks.USUAL.of(weeks).stream().map(List::size).toList();
    }

    private static int[][] matrix(Random random, int weeks) {
        int[][] fit = new int[weeks][weeks];
        for (int[] row : fit) {
            for (int j = 0; j < weeks; j++) {
                row[j] = random.nextInt(3);
            }
        }
        return fit;
    }

    private static void everyOrder(int[][] fit, List<Integer> used, int sum, TreeMap<Integer, Double> counts) {
        if (used.size() == fit.length) {
            counts.merge(sum, 1.0, Double::sum);
            return;
        }
        for (int j = 0; j < fit.length; j++) {
            if (!used.contains(j)) {
                int gain = fit[used.size()][j];
                used.add(j);
                everyOrder(fit, used, sum + gain, counts);
                used.remove(used.size() - 1);
            }
        }
    }
}
