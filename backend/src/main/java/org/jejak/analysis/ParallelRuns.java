package org.jejak.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Numbered<T>> all = new ArrayList<>(count);
        Workers.run(threads, () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && !failed.get(); i = next.getAndIncrement()) {
                    control.stop().check();
                    var answer = new Numbered<>(i, run.apply(i));
                    synchronized (all) {
                        all.add(answer);
                    }
                    control.progress().advanced(step, (double) done.incrementAndGet() / count);
                }
            } catch (RuntimeException | Error e) {
                failed.set(true);
                throw e;
            }
        });
        all.sort(Comparator.comparingInt(Numbered::number));
        return all.stream().map(Numbered::answer).toList();
    }

    private record Numbered<T>(int number, T answer) {}
}
