package org.jejak.analysis.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a series of weeks into blocks within which they may be shuffled: short enough that growth and seasons stay
 * outside, long enough that there is something to shuffle.
 *
 * @param length weeks in a block
 * @param shortest a remainder of fewer weeks joins the block before it
 * @param longestGap so many weeks may be missing inside a block; a longer gap ends it
 */
public record WeekBlocks(int length, int shortest, int longestGap) {

    /** Six weeks, a remainder of at least three, no more than two missing. */
    public static final WeekBlocks USUAL = new WeekBlocks(6, 3, 2);

    /** The blocks of {@code weeks} (ascending week numbers), in order. */
    public List<List<Integer>> of(List<Integer> weeks) {
        var blocks = new ArrayList<List<Integer>>();
        int start = 0;
        for (int i = 1; i <= weeks.size(); i++) {
            if (i == weeks.size() || weeks.get(i) - weeks.get(i - 1) - 1 > longestGap) {
                cut(weeks.subList(start, i), blocks);
                start = i;
            }
        }
        return blocks;
    }

    private void cut(List<Integer> run, List<List<Integer>> blocks) {
        int from = 0;
        while (from < run.size()) {
            int rest = run.size() - from;
            int take = rest < length + shortest ? rest : length;
            blocks.add(List.copyOf(run.subList(from, from + take)));
            from += take;
        }
    }
}
