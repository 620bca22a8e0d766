package org.jejak.analysis.brokerage;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How many of somebody's contacts bring them to people the others do not?
 *
 * <p><b>Formula.</b> {@code E(i) = Σ_j (1 - Σ_q p(i,q) m(j,q))} over the contacts {@code j} of {@code i}, {@code q} over
 * the other contacts; {@code p(i,q)} is the share of {@code i}'s ties that go to {@code q}, {@code m(j,q)} the ties of
 * {@code j} and {@code q} divided by the most {@code j} has with anybody. Where ties are folded this is Borgatti's
 * {@code k - 2t/k} with {@code t} ties among {@code k} contacts.
 *
 * <p><b>Paper.</b> Burt, <i>Structural Holes</i> (1992), chapter 2; Borgatti, <i>Structural holes: unpacking Burt's
 * redundancy measures</i>, Connections 20 (1997).
 *
 * <p><b>Cost.</b> O(m √m), memory O(m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. Parallel ties weigh as many times,
 * strengths are not used. Loops do not exist. Without ties there is no value.
 *
 * <p><b>Range and scale.</b> 1 to the number of contacts where ties are folded.
 *
 * <p><b>When it misleads.</b> It grows with the number of contacts; who was watched most looks most effective. A missing
 * tie between two contacts makes both look like new ground.
 *
 * <pre>
 *   a---b
 *    \ /         c 3 - 2·1/3 = 2.333…
 *     c---d
 * </pre>
 */
public record EffectiveSize() implements BrokerageMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        Triangles triangles = new Triangles(adjacency);
        int[] offsets = triangles.offsets;
        int[] targets = triangles.targets;
        int[] parallel = adjacency.multiplicities();
        double[] share = Constraint.shares(offsets, parallel);
        double[] mostWithOne = new double[network.size()];
        double[] size = new double[network.size()];
        for (int v = 0; v < size.length; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                mostWithOne[v] = Math.max(mostWithOne[v], parallel[e]);
            }
            size[v] = offsets[v] == offsets[v + 1] ? Double.NaN : offsets[v + 1] - offsets[v];
        }
        triangles.visit(control.stop(), (uv, vu, vw, wv, uw, wu) -> {
            int u = targets[vu];
            int v = targets[uv];
            int w = targets[uw];
            size[u] -= share[uw] * parallel[vw] / mostWithOne[v] + share[uv] * parallel[vw] / mostWithOne[w];
            size[v] -= share[vw] * parallel[uw] / mostWithOne[u] + share[vu] * parallel[uw] / mostWithOne[w];
            size[w] -= share[wv] * parallel[uv] / mostWithOne[u] + share[wu] * parallel[uv] / mostWithOne[v];
        });
        return NodeScores.of(network, size);
    }
}
