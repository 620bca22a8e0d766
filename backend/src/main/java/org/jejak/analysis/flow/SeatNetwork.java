package org.jejak.analysis.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.flow.MaximumFlow.Arc;

/**
 * The time-expanded network of a flow: a vertex for every seat of every passing, an arc wherever one passing can hand on
 * what another brought. Time needs no vertices of its own, and waiting is limited from passing to passing.
 */
final class SeatNetwork {

    /** What passes along the passings {@code chain}, one after the other. */
    record Chain(int[] passings, long amount) {}

    private record Seat(
            int passing, @org.jspecify.annotations.Nullable Object who, long holds) {}

    private final List<Seat> seats = new ArrayList<>();
    private final int[] firstSeat;
    private final boolean[] starts;
    private final boolean[] ends;
    private final int[][] followers;

    /**
     * @param holds by passing and seat, in whole units
     * @param followers by passing, those that can hand on what it brings
     */
    SeatNetwork(List<Passing> passings, List<long[]> holds, boolean[] starts, boolean[] ends, int[][] followers) {
        this.firstSeat = new int[passings.size() + 1];
        this.starts = starts;
        this.ends = ends;
        this.followers = followers;
        for (int p = 0; p < passings.size(); p++) {
            firstSeat[p] = seats.size();
            for (int s = 0; s < holds.get(p).length; s++) {
                seats.add(new Seat(p, passings.get(p).seats().get(s).who(), holds.get(p)[s]));
            }
        }
        firstSeat[passings.size()] = seats.size();
    }

    /**
     * @param may whether one passing may follow another, of those that were given as followers
     * @param sameSeat whether somebody can change from one seat to the other
     * @return the flow in parts, no two of which contradict each other in their order
     */
    List<Chain> flow(BiPredicate<Integer, Integer> may, BiPredicate<Object, Object> sameSeat, StopSignal stop) {
        int source = 2 * seats.size();
        int sink = source + 1;
        Map<Arc, Long> capacity = new LinkedHashMap<>();
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            if (!may.test(seat.passing(), seat.passing())) {
                continue;
            }
            capacity.put(new Arc(2 * i, 2 * i + 1), seat.holds());
            if (starts[seat.passing()]) {
                capacity.put(new Arc(source, 2 * i), seat.holds());
            }
            if (ends[seat.passing()]) {
                capacity.put(new Arc(2 * i + 1, sink), seat.holds());
            }
            for (int q : followers[seat.passing()]) {
                for (int j = firstSeat[q]; j < firstSeat[q + 1] && may.test(seat.passing(), q); j++) {
                    if (sameSeat.test(named(i), named(j))) {
                        capacity.put(
                                new Arc(2 * i + 1, 2 * j),
                                Math.min(seat.holds(), seats.get(j).holds()));
                    }
                }
            }
        }
        stop.check();
        var most = MaximumFlow.between(source, sink, capacity, stop);
        Map<Integer, Map<Integer, Long>> carried = new HashMap<>();
        most.flow().forEach((arc, amount) -> {
            if (amount > 0) {
                carried.computeIfAbsent(arc.from(), any -> new TreeMap<>()).put(arc.to(), amount);
            }
        });
        withoutCircles(carried, stop);
        return chains(carried, source, sink);
    }

    private Object named(int seat) {
        Object who = seats.get(seat).who();
        return who == null ? "" : who;
    }

    /** What runs in a circle gets nowhere; without it there is an order in which all can have happened. */
    private void withoutCircles(Map<Integer, Map<Integer, Long>> carried, StopSignal stop) {
        int[] state = new int[2 * seats.size() + 2];
        for (int start = 0; start < state.length; start++) {
            while (state[start] == 0) {
                stop.check();
                int[] circle = circle(carried, start, state);
                if (circle.length > 0) {
                    take(carried, circle, least(carried, circle));
                    // What was left behind the circle is looked at again from its beginning.
                    for (int v = 0; v < state.length; v++) {
                        state[v] = state[v] == 1 ? 0 : state[v];
                    }
                }
            }
        }
    }

    /** The first circle met on from {@code start}, its first vertex again at its end; else none, and all met are done. */
    private static int[] circle(Map<Integer, Map<Integer, Long>> carried, int start, int[] state) {
        int[] path = new int[state.length];
        List<java.util.Iterator<Integer>> open = new ArrayList<>();
        int depth = 0;
        path[0] = start;
        state[start] = 1;
        open.add(next(carried, start));
        while (depth >= 0) {
            if (!open.get(depth).hasNext()) {
                state[path[depth]] = 2;
                open.remove(depth--);
                continue;
            }
            int w = open.get(depth).next();
            if (state[w] == 1) {
                int from = depth;
                while (path[from] != w) {
                    from--;
                }
                int[] circle = Arrays.copyOfRange(path, from, depth + 2);
                circle[circle.length - 1] = w;
                return circle;
            }
            if (state[w] == 0) {
                state[w] = 1;
                path[++depth] = w;
                open.add(next(carried, w));
            }
        }
        return new int[0];
    }

    private static java.util.Iterator<Integer> next(Map<Integer, Map<Integer, Long>> carried, int v) {
        return carried.getOrDefault(v, Map.of()).keySet().iterator();
    }

    private static long least(Map<Integer, Map<Integer, Long>> carried, int[] path) {
        long least = Long.MAX_VALUE;
        for (int i = 1; i < path.length; i++) {
            least = Math.min(least, carried.getOrDefault(path[i - 1], Map.of()).getOrDefault(path[i], 0L));
        }
        return least;
    }

    private static void take(Map<Integer, Map<Integer, Long>> carried, int[] path, long amount) {
        for (int i = 1; i < path.length; i++) {
            int to = path[i];
            carried.getOrDefault(path[i - 1], new TreeMap<>())
                    .computeIfPresent(to, (w, was) -> was == amount ? null : was - amount);
        }
    }

    private List<Chain> chains(Map<Integer, Map<Integer, Long>> carried, int source, int sink) {
        Map<List<Integer>, Long> together = new LinkedHashMap<>();
        int[] path = new int[2 * seats.size() + 2];
        while (!carried.getOrDefault(source, Map.of()).isEmpty()) {
            int length = 0;
            path[length++] = source;
            while (path[length - 1] != sink) {
                path[length] = next(carried, path[length - 1]).next();
                length++;
            }
            int[] found = Arrays.copyOf(path, length);
            long amount = least(carried, found);
            take(carried, found, amount);
            List<Integer> passings = new ArrayList<>();
            for (int i = 1; i < length - 1; i += 2) {
                passings.add(seats.get(found[i] / 2).passing());
            }
            together.merge(passings, amount, Long::sum);
        }
        List<Chain> chains = new ArrayList<>();
        together.forEach((passings, amount) -> chains.add(
                new Chain(passings.stream().mapToInt(Integer::intValue).toArray(), amount)));
        return chains;
    }
}
