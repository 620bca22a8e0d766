package org.jejak.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work done by several threads side by side, the caller's among them. */
public final class Workers {

    private Workers() {}

    /**
     * Runs {@code work} once on each thread and returns when all are through. What one of them throws is thrown here; it is
     * for the work itself to see that the others then end too.
     *
     * @param threads at least 1
     * @throws MeasureStopped if the caller is interrupted while waiting
     */
    public static void run(int threads, Runnable work) {
        if (threads == 1) {
            work.run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads - 1,
                Thread.ofPlatform().daemon().name("jejak-measure-", 0).factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int t = 1; t < threads; t++) {
                others.add(pool.submit(work));
            }
            work.run();
            others.forEach(Workers::await);
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
