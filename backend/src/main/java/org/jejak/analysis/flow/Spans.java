package org.jejak.analysis.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Between which instants each passing may have left and arrived: at first as it was written, then only as far as something
 * can have come from a start by then and get to an end from there.
 */
final class Spans {

    /** The last instant of a time is a nanosecond before its end, which is not to make a wait too long. */
    private static final Duration END = Duration.ofNanos(1);

    /** What has been widened so often may be anywhere in its span: in a circle a short window would widen it for ever. */
    private static final int WIDENINGS = 32;

    private final int count;
    private final boolean[] moment;
    private final boolean[] useless;
    final Instant[] leavesFrom;
    final Instant[] leavesLast;
    final Instant[] arrivesFrom;
    final Instant[] arrivesLast;

    private Spans(int count) {
        this.count = count;
        this.moment = new boolean[count];
        this.useless = new boolean[count];
        this.leavesFrom = new Instant[count];
        this.leavesLast = new Instant[count];
        this.arrivesFrom = new Instant[count];
        this.arrivesLast = new Instant[count];
    }

    static Spans written(List<Passing> passings) {
        var spans = new Spans(passings.size());
        for (int p = 0; p < spans.count; p++) {
            var step = passings.get(p).step();
            spans.moment[p] = step.leavesFrom().equals(step.arrivesFrom())
                    && step.leavesUntil().equals(step.arrivesUntil());
            spans.leavesFrom[p] = step.leavesFrom();
            spans.leavesLast[p] = step.leavesUntil().minus(END);
            spans.arrivesFrom[p] = step.arrivesFrom();
            spans.arrivesLast[p] = step.arrivesUntil().minus(END);
            spans.fit(p);
        }
        return spans;
    }

    /** Nothing arrives before it left; where that cannot be, nothing passed. */
    private void fit(int p) {
        arrivesFrom[p] = later(arrivesFrom[p], leavesFrom[p]);
        leavesLast[p] = earlier(leavesLast[p], arrivesLast[p]);
        if (moment[p]) {
            leavesFrom[p] = arrivesFrom[p];
            arrivesLast[p] = leavesLast[p];
        }
        useless[p] |= leavesFrom[p].isAfter(leavesLast[p]) || arrivesFrom[p].isAfter(arrivesLast[p]);
    }

    int count() {
        return count;
    }

    /** Whether it leaves and arrives at one instant, as money does. */
    boolean isMoment(int p) {
        return moment[p];
    }

    boolean isUseful(int p) {
        return !useless[p];
    }

    /** Whether some choice of instants for these two alone lets {@code q} pass on what {@code p} brings. */
    boolean mayFollow(int p, int q, Duration window) {
        return !useless[p]
                && !useless[q]
                && !arrivesFrom[p].isAfter(leavesLast[q])
                && !leavesFrom[q].isAfter(arrivesLast[p].plus(window).plus(END));
    }

    /** The earliest that may be passed on, in {@code wait} at the most, at {@code leaves}. */
    static Instant heldSince(Instant leaves, Duration wait) {
        return leaves.minus(wait).minus(END);
    }

    /**
     * As far as something can have come from a start and can get to an end. What lies outside of these spans is on no chain,
     * so that no flow is lost with it.
     */
    Spans narrowed(int[][] followers, boolean[] starts, boolean[] ends, Duration window) {
        var fromStart = cameFrom(followers, starts, window);
        return fromStart.getsTo(reversed(followers), ends, window);
    }

    private static int[][] reversed(int[][] followers) {
        List<List<Integer>> before = new ArrayList<>();
        for (int p = 0; p < followers.length; p++) {
            before.add(new ArrayList<>());
        }
        for (int p = 0; p < followers.length; p++) {
            for (int q : followers[p]) {
                before.get(q).add(p);
            }
        }
        return before.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What begins at a start may leave at any of its instants, all else only when something may have come. */
    private Spans cameFrom(int[][] followers, boolean[] starts, Duration window) {
        var reached = new Spans(count);
        int[] widened = new int[count];
        Deque<Integer> waiting = reached.begin(this, starts);
        while (!waiting.isEmpty()) {
            int p = waiting.remove();
            for (int q : followers[p]) {
                if (useless[q] || starts[q]) {
                    continue;
                }
                Instant from = later(leavesFrom[q], reached.arrivesFrom[p]);
                Instant last = earlier(
                        leavesLast[q], reached.arrivesLast[p].plus(window).plus(END));
                if (from.isAfter(last)) {
                    continue;
                }
                boolean anywhere = widened[q] == WIDENINGS;
                if (reached.widen(
                        q,
                        reached.leavesFrom,
                        reached.leavesLast,
                        anywhere ? leavesFrom[q] : from,
                        anywhere ? leavesLast[q] : last)) {
                    widened[q] += anywhere ? 0 : 1;
                    reached.arrivesFrom[q] = moment[q] ? reached.leavesFrom[q] : arrivesFrom[q];
                    reached.arrivesLast[q] = moment[q] ? reached.leavesLast[q] : arrivesLast[q];
                    reached.fit(q);
                    waiting.add(q);
                }
            }
        }
        return reached;
    }

    private Spans getsTo(int[][] before, boolean[] ends, Duration window) {
        var reaching = new Spans(count);
        int[] widened = new int[count];
        Deque<Integer> waiting = reaching.begin(this, ends);
        while (!waiting.isEmpty()) {
            int q = waiting.remove();
            for (int p : before[q]) {
                if (useless[p] || ends[p]) {
                    continue;
                }
                Instant from = later(arrivesFrom[p], heldSince(reaching.leavesFrom[q], window));
                Instant last = earlier(arrivesLast[p], reaching.leavesLast[q]);
                if (from.isAfter(last)) {
                    continue;
                }
                boolean anywhere = widened[p] == WIDENINGS;
                if (reaching.widen(
                        p,
                        reaching.arrivesFrom,
                        reaching.arrivesLast,
                        anywhere ? arrivesFrom[p] : from,
                        anywhere ? arrivesLast[p] : last)) {
                    widened[p] += anywhere ? 0 : 1;
                    reaching.leavesFrom[p] = moment[p] ? reaching.arrivesFrom[p] : leavesFrom[p];
                    reaching.leavesLast[p] = moment[p] ? reaching.arrivesLast[p] : leavesLast[p];
                    reaching.fit(p);
                    waiting.add(p);
                }
            }
        }
        return reaching;
    }

    /** Widens what is known of {@code p}; false where it was that wide already. */
    private boolean widen(int p, Instant[] from, Instant[] last, Instant begins, Instant ends) {
        boolean first = useless[p];
        if (!first && !begins.isBefore(from[p]) && !ends.isAfter(last[p])) {
            return false;
        }
        useless[p] = false;
        from[p] = first ? begins : earlier(from[p], begins);
        last[p] = first ? ends : later(last[p], ends);
        return true;
    }

    /** These alone are useful yet, with the spans they have in {@code all}. */
    private Deque<Integer> begin(Spans all, boolean[] some) {
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int p = 0; p < count; p++) {
            moment[p] = all.moment[p];
            useless[p] = all.useless[p] || !some[p];
            leavesFrom[p] = all.leavesFrom[p];
            leavesLast[p] = all.leavesLast[p];
            arrivesFrom[p] = all.arrivesFrom[p];
            arrivesLast[p] = all.arrivesLast[p];
            if (!useless[p]) {
                waiting.add(p);
            }
        }
        return waiting;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
