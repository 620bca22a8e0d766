package org.jejak.analysis.disruption;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Which {@code count} removals would break the network most, in which order, and how much better is that
 * than taking the busiest or the first comers?
 *
 * <p><b>Formula.</b> Where nobody takes over, the set is that of {@link KeyPlayers}, put in the order in which each next
 * removal leaves fewest pairs, and judged like any other by {@link RemovalWhatIf}. Where others may take over, people go one
 * after the other, as in {@link DismantlingOrder}: each time whoever leaves fewest pairs in the network as it is by then, on
 * average over {@value Removals#RUNS} futures that differ in who was replaced.
 *
 * <p><b>Paper.</b> Borgatti (2006) for the set; Duijn, Kashirin and Sloot (2014) for removals that are answered.
 *
 * <p><b>Cost.</b> That of the key players; with replacement O(n + m) for each step and different future, and as often
 * betweenness for its baseline.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As in {@link RemovalWhatIf}: only who is tied to whom
 * counts.
 *
 * <p><b>Range and scale.</b> All shares from 0 to 1; the best set is proven where all sets could be tried and nobody takes
 * over, else nothing is claimed.
 *
 * <p><b>When it misleads.</b> The first of a set need not be the best single removal: the set was chosen as one. Whoever is
 * chosen after a replacement is chosen in a future that may not come. It is a question to the records, not a plan.
 *
 * <pre>
 *   a---b---c---d---e        count 1: c, a fifth of all pairs left, proven
 * </pre>
 *
 * @param spared victims, witnesses and those forced into their role: never removed, never heirs
 */
public record GreedyDisruption(int count, Set<ActorId> spared, double replacement, long seed) {

    public GreedyDisruption {
        spared = Set.copyOf(spared);
        new Replacement(replacement, seed);
    }

    public DisruptionReport on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public DisruptionReport on(NetworkSnapshot network, RunControl control) {
        KeyPlayers question = new KeyPlayers(count, spared, seed);
        question.check(network);
        if (replacement > 0) {
            return inTurn(network, control);
        }
        KeyPlayers.Found found = question.on(network, control.part(0, 0.5));
        int[] order = inOrder(network, found);
        List<ActorId> removed = Arrays.stream(order).mapToObj(network::actor).toList();
        DisruptionReport report = new RemovalWhatIf(removed, spared, 0, seed).on(network, control.part(0.5, 1));
        return new DisruptionReport(
                report.steps(),
                found.proven(),
                found.alternatives(),
                report.random(),
                report.degree(),
                report.betweenness(),
                replacement);
    }

    private static int[] inOrder(NetworkSnapshot network, KeyPlayers.Found found) {
        int[] set = found.members().stream().mapToInt(network::vertex).toArray();
        SideSizes sides = new SideSizes(
                network.size(),
                network.adjacency().offsets(),
                network.adjacency().targets());
        boolean[] removed = new boolean[network.size()];
        int[] order = new int[set.length];
        for (int i = 0; i < order.length; i++) {
            sides.look(removed);
            order[i] = Arrays.stream(set)
                    .filter(v -> !removed[v])
                    .boxed()
                    .min(Comparator.comparingDouble(v -> sides.pairsWithout[v]))
                    .orElseThrow();
            removed[order[i]] = true;
        }
        return order;
    }

    private DisruptionReport inTurn(NetworkSnapshot network, RunControl control) {
        Ground ground = new Ground(network, spared);
        Replacement others = new Replacement(replacement, seed);
        RemovalsInTurn removals = new RemovalsInTurn(ground, others, control);
        return new DisruptionReport(
                removals.curve(count, Choices.fewestPairsLeft(ground.n)),
                false,
                null,
                new Removals(ground, others, control.part(0.2, 0.5)).random(count, true),
                removals.curve(count, Choices.mostTies(ground.n)),
                removals.curve(count, Choices.mostBetween(ground.n, control)),
                replacement);
    }
}
