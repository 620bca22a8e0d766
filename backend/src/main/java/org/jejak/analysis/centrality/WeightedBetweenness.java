package org.jejak.analysis.centrality;

import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How often does somebody stand on a cheapest way between two others, where a way is the cheaper the more
 * passes along it?
 *
 * <p><b>Formula.</b> As {@link Betweenness}, a tie costing 1 divided by its strength.
 *
 * <p><b>Paper.</b> Brandes, <i>A faster algorithm for betweenness centrality</i>, J. Math. Sociology 25 (2001), section 4;
 * the costs after Newman, <i>Scientific collaboration networks II</i>, Phys. Rev. E 64 (2001).
 *
 * <p><b>Cost.</b> O(nm + n² log n); memory O(n + m) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. A pair is one tie with the strengths
 * of all its records summed, folded or not. Loops do not exist. Without ties: 0. Ways whose costs differ by less than one
 * part in 10¹² are equally cheap: a sum must not depend on its order.
 *
 * <p><b>Range and scale.</b> As {@link Betweenness}.
 *
 * <p><b>When it misleads.</b> Strength is mostly how often somebody was recorded, so cheap ways lead through those who were
 * watched. Ways are seldom exactly equally cheap: one record more or less moves all of a pair's weight from one broker to
 * another.
 *
 * <pre>
 *   a===b===d        a to d costs 1/2 + 1/2 by b and 1 + 1 by c: b 1, c 0
 *    \     /
 *     --c--
 * </pre>
 */
public record WeightedBetweenness(Scale scale) implements CentralityMeasure {

    private static final int SOURCES_AT_ONCE = 64;

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        int n = network.size();
        int pieces = (n + SOURCES_AT_ONCE - 1) / SOURCES_AT_ONCE;
        double[] raw = OrderedSum.of(n, pieces, control, "weighted betweenness", () -> {
            CheapestCounting counting = new CheapestCounting(network.adjacency());
            return (piece, sum) -> {
                int end = Math.min(n, (piece + 1) * SOURCES_AT_ONCE);
                for (int s = piece * SOURCES_AT_ONCE; s < end; s++) {
                    control.stop().check();
                    counting.from(s, sum);
                }
            };
        });
        for (int v = 0; v < n; v++) {
            // Each pair was met from both its ends.
            raw[v] /= 2;
        }
        return NodeScores.of(network, scale == Scale.RAW ? raw : Betweenness.scaled(raw));
    }
}
