package org.jejak.analysis.centrality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Sums what many pieces of work add to the same numbers, on several threads, to the same bytes on any number of them.
 * Floating-point addition is not associative, so the pieces are cut without looking at the threads, each sums into an
 * array of its own, and the arrays are added in the order of the pieces. Memory: {@code length} doubles for each thread
 * and each piece that finished before its turn.
 */
final class OrderedSum {

    /** One thread's worker: adds one piece's share. */
    @FunctionalInterface
    interface Worker {
        void add(int piece, double[] sum);
    }

    private final int length;
    private final int pieces;
    private final RunControl control;
    private final String step;
    private final AtomicInteger next = new AtomicInteger();
    private final double[] total;
    private final Map<Integer, double[]> early = new HashMap<>();
    private int merged;
    private double @Nullable [] spare;
    private volatile boolean failed;

    private OrderedSum(int length, int pieces, RunControl control, String step) {
        this.length = length;
        this.pieces = pieces;
        this.control = control;
        this.step = step;
        this.total = new double[length];
    }

    static double[] of(int length, int pieces, RunControl control, String step, Supplier<Worker> workers) {
        OrderedSum sum = new OrderedSum(length, pieces, control, step);
        if (pieces > 0) {
            Workers.run(Math.min(control.threads(), pieces), () -> sum.work(workers));
        }
        return sum.total;
    }

    private void work(Supplier<Worker> workers) {
        try {
            Worker worker = workers.get();
            for (int piece = next.getAndIncrement(); piece < pieces && !failed; piece = next.getAndIncrement()) {
                control.stop().check();
                double[] own = take();
                worker.add(piece, own);
                give(piece, own);
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    private synchronized double[] take() {
        double[] own = spare;
        spare = null;
        if (own == null) {
            return new double[length];
        }
        Arrays.fill(own, 0);
        return own;
    }

    private synchronized void give(int piece, double[] own) {
        early.put(piece, own);
        while (merged < pieces) {
            double[] turn = early.remove(merged);
            if (turn == null) {
                break;
            }
            for (int v = 0; v < length; v++) {
                total[v] += turn[v];
            }
            merged++;
            spare = turn;
        }
        control.progress().advanced(step, (double) merged / pieces);
    }
}
