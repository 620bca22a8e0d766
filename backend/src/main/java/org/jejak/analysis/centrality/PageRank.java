package org.jejak.analysis.centrality;

import java.util.Arrays;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> On whom would somebody be found who walks along ties at random and now and then starts anew anywhere:
 * who is tied to those who are much tied to?
 *
 * <p><b>Formula.</b> {@code P(v) = (1-d)/n + d (Σ P(u) w(u,v) / w(u) + D/n)} over the neighbours {@code u} of {@code v},
 * {@code w(u,v)} parallel ties, {@code w(u)} all ties of {@code u}, {@code D} the rank of all without ties.
 *
 * <p><b>Paper.</b> Brin and Page, <i>The anatomy of a large-scale hypertextual web search engine</i>, Computer Networks
 * 30 (1998).
 *
 * <p><b>Cost.</b> O(n + m) for each of about 200 rounds at 0.85; memory O(n). It ends when all changes of a round together
 * are below 1e-14.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Ties run both ways. Parallel ties weigh as many
 * times, strengths are not used. Loops do not exist. The rank of those without ties is spread evenly over all.
 *
 * <p><b>Range and scale.</b> Above 0, together 1.
 *
 * <p><b>When it misleads.</b> Without directions it is close to the share of ties, with a little smoothing: it rarely says
 * what the number of ties does not. Values shrink as the network grows; only compare within one.
 *
 * <pre>
 *   a---b---c        b 0.486486…, a and c 0.256756…
 * </pre>
 */
public record PageRank(double damping) implements CentralityMeasure {

    private static final double CLOSE_ENOUGH = 1e-14;
    private static final int MOST_ROUNDS = 10_000;

    /** Damping 0.85, as everywhere. */
    public PageRank() {
        this(0.85);
    }

    public PageRank {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("damping lies in [0, 1), not at " + damping);
        }
    }

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        int[] offsets = adjacency.offsets();
        int[] targets = adjacency.targets();
        int[] parallel = adjacency.multiplicities();
        double[] ties = new Degree().on(network, control).toArray();
        double[] rank = new double[n];
        double[] passed = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            control.stop().check();
            double stranded = 0;
            for (int v = 0; v < n; v++) {
                stranded += ties[v] == 0 ? rank[v] : 0;
                passed[v] = ties[v] == 0 ? 0 : rank[v] / ties[v];
            }
            double base = (1 - damping) / n + damping * stranded / n;
            double change = 0;
            for (int v = 0; v < n; v++) {
                double sum = 0;
                for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                    sum += passed[targets[e]] * parallel[e];
                }
                double fresh = base + damping * sum;
                change += Math.abs(fresh - rank[v]);
                rank[v] = fresh;
            }
            if (change < CLOSE_ENOUGH) {
                break;
            }
        }
        return NodeScores.of(network, rank);
    }
}
