package org.jejak.analysis.brokerage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks by score, the largest first, equal scores together.
 *
 * @param first best rank each could have among equals
 * @param last worst rank
 * @param place rank once equals are put in the order of their ids
 */
record MidRanks(int[] first, int[] last, int[] place) {

    /** Ranks of the {@code listed} vertices among each other, by position in {@code listed}. */
    static MidRanks of(double[] scores, int[] listed) {
        int[] order = IntStream.range(0, listed.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[listed[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] first = new int[listed.length];
        int[] last = new int[listed.length];
        int[] place = new int[listed.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[listed[order[to]]] == scores[listed[order[from]]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                first[order[i]] = from + 1;
                last[order[i]] = to;
                place[order[i]] = i + 1;
            }
            from = to;
        }
        return new MidRanks(first, last, place);
    }

    double[] middle() {
        double[] middle = new double[first.length];
        Arrays.setAll(middle, i -> (first[i] + last[i]) / 2.0);
        return middle;
    }
}
