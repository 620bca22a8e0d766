package org.jejak.analysis.disruption;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> What would be left of the network without these people, and how does that compare with removing others?
 *
 * <p><b>Formula.</b> {@link Remains} of the network without the first one, the first two, … of {@code removed}; removals are
 * made at once. With chance {@code replacement} each removed person's ties to those who remain go to an heir: the
 * remaining candidate who shares most of their contacts ({@code |N(v) ∩ N(w)| / |N(v) ∪ N(w) without v, w|}), nobody
 * inheriting twice, larger degrees first. Numbers are means over {@value Removals#RUNS} runs with 5% and 95% quantiles.
 *
 * <p><b>Paper.</b> Borgatti (2006) for fragmentation; Duijn, Kashirin and Sloot, <i>The relative ineffectiveness of criminal
 * network disruption</i>, Scientific Reports 4 (2014) for replacement.
 *
 * <p><b>Cost.</b> O(n + m) for each step and run; the betweenness baseline computes exact betweenness at each step.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Only who is tied to whom counts; the baselines of
 * degree and betweenness count parallel ties as their measures do.
 *
 * <p><b>Range and scale.</b> All shares from 0 to 1.
 *
 * <p><b>When it misleads.</b> A network that looks broken on paper has ties nobody recorded. Heirs are found by shared
 * contacts alone; a rival who waits outside the records is not among them. Small differences from the random baseline
 * mean nothing: look at its quantiles.
 *
 * <pre>
 *   a---b---c        without b: fragmentation 1, pairs left 0
 * </pre>
 *
 * @param spared victims, witnesses and those forced into their role: never removed, never heirs
 */
public record RemovalWhatIf(List<ActorId> removed, Set<ActorId> spared, double replacement, long seed) {

    public RemovalWhatIf {
        removed = List.copyOf(removed);
        spared = Set.copyOf(spared);
        new Replacement(replacement, seed);
        if (new HashSet<>(removed).size() < removed.size()) {
            throw new IllegalArgumentException("nobody can be removed twice");
        }
    }

    public DisruptionReport on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** @throws RemovalRefused if one of them is spared or not in the network */
    public DisruptionReport on(NetworkSnapshot network, RunControl control) {
        for (ActorId actor : removed) {
            if (spared.contains(actor)) {
                throw new RemovalRefused(actor + " is protected: victims and witnesses are never targets");
            }
            if (!network.contains(actor)) {
                throw new RemovalRefused("there is no " + actor + " in this network that you may see");
            }
        }
        Ground ground = new Ground(network, spared);
        Replacement others = new Replacement(replacement, seed);
        Removals removals = new Removals(ground, others, control);
        int[] order = removed.stream().mapToInt(network::vertex).toArray();
        int count = order.length;
        RemovalsInTurn unreplaced = new RemovalsInTurn(ground, new Replacement(0, seed), control);
        int[] byTies = vertices(network, unreplaced.curve(count, Choices.mostTies(ground.n)));
        int[] between = vertices(network, unreplaced.curve(count, Choices.mostBetween(ground.n, control)));
        return new DisruptionReport(
                removals.curve(order),
                false,
                null,
                removals.random(count, false),
                removals.curve(byTies),
                removals.curve(between),
                replacement);
    }

    private static int[] vertices(NetworkSnapshot network, List<DisruptionStep> steps) {
        return steps.stream()
                .map(DisruptionStep::removed)
                .filter(Objects::nonNull)
                .mapToInt(network::vertex)
                .toArray();
    }
}
