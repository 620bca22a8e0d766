package org.jejak.analysis.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** One choice of an instant for each passing, within its span. */
final class Instants {

    private final Spans spans;
    private final Duration window;
    private Instant[] leaves;
    private Instant[] arrives;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();

    private Instants(Spans spans, Duration window, Instant[] leaves, Instant[] arrives) {
        this.spans = spans;
        this.window = window;
        this.leaves = leaves.clone();
        this.arrives = arrives.clone();
        for (int p = 0; p < spans.count(); p++) {
            after.add(new ArrayList<>());
            before.add(new ArrayList<>());
        }
    }

    static Instants earliest(Spans spans, Duration window) {
        return new Instants(spans, window, spans.leavesFrom, spans.arrivesFrom);
    }

    static Instants latest(Spans spans, Duration window) {
        return new Instants(spans, window, spans.leavesLast, spans.arrivesLast);
    }

    /**
     * Instants at which as many of these chains as agree with those before them can all have been. Each chain only says of
     * pairs that one is not before the other and not too long after it: where all such words together can be true, they are
     * true at the earliest instants they allow (Dechter, Meiri and Pearl, <i>Temporal constraint networks</i>, Artificial
     * Intelligence 49, 1991).
     */
    static Instants agreed(Spans spans, Duration window, Collection<SeatNetwork.Chain> chains) {
        var chosen = earliest(spans, window);
        chains.forEach(chain -> chosen.agree(chain.passings()));
        return chosen;
    }

    private void agree(int[] chain) {
        Instant[] leavesBefore = leaves.clone();
        Instant[] arrivesBefore = arrives.clone();
        List<int[]> added = new ArrayList<>();
        Deque<Integer> unsettled = new ArrayDeque<>();
        for (int i = 0; i < chain.length; i++) {
            unsettled.add(chain[i]);
            if (i > 0 && !after.get(chain[i - 1]).contains(chain[i])) {
                after.get(chain[i - 1]).add(chain[i]);
                before.get(chain[i]).add(chain[i - 1]);
                added.add(new int[] {chain[i - 1], chain[i]});
            }
        }
        if (!settle(unsettled)) {
            leaves = leavesBefore;
            arrives = arrivesBefore;
            for (int[] pair : added) {
                after.get(pair[0]).remove(Integer.valueOf(pair[1]));
                before.get(pair[1]).remove(Integer.valueOf(pair[0]));
            }
        }
    }

    /** Moves everything to the earliest instants that keep all words given; false where there are none. */
    private boolean settle(Deque<Integer> unsettled) {
        while (!unsettled.isEmpty()) {
            int p = unsettled.remove();
            arrives[p] = Spans.later(arrives[p], leaves[p]);
            if (spans.isMoment(p)) {
                leaves[p] = arrives[p];
            }
            if (!possible(p)) {
                return false;
            }
            for (int q : after.get(p)) {
                if (leaves[q].isBefore(arrives[p])) {
                    leaves[q] = arrives[p];
                    unsettled.add(q);
                }
                hold(p, q, unsettled);
            }
            for (int earlier : before.get(p)) {
                hold(earlier, p, unsettled);
            }
        }
        return true;
    }

    /** What {@code q} passes on did not come too long before. */
    private void hold(int p, int q, Deque<Integer> unsettled) {
        Instant since = Spans.heldSince(leaves[q], window);
        if (arrives[p].isBefore(since)) {
            arrives[p] = since;
            unsettled.add(p);
        }
    }

    /** Whether what {@code p} brings then, {@code q} can pass on; at one instant either may be the first. */
    boolean follows(int p, int q) {
        return possible(p)
                && possible(q)
                && !arrives[p].isAfter(leaves[q])
                && !arrives[p].isBefore(Spans.heldSince(leaves[q], window));
    }

    boolean possible(int p) {
        return spans.isUseful(p)
                && !arrives[p].isBefore(leaves[p])
                && !leaves[p].isAfter(spans.leavesLast[p])
                && !arrives[p].isAfter(spans.arrivesLast[p]);
    }
}
