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
import java.util.Optional;
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
 * <p><b>Range and scale.</b> At most {@code longest} steps. Amounts of two currencies are compared at a recorded rate ({@link
 * Rates}), which is named; without one such steps do not follow each other. Where one has no amount, nothing speaks
 * against it.
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

    /** The last instant of a time is a nanosecond before its end, which is not to make a wait too long. */
    private static final Duration END = Duration.ofNanos(1);

    public TimeRespectingPaths {
        if (count < 1 || longest < 1 || window.isNegative() || !(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("one path of one step or more, a window, and a share from 0 to 1");
        }
    }

    /**
     * A chain from the start to somewhere, by its last step.
     *
     * @param arrives the first instant at which all of it can have been made
     * @param last the last one: a month that follows a day within a week is that week of it
     */
    private record Chain(
            @Nullable Chain before,
            TimedStep step,
            Instant arrives,
            Instant last,
            Set<Key> carried,
            List<Key> rates,
            int length) {

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
        return on(steps, Rates.NONE, control);
    }

    /** @param rates at which amounts of two currencies are compared */
    public TimedPaths on(Collection<TimedStep> steps, Rates rates, RunControl control) {
        Map<Key, List<TimedStep>> leaving = leaving(steps);
        PriorityQueue<Chain> open = new PriorityQueue<>(ORDER);
        for (TimedStep first : leaving.getOrDefault(from, List.of())) {
            Chain begun =
                    reaching(null, first, first.leavesFrom(), lastOf(first.leavesUntil()), first.carried(), List.of());
            if (begun != null) {
                open.add(begun);
            }
        }
        List<TimedPath> found = new ArrayList<>();
        int tried = 0;
        while (!open.isEmpty() && found.size() < count && tried < MOST_TRIED) {
            control.stop().check();
            control.progress().advanced("paths in time", (double) ++tried / MOST_TRIED);
            Chain chain = open.remove();
            if (chain.step().to().equals(to)) {
                found.add(new TimedPath(chain.arrives(), chain.steps(), chain.rates()));
                continue;
            }
            if (chain.length() < longest) {
                for (TimedStep next : leaving.getOrDefault(chain.step().to(), List.of())) {
                    Chain longer = follow(chain, next, rates);
                    if (longer != null) {
                        open.add(longer);
                    }
                }
            }
        }
        return new TimedPaths(found, found.size() == count || open.isEmpty());
    }

    private @Nullable Chain follow(Chain chain, TimedStep next, Rates rates) {
        Instant earliest = later(chain.arrives(), next.leavesFrom());
        Instant latest =
                earlier(lastOf(next.leavesUntil()), chain.last().plus(window).plus(END));
        if (earliest.isAfter(latest) || chain.meets(next.to())) {
            return null;
        }
        Optional<Rates.Exchange> exchange = conserving(chain.step(), next, rates);
        if (exchange.isEmpty()) {
            return null;
        }
        List<Key> used = new ArrayList<>(chain.rates());
        used.addAll(exchange.get().records());
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
        return reaching(chain, next, earliest, latest, Set.copyOf(carried), used);
    }

    /** One step more, left between two instants; null where it cannot have arrived after that. */
    private static @Nullable Chain reaching(
            @Nullable Chain before,
            TimedStep step,
            Instant earliest,
            Instant latest,
            Set<Key> carried,
            List<Key> rates) {
        // Whatever leaves and arrives at one instant brings the limits of its leaving along; a journey may take its
        // time.
        boolean moment = step.leavesFrom().equals(step.arrivesFrom())
                && step.leavesUntil().equals(step.arrivesUntil());
        Instant arrives = later(earliest, step.arrivesFrom());
        Instant last = moment ? latest : lastOf(step.arrivesUntil());
        int length = before == null ? 1 : before.length() + 1;
        return arrives.isAfter(last) ? null : new Chain(before, step, arrives, last, carried, rates, length);
    }

    private static Instant lastOf(Instant until) {
        return until.minus(END);
    }

    /** How what came was exchanged for what goes, if it can be the same; empty if it cannot. */
    private Optional<Rates.Exchange> conserving(TimedStep last, TimedStep next, Rates rates) {
        OptionalDouble came = last.amount();
        OptionalDouble goes = next.amount();
        if (came.isEmpty() || goes.isEmpty()) {
            return Optional.of(Rates.Exchange.SAME);
        }
        return rates.between(last.unit(), next.unit(), next.leavesFrom()).filter(exchange -> {
            double expected = came.getAsDouble() * exchange.factor();
            return tolerance == 1 || Math.abs(goes.getAsDouble() - expected) <= tolerance * expected;
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
