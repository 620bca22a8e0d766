package org.jejak.analysis.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;

/**
 * <b>Question.</b> How much money, or how many people, can at most have got from some to others, each step after the one
 * before, and which records carry it?
 *
 * <p><b>Formula.</b> Maximum flow where every record passes on at most its amount (a movement its heads), and what a record
 * brought to somebody may leave with another record of theirs that comes after it and no more than {@code window} later.
 * Amounts may be split and put together; nothing is added on the way. A time known to the day may be any instant of it:
 * {@code atMost} asks of each two records alone whether some instants fit that something can have come from the start and can
 * get to the end at; {@code atLeast} asks it of all records together, for the best of four choices of instants (all early, all
 * late, and two at which as many of the chains found agree as can). The truth lies between, and is both wherever no two times
 * overlap in part and no wait is as long as the window. A person named on two movements can go on from one to the
 * other, another named person cannot take that seat; the unnamed go on as unnamed, and {@code atMost} lets them be anybody.
 *
 * <p><b>Paper.</b> Ford and Fulkerson, <i>Constructing maximal dynamic flows from static flows</i>, Operations Research 6
 * (1958), for the network spread out over time; Akrida et al., <i>Temporal flows in temporal networks</i>, J. Comput. Syst.
 * Sci. 103 (2019), for ties that exist at instants; waiting limited as in {@link org.jejak.analysis.paths.TimeRespectingPaths}.
 * Computed after Dinic (1970).
 *
 * <p><b>Cost.</b> Five maximum flows over k records on some way and a pairs of them that can follow each other: at worst O(k² a)
 * each, in practice nearer to a. Memory O(k + a); a is at worst k², and more than {@value #MOST_PAIRS} are refused.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Records have a direction. Each is a step of its own.
 * A payment of a shared account may be any holder's, but in all it passes no more than its amount. A step to oneself passes
 * nothing. Between nobody nothing flows.
 *
 * <p><b>Range and scale.</b> From 0, in the unit of the records, one answer for each currency: amounts of two currencies are
 * never added, and what was exchanged on the way is not followed. Records without an amount are counted apart. Somebody who
 * went twice counts twice.
 *
 * <p><b>When it misleads.</b> It says what can have passed, not what did: a busy account that takes in and pays out as much
 * would carry the whole of it although no coin was the same. The wider the window, the more. What was paid in cash is not in
 * it, unless inferred, and then it is a guess of ours that carries no more than the payment it was inferred from.
 *
 * <pre>
 *   a --100, 1 March--> b --60, 2 March--> d        a to d: 60 + 30 = 90;
 *                       b --30, 3 March--> d        were the 60 paid on 1 February: 30
 * </pre>
 */
public record GreatestFlow(Set<Key> from, Set<Key> to, Duration window) {

    static final int MOST_PAIRS = 400_000;
    private static final int NARROWINGS = 3;

    public GreatestFlow {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        if (from.isEmpty() || to.isEmpty() || from.stream().anyMatch(to::contains) || window.isNegative()) {
            throw new IllegalArgumentException("some to start from, others to end at, and a window");
        }
    }

    public TimedFlow on(Collection<TimedStep> steps) {
        return on(steps, RunControl.PLAIN);
    }

    /** @throws IllegalArgumentException if more records could follow each other than can be asked */
    public TimedFlow on(Collection<TimedStep> steps, RunControl control) {
        Map<String, List<TimedStep>> byUnit = new TreeMap<>();
        int uncounted = 0;
        for (TimedStep step : steps) {
            String unit = Passing.unit(step);
            if (unit.isEmpty()) {
                uncounted++;
            } else if (!step.from().equals(step.to())) {
                byUnit.computeIfAbsent(unit, any -> new ArrayList<>()).add(step);
            }
        }
        List<UnitFlow> flows = new ArrayList<>();
        int done = 0;
        for (var ofUnit : byUnit.entrySet()) {
            flow(ofUnit.getKey(), useful(Passing.of(ofUnit.getValue())), control)
                    .ifPresent(flows::add);
            control.progress().advanced("flow in time", (double) ++done / byUnit.size());
        }
        return new TimedFlow(flows, uncounted);
    }

