package org.jejak.analysis.disruption;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Seeds;
import org.jejak.network.ActorId;

/** Removes people at once: the first of an order, the first two, …; each time heirs are found anew for the whole set. */
final class Removals {

    static final int RANDOM_ORDERS = 200;
    static final int RUNS = 200;

    private final Ground ground;
    private final Heirs heirs;
    private final Replacement replacement;
    private final RunControl control;

    Removals(Ground ground, Replacement replacement, RunControl control) {
        this.ground = ground;
        this.heirs = new Heirs(ground);
        this.replacement = replacement;
        this.control = control;
    }

    List<DisruptionStep> curve(int[] order) {
        List<DisruptionStep> curve = new ArrayList<>();
        for (int k = 1; k <= order.length; k++) {
            control.stop().check();
            int[] set = Arrays.copyOf(order, k);
            int[] heirOf = replacement.isPossible() ? heirs.of(set) : new int[0];
            List<Remains> runs = ParallelRuns.each(
                    replacement.runs(), control.quietly(), "removals", run -> without(ground, set, heirOf, run));
            int last = order[k - 1];
            curve.add(Curve.step(ground.actor(last), runs, leftAlone(ground, last, mask(ground, set))));
        }
        return curve;
    }

    private Remains without(Ground from, int[] set, int[] heirOf, int run) {
        boolean[] removed = mask(from, set);
        IntArrayList more = new IntArrayList();
        for (int i = 0; i < heirOf.length; i++) {
            if (heirOf[i] != Heirs.NOBODY && replacement.happens(run, set[i])) {
                from.inherit(set[i], heirOf[i], removed, more);
            }
        }
        return from.without(removed, more);
    }

    static boolean[] mask(Ground ground, int... set) {
        boolean[] removed = new boolean[ground.n];
        for (int v : set) {
            removed[v] = true;
        }
        return removed;
    }

    /** To whom {@code last} was the last contact; all {@code removed} count, {@code last} among them. */
    static List<ActorId> leftAlone(Ground ground, int last, boolean[] removed) {
        return Arrays.stream(ground.targets, ground.offsets[last], ground.offsets[last + 1])
                .filter(v -> !removed[v])
                .filter(v -> IntStream.range(ground.offsets[v], ground.offsets[v + 1])
                        .allMatch(e -> removed[ground.targets[e]]))
                .mapToObj(ground::actor)
                .toList();
    }

    /**
     * Mean of many orders drawn from the candidates, one run of replacement for each.
     *
     * @param inTurn whether each step's replacement stands before the next removal
     */
    List<DisruptionStep> random(int count, boolean inTurn) {
        List<List<Remains>> orders = ParallelRuns.each(RANDOM_ORDERS, control, "random removals", run -> {
            Random random = Seeds.random(replacement.seed(), -1L - run);
            int[] pool = ground.candidates.clone();
            for (int i = 0; i < count; i++) {
                int j = i + random.nextInt(pool.length - i);
                int swapped = pool[i];
                pool[i] = pool[j];
                pool[j] = swapped;
            }
            int[] order = Arrays.copyOf(pool, count);
            return inTurn ? inTurn(order, run) : atOnce(order, run);
        });
        return IntStream.range(0, count)
                .mapToObj(k -> Curve.step(
                        null, orders.stream().map(left -> left.get(k)).toList(), List.of()))
                .toList();
    }

    private List<Remains> atOnce(int[] order, int run) {
        Heirs own = new Heirs(ground);
        List<Remains> left = new ArrayList<>();
        for (int k = 1; k <= order.length; k++) {
            int[] set = Arrays.copyOf(order, k);
            left.add(without(ground, set, replacement.isPossible() ? own.of(set) : new int[0], run));
        }
        return left;
    }

    private List<Remains> inTurn(int[] order, int run) {
        Heirs own = new Heirs(ground);
        boolean[] removed = new boolean[ground.n];
        boolean[] taken = new boolean[ground.n];
        IntArrayList more = new IntArrayList();
        List<Remains> left = new ArrayList<>();
        for (int v : order) {
            removed[v] = true;
            taken[v] = true;
            int heir = replacement.isPossible() ? own.of(v, taken) : Heirs.NOBODY;
            if (heir != Heirs.NOBODY) {
                taken[heir] = true;
                if (replacement.happens(run, v)) {
                    ground.inherit(v, heir, removed, more);
                }
            }
            left.add(ground.without(removed, more));
        }
        return left;
    }
}
