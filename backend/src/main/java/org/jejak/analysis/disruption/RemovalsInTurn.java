package org.jejak.analysis.disruption;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;

/**
 * Removes people one after the other, each chosen in the network as it is once those before them may have been replaced.
 * One plan is carried out in many futures, which differ in who was replaced: each next one is who scores best on average
 * over all of them. Heirs are found in the network as it was, nobody inherits twice, and what was inherited is not handed
 * on a second time.
 */
final class RemovalsInTurn {

    /** Judges everybody in one future; the candidate with the lowest mean goes next, ties by id. */
    @FunctionalInterface
    interface Choice {
        double[] of(Ground.Left left, boolean[] removed);
    }

    /** What is so in several runs at once. */
    private record Future(IntArrayList more, int[] runs) {}

    private final Ground ground;
    private final Replacement replacement;
    private final RunControl control;

    RemovalsInTurn(Ground ground, Replacement replacement, RunControl control) {
        this.ground = ground;
        this.replacement = replacement;
        this.control = control;
    }

    List<DisruptionStep> curve(int count, Choice choice) {
        Heirs heirs = new Heirs(ground);
        boolean[] removed = new boolean[ground.n];
        boolean[] taken = new boolean[ground.n];
        List<Future> futures = List.of(new Future(
                new IntArrayList(), IntStream.range(0, replacement.runs()).toArray()));
        List<DisruptionStep> curve = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int v = next(futures, removed, choice);
            removed[v] = true;
            taken[v] = true;
            int heir = replacement.isPossible() ? heirs.of(v, taken) : Heirs.NOBODY;
            if (heir != Heirs.NOBODY) {
                taken[heir] = true;
                futures = parted(futures, v, heir, removed);
            }
            curve.add(Curve.step(ground.actor(v), remains(futures, removed), Removals.leftAlone(ground, v, removed)));
        }
        return curve;
    }

    private int next(List<Future> futures, boolean[] removed, Choice choice) {
        List<double[]> scores = ParallelRuns.each(
                futures.size(),
                control.quietly(),
                "removals",
                f -> choice.of(ground.left(removed, futures.get(f).more), removed));
        double[] mean = new double[ground.n];
        for (int f = 0; f < scores.size(); f++) {
            for (int v = 0; v < mean.length; v++) {
                mean[v] += scores.get(f)[v] * futures.get(f).runs.length;
            }
        }
        int best = -1;
        for (int v : ground.candidates) {
            if (!removed[v] && (best < 0 || mean[v] < mean[best])) {
                best = v;
            }
        }
        return best;
    }

    /** Those in which {@code v} is replaced, and those in which not. */
    private List<Future> parted(List<Future> futures, int v, int heir, boolean[] removed) {
        List<Future> parted = new ArrayList<>();
        for (Future future : futures) {
            int[] with = Arrays.stream(future.runs)
                    .filter(run -> replacement.happens(run, v))
                    .toArray();
            int[] without = Arrays.stream(future.runs)
                    .filter(run -> !replacement.happens(run, v))
                    .toArray();
            if (without.length > 0) {
                parted.add(new Future(future.more, without));
            }
            if (with.length > 0) {
                IntArrayList more = future.more.clone();
                ground.inherit(v, heir, removed, more);
                parted.add(new Future(more, with));
            }
        }
        return parted;
    }

    private List<Remains> remains(List<Future> futures, boolean[] removed) {
        List<Remains> runs = new ArrayList<>();
        for (Future future : futures) {
            Remains left = ground.without(removed, future.more);
            for (int run = 0; run < future.runs.length; run++) {
                runs.add(left);
            }
        }
        return runs;
    }
}
