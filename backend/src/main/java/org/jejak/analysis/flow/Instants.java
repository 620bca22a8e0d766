package org.jejak.analysis.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One choice of an instant for each passing, within the times that were written. */
final class Instants {

    private final List<Passing> passings;
    private final Instant[] leaves;
    private final Instant[] arrives;

    private Instants(List<Passing> passings) {
        this.passings = passings;
        this.leaves = new Instant[passings.size()];
        this.arrives = new Instant[passings.size()];
    }

    /** Everything as early as it may have been. */
    static Instants earliest(List<Passing> passings) {
        var chosen = new Instants(passings);
        for (int p = 0; p < passings.size(); p++) {
            var step = passings.get(p).step();
            chosen.leaves[p] = step.leavesFrom();
            chosen.arrives[p] = later(step.arrivesFrom(), step.leavesFrom());
        }
        return chosen;
    }

    static Instants latest(List<Passing> passings) {
        var chosen = new Instants(passings);
        for (int p = 0; p < passings.size(); p++) {
            var step = passings.get(p).step();
            chosen.arrives[p] = last(step.arrivesUntil());
            chosen.leaves[p] = earlier(last(step.leavesUntil()), chosen.arrives[p]);
        }
        return chosen;
    }

    /** As early as the steps before allow, along chains that are wanted. */
    static Instants after(List<Passing> passings, List<int[]> chains) {
        var chosen = earliest(passings);
        boolean moved = true;
        for (int round = 0; moved && round <= passings.size(); round++) {
            moved = false;
            for (int[] chain : chains) {
                for (int i = 1; i < chain.length; i++) {
                    int q = chain[i];
                    var step = passings.get(q).step();
                    Instant wanted =
                            earlier(later(chosen.leaves[q], chosen.arrives[chain[i - 1]]), last(step.leavesUntil()));
                    moved |= !wanted.equals(chosen.leaves[q]);
                    chosen.leaves[q] = wanted;
                    chosen.arrives[q] = step.arrivesFrom().equals(step.leavesFrom())
                                    && step.arrivesUntil().equals(step.leavesUntil())
                            ? wanted
                            : earlier(later(chosen.arrives[q], wanted), last(step.arrivesUntil()));
                }
            }
        }
        return chosen;
    }

    /** As late as the steps after allow, along chains that are wanted. */
    static Instants before(List<Passing> passings, List<int[]> chains) {
        return before(passings, chains, latest(passings));
    }

    /** The last of each chain as early as it can come, all others as late as that allows: nothing waits longer than it must. */
    static Instants tight(List<Passing> passings, List<int[]> chains) {
        var early = after(passings, chains);
        var chosen = latest(passings);
        for (int[] chain : chains) {
            int end = chain[chain.length - 1];
            chosen.leaves[end] = early.leaves[end];
            chosen.arrives[end] = early.arrives[end];
        }
        return before(passings, chains, chosen);
    }

    private static Instants before(List<Passing> passings, List<int[]> chains, Instants chosen) {
        boolean moved = true;
        for (int round = 0; moved && round <= passings.size(); round++) {
            moved = false;
            for (int[] chain : chains) {
                for (int i = chain.length - 2; i >= 0; i--) {
                    int p = chain[i];
                    var step = passings.get(p).step();
                    Instant wanted = later(earlier(chosen.arrives[p], chosen.leaves[chain[i + 1]]), step.arrivesFrom());
                    moved |= !wanted.equals(chosen.arrives[p]);
                    chosen.arrives[p] = wanted;
                    chosen.leaves[p] = later(earlier(chosen.leaves[p], wanted), step.leavesFrom());
                }
            }
        }
        return chosen;
    }

    /**
     * Whether what {@code p} brings then, {@code q} can pass on; at one instant either may be the first. The last instant of a
     * time is a nanosecond before its end, which is not to make a wait too long.
     */
    boolean follows(int p, int q, Duration window) {
        return possible(p)
                && possible(q)
                && !arrives[p].isAfter(leaves[q])
                && !leaves[q].isAfter(arrives[p].plus(window).plusNanos(1));
    }

    /** Nothing arrives before it left; where the records say so, nothing fits. */
    boolean possible(int p) {
        return !arrives[p].isBefore(leaves[p]);
    }

    private static Instant last(Instant until) {
        return until.minusNanos(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
