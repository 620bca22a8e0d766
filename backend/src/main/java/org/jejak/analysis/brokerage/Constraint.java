package org.jejak.analysis.brokerage;

import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.RunControl;

/**
 * <b>Question.</b> How far do somebody's contacts keep an eye on each other, so that they cannot be played off against
 * each other?
 *
 * <p><b>Formula.</b> {@code C(i) = Σ_j (p(i,j) + Σ_q p(i,q) p(q,j))²} over the contacts {@code j} of {@code i}, {@code q}
 * running over the others; {@code p(i,j)} is the share of {@code i}'s ties that go to {@code j}.
 *
 * <p><b>Paper.</b> Burt, <i>Structural Holes</i> (1992), chapter 2.
 *
 * <p><b>Cost.</b> O(m √m), memory O(m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions. Parallel ties weigh as many times,
 * folded ones the same; strengths are not used. Loops do not exist. Without ties there is no value.
 *
 * <p><b>Range and scale.</b> Above 0, low for brokers; 1 for whoever has one tie; it can pass 1 in small dense circles (a
 * triangle has 1.125).
 *
 * <p><b>When it misleads.</b> It falls with the number of ties whoever these go to, and sees two steps far only: the one
 * who joins two continents by two phone numbers looks constrained.
 *
 * <pre>
 *   b---a---c        a 0.5, b and c 1
 * </pre>
 */
public record Constraint() implements BrokerageMeasure {

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        Triangles triangles = new Triangles(adjacency);
        int[] parallel = adjacency.multiplicities();
        double[] share = shares(triangles.offsets, parallel);
        double[] twoSteps = new double[share.length];
        triangles.visit(control.stop(), (uv, vu, vw, wv, uw, wu) -> {
            twoSteps[uv] += share[uw] * share[wv];
            twoSteps[uw] += share[uv] * share[vw];
            twoSteps[vu] += share[vw] * share[wu];
            twoSteps[vw] += share[vu] * share[uw];
            twoSteps[wu] += share[wv] * share[vu];
            twoSteps[wv] += share[wu] * share[uv];
        });
        double[] constraint = new double[network.size()];
        for (int v = 0; v < constraint.length; v++) {
            double sum = triangles.offsets[v] == triangles.offsets[v + 1] ? Double.NaN : 0;
            for (int e = triangles.offsets[v]; e < triangles.offsets[v + 1]; e++) {
                double both = share[e] + twoSteps[e];
                sum += both * both;
            }
            constraint[v] = sum;
        }
        return NodeScores.of(network, constraint);
    }

    /** By slot: the share of all ties of the slot's vertex. */
    static double[] shares(int[] offsets, int[] parallel) {
        double[] share = new double[parallel.length];
        for (int v = 0; v + 1 < offsets.length; v++) {
            double all = 0;
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                all += parallel[e];
            }
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                share[e] = parallel[e] / all;
            }
        }
        return share;
    }
}