    private Optional<UnitFlow> flow(String unit, List<Passing> passings, RunControl control) {
        int decimals = decimals(passings);
        List<long[]> holds = passings.stream()
                .map(p -> p.seats().stream()
                        .mapToLong(s -> s.holds().movePointRight(decimals).longValue())
                        .toArray())
                .toList();
        boolean[] starts = new boolean[passings.size()];
        boolean[] ends = new boolean[passings.size()];
        for (int p = 0; p < starts.length; p++) {
            starts[p] = passings.get(p).mayGive(from);
            ends[p] = passings.get(p).mayTake(to);
        }
        var written = Spans.written(passings);
        int[][] followers = followers(passings, written, control);
        var spans = narrowest(written, followers, starts, ends);
        var network = new SeatNetwork(passings, holds, starts, ends, followers);
        // Whoever is not named may be anybody, for all that can be said against it.
        var most = network.flow(
                (p, q) -> p.equals(q) ? spans.isUseful(p) : spans.mayFollow(p, q, window),
                (one, other) -> one.equals(other) || one.equals("") || other.equals(""),
                control.stop());
        if (most.isEmpty()) {
            return Optional.empty();
        }
        List<SeatNetwork.Chain> best = List.of();
        for (Instants chosen : List.of(
                Instants.earliest(spans, window),
                Instants.latest(spans, window),
                Instants.agreed(spans, window, largestFirst(most)))) {
            best = better(best, network, chosen, control);
        }
        List<SeatNetwork.Chain> first = new ArrayList<>(largestFirst(best));
        first.addAll(largestFirst(most));
        best = better(best, network, Instants.agreed(spans, window, first), control);
        return Optional.of(described(unit, passings, decimals, sum(most), best));
    }

    private static List<SeatNetwork.Chain> better(
            List<SeatNetwork.Chain> best, SeatNetwork network, Instants chosen, RunControl control) {
        var found = network.flow(
                (p, q) -> p.equals(q) ? chosen.possible(p) : chosen.follows(p, q), Object::equals, control.stop());
        return sum(found) > sum(best) ? found : best;
    }

    private static List<SeatNetwork.Chain> largestFirst(List<SeatNetwork.Chain> chains) {
        return chains.stream()
                .sorted(Comparator.comparingLong(SeatNetwork.Chain::amount).reversed())
                .toList();
    }

    /** What cannot be on any chain is left out, which may leave out more. */
    private Spans narrowest(Spans written, int[][] followers, boolean[] starts, boolean[] ends) {
        var spans = written;
        for (int round = 0; round < NARROWINGS; round++) {
            spans = spans.narrowed(following(followers, spans), starts, ends, window);
        }
        return spans;
    }

    private int[][] following(int[][] followers, Spans spans) {
        int[][] left = new int[followers.length][];
        for (int p = 0; p < left.length; p++) {
            int from = p;
            left[p] = Arrays.stream(followers[p])
                    .filter(q -> spans.mayFollow(from, q, window))
                    .toArray();
        }
        return left;
    }

    private static long sum(List<SeatNetwork.Chain> chains) {
        return chains.stream().mapToLong(SeatNetwork.Chain::amount).sum();
    }

    /** As many as the amounts have, but so few that all of them together are exact whole numbers. */
    private static int decimals(List<Passing> passings) {
        BigDecimal all = BigDecimal.ONE;
        int decimals = 0;
        for (Passing passing : passings) {
            for (Passing.Seat seat : passing.seats()) {
                all = all.add(seat.holds());
                decimals = Math.max(decimals, seat.holds().stripTrailingZeros().scale());
            }
        }
        while (all.movePointRight(decimals).setScale(0, RoundingMode.UP).compareTo(BigDecimal.valueOf(MaximumFlow.MOST))
                > 0) {
            decimals--;
        }
        return decimals;
    }

    /** Those between the start and the end, whatever the time. */
    private List<Passing> useful(List<Passing> passings) {
        Set<Key> reached = closed(from, passings, true);
        Set<Key> reaching = closed(to, passings, false);
        return passings.stream()
                .filter(p -> p.mayGive(reached) && p.mayTake(reaching))
                .filter(p -> !from.containsAll(p.takers()) && !to.containsAll(p.givers()))
                .toList();
    }

