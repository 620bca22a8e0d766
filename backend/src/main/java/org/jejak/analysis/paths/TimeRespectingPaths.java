package org.jejak.analysis.paths;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import org.jejak.analysis.RunControl;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * <b>Question.</b> By which steps, each after the one before, can money or people have got from one to another?
 *
 * <p><b>Formula.</b> The {@code count} chains that may have arrived first: a step may leave once the one before may have
 * arrived and no more than {@code window} later, nobody is met twice, and what is passed on differs by no more than the
 * share {@code tolerance} from what came. A time known to the day may be any instant of it; a chain counts if some choice of
 * instants fits. Where both say who was on the way, somebody must be on all of it. Equally early ones: fewer steps, then
 * the records' keys.
 *
 * <p><b>Paper.</b> Kempe, Kleinberg and Kumar, <i>Connectivity and inference problems for temporal networks</i>, J. Comput.
 * Syst. Sci. 64 (2002); waiting limited as in Casteigts et al., <i>Finding temporal paths under waiting time
 * constraints</i>, Algorithmica 83 (2021), where paths that meet nobody twice are hard to find, which is why the search
 * has an end and says when it met it.
 *
 * <p><b>Cost.</b> At most 200,000 beginnings are tried, each O(log) and the steps that leave its end; memory as many.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> Steps have a direction; a tie of both is two. Every
 * record is a step of its own. A step to oneself leads nowhere and is passed over.
 *
 * <p><b>Range and scale.</b> At most {@code longest} steps. Amounts of two currencies are never compared, so such steps do
 * not follow each other; where one has no amount, nothing speaks against it.
 *
 * <p><b>When it misleads.</b> That one payment can follow another does not say that it was the same money. Busy accounts
 * give chains by chance: the wider the window and the tolerance, the more. Steps that are inferred are guesses of ours.
 *
 * <pre>
 *   a--1 March-->b--3 March-->c        a to c; not with a window of a day
 *                b--1 February-->c     and never by this
 * </pre>
 *
 * @param tolerance share by which amounts may differ from step to step; 1 for any
 */
public record TimeRespectingPaths(Key from, Key to, int count, int longest, Duration window, double tolerance) {

    private static final int MOST_TRIED = 200_000;

    public TimeRespectingPaths {
        if (count < 1 || longest < 1 || window.isNegative() || !(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("one path of one step or more, a window, and a share from 0 to 1");
        }
    }

    /** A chain from the start to somewhere, by its last step. */
    private record Chain(@Nullable Chain before, TimedStep step, Instant arrives, Set<Key> carried, int length) {

        boolean meets(Key who) {
            for (Chain at = this; at != null; at = at.before) {
                if (at.step.from().equals(who) || at.step.to().equals(who)) {
                    return true;
                }
            }
            return false;
        }

        List<TimedStep> steps() {
            List<TimedStep> steps = new ArrayList<>();
            for (Chain at = this; at != null; at = at.before) {
                steps.addFirst(at.step);
            }
            return steps;
        }

        String records() {
            return steps().stream().map(s -> s.records().toString()).toList().toString();
        }
    }

    private static final Comparator<Chain> ORDER =
            Comparator.comparing(Chain::arrives).thenComparing(Chain::length).thenComparing(Chain::records);

    public TimedPaths on(Collection<TimedStep> steps) {
        return on(steps, RunControl.PLAIN);
    }

    public TimedPaths on(Collection<TimedStep> steps, RunControl control) {
        Map<Key, List<TimedStep>> leaving = leaving(steps);
        PriorityQueue<Chain> open = new PriorityQueue<>(ORDER);
        for (TimedStep first : leaving.getOrDefault(from, List.of())) {
            open.add(new Chain(null, first, first.arrivesFrom(), first.carried(), 1));
        }
        List<TimedPath> found = new ArrayList<>();
        int tried = 0;
        while (!open.isEmpty() && found.size() < count && tried < MOST_TRIED) {
            control.stop().check();
            control.progress().advanced("paths in time", (double) ++tried / MOST_TRIED);
            Chain chain = open.remove();
            if (chain.step().to().equals(to)) {
                found.add(new TimedPath(chain.arrives(), chain.steps()));
                continue;
            }
            if (chain.length() < longest) {
                for (TimedStep next : leaving.getOrDefault(chain.step().to(), List.of())) {
                    Chain longer = follow(chain, next);
                    if (longer != null) {
                        open.add(longer);
                    }
                }
            }
        }
        return new TimedPaths(found, found.size() == count || open.isEmpty());
    }

    private @Nullable Chain follow(Chain chain, TimedStep next) {
        TimedStep last = chain.step();
        Instant earliest = later(chain.arrives(), next.leavesFrom());
        if (!earliest.isBefore(next.leavesUntil())
                || next.leavesFrom().isAfter(last.arrivesUntil().plus(window))
                || chain.meets(next.to())
                || !conserved(last, next)) {
            return null;
        }
        Set<Key> carried = chain.carried();
        if (!carried.isEmpty() && !next.carried().isEmpty()) {
            carried = new HashSet<>(carried);
            carried.retainAll(next.carried());
            if (carried.isEmpty()) {
                return null;
            }
        } else if (carried.isEmpty()) {
            carried = next.carried();
        }
        return new Chain(chain, next, later(earliest, next.arrivesFrom()), Set.copyOf(carried), chain.length() + 1);
    }

    private boolean conserved(TimedStep last, TimedStep next) {
        OptionalDouble came = last.amount();
        OptionalDouble goes = next.amount();
        if (came.isEmpty() || goes.isEmpty()) {
            return true;
        }
        return last.unit().equals(next.unit())
                && (tolerance == 1
                        || Math.abs(goes.getAsDouble() - came.getAsDouble()) <= tolerance * came.getAsDouble());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** By where they leave, only those from whose end the target can be reached at all. */
    private Map<Key, List<TimedStep>> leaving(Collection<TimedStep> steps) {
        Map<Key, List<TimedStep>> arriving = new HashMap<>();
        steps.forEach(step ->
                arriving.computeIfAbsent(step.to(), any -> new ArrayList<>()).add(step));
        Set<Key> useful = new HashSet<>(Set.of(to));
        Deque<Key> waiting = new ArrayDeque<>(useful);
        while (!waiting.isEmpty()) {
            for (TimedStep step : arriving.getOrDefault(waiting.remove(), List.of())) {
                if (useful.add(step.from())) {
                    waiting.add(step.from());
                }
            }
        }
        Map<Key, List<TimedStep>> leaving = new HashMap<>();
        for (TimedStep step : steps) {
            if (useful.contains(step.to()) && !step.from().equals(step.to())) {
                leaving.computeIfAbsent(step.from(), any -> new ArrayList<>()).add(step);
            }
        }
        return leaving;
    }
}
