package org.jejak.analysis.disruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> In which order would a network have to lose people to fall to pieces soonest?
 *
 * <p><b>Formula.</b> Each time the candidate without whom fewest pairs reach each other in what is left by then ({@link
 * Remains#pairsLeft}), ties by id; until a hundredth of all pairs is left, or {@code most} are gone.
 *
 * <p><b>Paper.</b> Ren, Gleinig, Helbing and Antulov-Fantulin, <i>Generalized network dismantling</i>, PNAS 116 (2019), for
 * the question; the order is the adaptive greedy one, which they and others compare with.
 *
 * <p><b>Cost.</b> O(n + m) for each removal. Memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Only who is tied to whom counts.
 *
 * <p><b>Range and scale.</b> As {@link Remains}.
 *
 * <p><b>When it misleads.</b> Step by step is not the best set ({@link KeyPlayers} is for that): two who hold a ring together
 * are seen only once one is gone. Nobody here knows who would take over.
 *
 * <pre>
 *   a---b---c---d---e        c, then a (a, b, d and e leave as much)
 * </pre>
 *
 * @param spared victims, witnesses and those forced into their role: in the network, never removed
 */
public record DismantlingOrder(int most, Set<ActorId> spared) {

    private static final double ENOUGH = 0.01;

    public DismantlingOrder {
        spared = Set.copyOf(spared);
        if (most < 0) {
            throw new IllegalArgumentException("nobody can be removed " + most + " times");
        }
    }

    public List<DisruptionStep> on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public List<DisruptionStep> on(NetworkSnapshot network, RunControl control) {
        Ground ground = new Ground(network, spared);
        SideSizes sides = new SideSizes(ground.n, ground.offsets, ground.targets);
        boolean[] removed = new boolean[ground.n];
        List<DisruptionStep> steps = new ArrayList<>();
        sides.look(removed);
        double all = (double) ground.n * (ground.n - 1);
        int longest = Math.min(most, ground.candidates.length);
        while (steps.size() < longest && sides.pairs() > ENOUGH * all) {
            control.stop().check();
            int next = -1;
            for (int v : ground.candidates) {
                if (!removed[v] && (next < 0 || sides.pairsWithout[v] < sides.pairsWithout[next])) {
                    next = v;
                }
            }
            removed[next] = true;
            sides.look(removed);
            Remains left = Remains.of(sides.pairs(), sides.largest(), ground.n - steps.size() - 1, ground.n);
            steps.add(Curve.step(ground.actor(next), List.of(left), Removals.leftAlone(ground, next, removed)));
            control.progress().advanced("dismantling", (double) steps.size() / longest);
        }
        return steps;
    }
}
