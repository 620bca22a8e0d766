package org.jejak.analysis.chance;

import java.util.Arrays;
import java.util.List;

/**
 * Do the weeks of one thing fit the weeks of another better than shuffled weeks would?
 *
 * <p>{@code fit[i][j]} says how many events of week {@code i}'s pattern would fall on duty in week {@code j}. The
 * observed count is the diagonal. Under the null the patterns of a block's weeks could have stood in any order, so the
 * count is distributed as {@code sum fit[i][order(i)]} over all orders of the block, and blocks add up independently.
 * The weeks stay whole: convoys, bursts, evening rhythms and rotas are on both sides of the comparison, and what only
 * changes over months is within no block.
 *
 * <p>Exact, by dynamic programming over subsets of used duty weeks: a block of {@code w} weeks costs
 * {@code w 2^w} times the greatest count. Result: {@link CountDistribution}. A block whose rows do not vary contributes a
 * constant; if none varies the only attainable p is 1, which is <em>not enough data</em> and never <em>clean</em>.
 *
 * <pre>
 *           duty week 0  1
 *  pattern 0          2  0     observed 2 + 1 = 3; the other order gives 0 + 0; p = 1/2
 *  pattern 1          0  1
 * </pre>
 */
public record WeekPermutation(List<int[][]> blocks) {

    /** Beyond this many weeks in one block the subsets are too many. */
    public static final int LONGEST_BLOCK = 12;

    public WeekPermutation {
        blocks = List.copyOf(blocks);
        for (int[][] fit : blocks) {
            if (fit.length > LONGEST_BLOCK) {
                throw new IllegalArgumentException("a block of " + fit.length + " weeks");
            }
            for (int[] row : fit) {
                if (row.length != fit.length || Arrays.stream(row).anyMatch(c -> c < 0)) {
                    throw new IllegalArgumentException("a block is square and counts");
                }
            }
        }
    }

    /** What stands on the diagonals. */
    public int observed() {
        int sum = 0;
        for (int[][] fit : blocks) {
            for (int i = 0; i < fit.length; i++) {
                sum += fit[i][i];
            }
        }
        return sum;
    }

    public CountDistribution distribution() {
        var sum = CountDistribution.certain(0);
        for (int[][] fit : blocks) {
            sum = sum.plus(ofBlock(fit));
        }
        return sum;
    }

    private static CountDistribution ofBlock(int[][] fit) {
        int weeks = fit.length;
        int highest = 0;
        for (int[] row : fit) {
            highest += Arrays.stream(row).max().orElse(0);
        }
        if (highest == 0) {
            return CountDistribution.certain(0);
        }
        double[][] orders = new double[1 << weeks][];
        orders[0] = new double[highest + 1];
        orders[0][0] = 1;
        for (int used = 0; used < orders.length; used++) {
            double[] here = orders[used];
            int pattern = Integer.bitCount(used);
            for (int j = 0; j < weeks; j++) {
                int next = used | 1 << j;
                if (next == used) {
                    continue;
                }
                if (orders[next] == null) {
                    orders[next] = new double[highest + 1];
                }
                int gain = fit[pattern][j];
                for (int k = 0; k + gain <= highest; k++) {
                    orders[next][k + gain] += here[k];
                }
            }
        }
        return CountDistribution.of(0, orders[orders.length - 1]);
    }
}
