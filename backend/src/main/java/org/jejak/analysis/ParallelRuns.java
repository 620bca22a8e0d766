package org.jejak.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many runs of one computation that do not know each other, on several threads, answers in the order of their numbers. */
public final class ParallelRuns {

    private ParallelRuns() {}

    /**
     * @param run gives the answer to one run by its number, from 0; called from several threads
     */
    public static <T> List<T> each(int count, RunControl control, String step, IntFunction<T> run) {
        int threads = Math.max(1, Math.min(control.threads(), count));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        List<List<Numbered<T>>> parts = new ArrayList<>();
        Runnable[] workers = new Runnable[threads];
        for (int t = 0; t < threads; t++) {
            List<Numbered<T>> part = new ArrayList<>();
            parts.add(part);
            workers[t] = () -> {
                try {
                    for (int i = next.getAndIncrement(); i < count && !failed.get(); i = next.getAndIncrement()) {
                        control.stop().check();
                        part.add(new Numbered<>(i, run.apply(i)));
                        control.progress().advanced(step, (double) done.incrementAndGet() / count);
                    }
                } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
            };
        }
        work(workers);
        List<Numbered<T>> all = new ArrayList<>(count);
        parts.forEach(all::addAll);
        all.sort(java.util.Comparator.comparingInt(Numbered::number));
        return all.stream().map(Numbered::answer).toList();
    }

    private record Numbered<T>(int number, T answer) {}

    private static void work(Runnable[] workers) {
        if (workers.length == 1) {
            workers[0].run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers.length - 1,
                Thread.ofPlatform().daemon().name("jejak-runs-", 0).factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int t = 1; t < workers.length; t++) {
                others.add(pool.submit(workers[t]));
            }
            workers[0].run();
            for (Future<?> other : others) {
                await(other);
            }
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureStopped();
        }
    }
}
