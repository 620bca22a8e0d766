package org.jejak.analysis.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.flow.MaximumFlow.Arc;
import org.jejak.network.Key;

/**
 * <b>Question.</b> Which fewest ties, or which fewest places and people, does everything run through that gets from some
 * places to others?
 *
 * <p><b>Formula.</b> Maximum flow from all starts together to all ends together, which equals the smallest cut between them.
 * Taking ties each tied pair holds one unit (or one for each record); taking places and people each of them does, and ties
 * hold any amount. Starts, ends and the untouchable hold any amount. Of all smallest cuts the one nearest to the starts is
 * given: it alone is unique.
 *
 * <p><b>Paper.</b> Ford and Fulkerson, <i>Maximal flow through a network</i>, Canadian J. Math. 8 (1956); Menger, <i>Zur
 * allgemeinen Kurventheorie</i>, Fund. Math. 10 (1927), for what is taken from among the vertices; computed
 * after Dinic (1970).
 *
 * <p><b>Cost.</b> O(m √m) with m ties, in practice near to linear; memory O(n + m).
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> A tie with a direction is passed that way only.
 * Parallel ties count one together, or one each where records are counted. Loops do not exist, and whoever has no tie is
 * never part of a cut.
 *
 * <p><b>Range and scale.</b> Whole numbers; 0 where nothing gets through. Where a start is an end, or a way leads past all
 * that may be taken, there is no admissible cut.
 *
 * <p><b>When it misleads.</b> It cuts the ways that were recorded; those who run them know others, and replace what is
 * taken. That few ties carry all may only say that few journeys were seen. A cut is no plan: it does not weigh what closing
 * a way does to the people on it.
 *
 * <pre>
 *   r1--\         /--e1        taking places: t (1)
 *        t---u---              taking ties: t-u (1)
 *   r2--/         \--e2
 * </pre>
 *
 * @param untouchable victims and witnesses, and whatever else must stay
 */
public record Interdiction(Set<Key> starts, Set<Key> ends, Set<Key> untouchable, Taking taking) {

    public Interdiction {
        starts = Set.copyOf(starts);
        ends = Set.copyOf(ends);
        untouchable = Set.copyOf(untouchable);
    }

    public Cut on(Collection<FlowTie> network) {
        return on(network, RunControl.PLAIN);
    }

    public Cut on(Collection<FlowTie> network, RunControl control) {
        Map<Key, Integer> numbers = numbers(network);
        Set<Key> common = new TreeSet<>(starts);
        common.retainAll(ends);
        if (!common.isEmpty()) {
            return new Cut(false, 0, List.of(), List.of(), Set.of());
        }
        int source = 2 * numbers.size();
        int sink = source + 1;
        long unlimited =
                1 + numbers.size() + network.stream().mapToLong(this::weight).sum();
        Map<Arc, Long> capacity = new HashMap<>();
        // Every node is two: what arrives at the first leaves from the second.
        numbers.forEach((key, v) -> capacity.put(
                new Arc(2 * v, 2 * v + 1), taking == Taking.PLACES_AND_PEOPLE && mayGo(key) ? 1 : unlimited));
        Map<Arc, Long> tied = new HashMap<>();
        for (FlowTie tie : network) {
            tied.merge(arc(numbers, tie.from(), tie.to()), weight(tie), this::together);
            if (tie.bothWays()) {
                tied.merge(arc(numbers, tie.to(), tie.from()), weight(tie), this::together);
            }
        }
        tied.forEach((arc, weight) -> capacity.put(arc, taking == Taking.PLACES_AND_PEOPLE ? unlimited : weight));
        ends(starts, numbers).forEach(v -> capacity.put(new Arc(source, 2 * v), unlimited));
        ends(ends, numbers).forEach(v -> capacity.put(new Arc(2 * v + 1, sink), unlimited));
        var most = MaximumFlow.between(source, sink, capacity, control.stop());
        if (most.value() >= unlimited) {
            return new Cut(false, 0, List.of(), List.of(), Set.of());
        }
        return described(network, numbers, most.value(), reached(capacity, most.flow(), source));
    }

    private Cut described(Collection<FlowTie> network, Map<Key, Integer> numbers, long most, Set<Integer> reached) {
        Set<FlowTie> ties = new LinkedHashSet<>();
        for (FlowTie tie : network) {
            boolean along = leaves(numbers, tie.from(), tie.to(), reached);
            boolean against = tie.bothWays() && leaves(numbers, tie.to(), tie.from(), reached);
            if (taking != Taking.PLACES_AND_PEOPLE && (along || against)) {
                ties.add(tie);
            }
        }
        List<Key> nodes = new ArrayList<>();
        Set<Key> side = new TreeSet<>();
        for (Key key : new TreeSet<>(numbers.keySet())) {
            int v = numbers.getOrDefault(key, 0);
            if (reached.contains(2 * v + 1)) {
                side.add(key);
            } else if (reached.contains(2 * v)) {
                nodes.add(key);
            }
        }
        return new Cut(true, most, List.copyOf(ties), nodes, side);
    }

    private boolean mayGo(Key key) {
        return !starts.contains(key) && !ends.contains(key) && !untouchable.contains(key);
    }

    private long weight(FlowTie tie) {
        return taking == Taking.RECORDS ? tie.records().size() : 1;
    }

    private long together(long one, long other) {
        return taking == Taking.RECORDS ? one + other : 1;
    }

    private static Arc arc(Map<Key, Integer> numbers, Key from, Key to) {
        return new Arc(2 * numbers.getOrDefault(from, 0) + 1, 2 * numbers.getOrDefault(to, 0));
    }

    private static boolean leaves(Map<Key, Integer> numbers, Key from, Key to, Set<Integer> reached) {
        Arc arc = arc(numbers, from, to);
        return reached.contains(arc.from()) && !reached.contains(arc.to());
    }

    private static List<Integer> ends(Set<Key> some, Map<Key, Integer> numbers) {
        return some.stream()
                .filter(numbers::containsKey)
                .map(numbers::get)
                .sorted()
                .toList();
    }

    /** By key, so that the same network gives the same numbers. */
    private static Map<Key, Integer> numbers(Collection<FlowTie> network) {
        Set<Key> keys = new TreeSet<>();
        network.forEach(tie -> {
            keys.add(tie.from());
            keys.add(tie.to());
        });
        Map<Key, Integer> numbers = new HashMap<>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }

    /** What more could still get to: along arcs that are not full, and against those that carry something. */
    private static Set<Integer> reached(Map<Arc, Long> capacity, Map<Arc, Long> flow, int source) {
        Map<Integer, List<Integer>> onward = new HashMap<>();
        capacity.forEach((arc, holds) -> {
            long carried = flow.getOrDefault(arc, 0L);
            if (carried < holds) {
                onward.computeIfAbsent(arc.from(), any -> new ArrayList<>()).add(arc.to());
            }
            if (carried > 0) {
                onward.computeIfAbsent(arc.to(), any -> new ArrayList<>()).add(arc.from());
            }
        });
        Set<Integer> reached = new LinkedHashSet<>(List.of(source));
        Deque<Integer> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            for (int next : onward.getOrDefault(waiting.remove(), List.of())) {
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }
}