    private static Set<Key> closed(Set<Key> begin, List<Passing> passings, boolean forward) {
        Map<Key, List<Passing>> leaving = new HashMap<>();
        for (Passing passing : passings) {
            (forward ? passing.givers() : passing.takers())
                    .forEach(key -> leaving.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(passing));
        }
        Set<Key> closed = new HashSet<>(begin);
        List<Key> waiting = new ArrayList<>(new TreeSet<>(begin));
        while (!waiting.isEmpty()) {
            for (Passing passing : leaving.getOrDefault(waiting.removeLast(), List.of())) {
                for (Key next : forward ? passing.takers() : passing.givers()) {
                    if (closed.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        return closed;
    }

    private int[][] followers(List<Passing> passings, Spans written, RunControl control) {
        Map<Key, List<Integer>> leaving = new HashMap<>();
        for (int q = 0; q < passings.size(); q++) {
            for (Key giver : passings.get(q).givers()) {
                if (!isEnd(giver)) {
                    leaving.computeIfAbsent(giver, any -> new ArrayList<>()).add(q);
                }
            }
        }
        int[][] followers = new int[passings.size()][];
        long pairs = 0;
        for (int p = 0; p < followers.length; p++) {
            control.stop().check();
            Set<Integer> after = new TreeSet<>();
            for (Key taker : passings.get(p).takers()) {
                for (int q : leaving.getOrDefault(taker, List.of())) {
                    if (q != p && written.mayFollow(p, q, window)) {
                        after.add(q);
                    }
                }
            }
            followers[p] = after.stream().mapToInt(Integer::intValue).toArray();
            pairs += (long) after.size() * passings.get(p).seats().size();
            if (pairs > MOST_PAIRS) {
                throw new IllegalArgumentException(
                        "too many records may follow each other: ask for a shorter window or an earlier date");
            }
        }
        return followers;
    }

    private boolean isEnd(Key holder) {
        return from.contains(holder) || to.contains(holder);
    }

    private UnitFlow described(
            String unit, List<Passing> passings, int decimals, long most, List<SeatNetwork.Chain> chains) {
        List<FlowWay> ways = new ArrayList<>();
        for (SeatNetwork.Chain chain : chains) {
            ways.add(way(passings, chain, amount(chain.amount(), decimals)));
        }
        ways.sort(Comparator.comparing(FlowWay::amount)
                .reversed()
                .thenComparing(way -> way.steps().toString()));
        return new UnitFlow(unit, amount(sum(chains), decimals), amount(most, decimals), carriers(ways), ways);
    }

    private static BigDecimal amount(long units, int decimals) {
        var exact = BigDecimal.valueOf(units).movePointLeft(decimals).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private FlowWay way(List<Passing> passings, SeatNetwork.Chain chain, BigDecimal amount) {
        int[] along = chain.passings();
        Set<Key> both = new HashSet<>(from);
        both.addAll(to);
        List<TimedStep> steps = new ArrayList<>();
        Key holder = first(passings.get(along[0]).givers(), from);
        for (int i = 0; i < along.length; i++) {
            Passing passing = passings.get(along[i]);
            Key next = i + 1 < along.length
                    ? passing.holderBetween(passings.get(along[i + 1]), both).orElseThrow()
                    : first(passing.takers(), to);
            steps.add(passing.passed(holder, next, amount));
            holder = next;
        }
        return new FlowWay(amount, steps);
    }

    private static Key first(Set<Key> some, Set<Key> among) {
        return some.stream().filter(among::contains).findFirst().orElseThrow();
    }

    /** What each step carries on all ways together. */
    private static List<TimedStep> carriers(List<FlowWay> ways) {
        record Same(Key from, Key to, List<Key> records, java.time.Instant leaves) {}
        Map<Same, List<TimedStep>> same = new LinkedHashMap<>();
        ways.forEach(way -> way.steps()
                .forEach(step -> same.computeIfAbsent(
                                new Same(step.from(), step.to(), step.records(), step.leavesFrom()),
                                any -> new ArrayList<>())
                        .add(step)));
        return same.values().stream()
                .map(steps -> steps.getFirst()
                        .carrying(steps.stream()
                                .map(s -> BigDecimal.valueOf(s.amount().orElse(0)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .sorted(Comparator.comparing(TimedStep::leavesFrom)
                        .thenComparing(s -> s.records().toString()))
                .toList();
    }
}
