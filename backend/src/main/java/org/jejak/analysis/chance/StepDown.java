package org.jejak.analysis.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Of several people who all look involved because they are always on together, who leads, whom does the leader explain,
 * and whom can the records not tell apart?
 *
 * <p>For two people the p of each <em>given the other's presence</em> is asked both ways. The leader has the smallest p,
 * unless somebody keeps their signal given the leader while the leader loses theirs given them. Then, of each other
 * suspect: both lose it: inseparable, one group; only they lose it: explained by the leader; they keep it: a signal of
 * their own, and the question starts again among those. An adjusted p is never smaller than the p it replaces, so what
 * was super-uniform stays so.
 *
 * <p>Cost: two conditional p for each leader and other suspect. Conditioning on <em>every</em> colleague instead loses
 * most of the power; conditioning one way alone names the partner of a colluder.
 *
 * @param enters only who has at most this p is asked
 * @param keeps a conditional p at most this is a signal kept
 */
public record StepDown(double enters, double keeps) {

    public static final StepDown USUAL = new StepDown(0.01, 0.01);

    /** The p of one person given another's presence, by their places in the list. */
    @FunctionalInterface
    public interface Conditional {
        double given(int person, int other);
    }

    /**
     * @param p adjusted, one for each person
     * @param group for each person the persons the records cannot tell from them, themselves included, ascending
     * @param conditionedOn for each person the leaders they were measured against, in that order
     * @param leaders who led a round, in that order
     */
    public record Outcome(
            double[] p, List<List<Integer>> group, List<List<Integer>> conditionedOn, List<Integer> leaders) {}

    /** People in the order of their ids, which breaks ties. */
    public Outcome on(double[] exact, Conditional conditional) {
        double[] p = exact.clone();
        var group = new ArrayList<List<Integer>>();
        var conditionedOn = new ArrayList<List<Integer>>();
        for (int i = 0; i < p.length; i++) {
            group.add(List.of(i));
            conditionedOn.add(new ArrayList<>());
        }
        var leaders = new ArrayList<Integer>();
        var suspects = new ArrayList<Integer>();
        for (int i = 0; i < p.length; i++) {
            if (p[i] <= enters) {
                suspects.add(i);
            }
        }
        while (!suspects.isEmpty()) {
            int leader = leaderOf(suspects, p, conditional);
            leaders.add(leader);
            var inseparable = new ArrayList<>(List.of(leader));
            var own = new ArrayList<Integer>();
            for (int other : suspects) {
                if (other == leader) {
                    continue;
                }
                double otherGivenLeader = conditional.given(other, leader);
                conditionedOn.get(other).add(leader);
                if (otherGivenLeader > keeps && conditional.given(leader, other) > keeps) {
                    inseparable.add(other);
                } else {
                    p[other] = Math.max(p[other], otherGivenLeader);
                    if (otherGivenLeader <= keeps) {
                        own.add(other);
                    }
                }
            }
            inseparable.sort(null);
            inseparable.forEach(i -> group.set(i, List.copyOf(inseparable)));
            suspects = own;
        }
        conditionedOn.replaceAll(List::copyOf);
        return new Outcome(p, List.copyOf(group), List.copyOf(conditionedOn), List.copyOf(leaders));
    }

    private int leaderOf(List<Integer> suspects, double[] p, Conditional conditional) {
        int first = smallest(suspects, p);
        var stronger = suspects.stream()
                .filter(c -> c != first && conditional.given(first, c) > keeps && conditional.given(c, first) <= keeps)
                .toList();
        return stronger.isEmpty() ? first : smallest(stronger, p);
    }

    private static int smallest(List<Integer> people, double[] p) {
        int best = people.get(0);
        for (int i : people) {
            if (p[i] < p[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Whether anybody is asked at all. */
    public boolean asksAnybody(double[] exact) {
        return Arrays.stream(exact).anyMatch(v -> v <= enters);
    }
}
