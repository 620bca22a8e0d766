package org.jejak.analysis;

/**
 * How a measure is run, as opposed to what it computes: results do not depend on anything in here.
 *
 * @param threads upper bound on threads; the bytes of a result are the same for any number
 */
public record RunControl(StopSignal stop, ProgressListener progress, int threads) {

    /** Never stopped, not watched, all processors. */
    public static final RunControl PLAIN = new RunControl(
            StopSignal.NEVER, ProgressListener.NONE, Runtime.getRuntime().availableProcessors());

    public RunControl {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread");
        }
    }

    public RunControl withThreads(int count) {
        return new RunControl(stop, progress, count);
    }

    /** The same, heard by nobody: for a part of a larger computation that reports its own progress. */
    public RunControl quietly() {
        return new RunControl(stop, ProgressListener.NONE, threads);
    }

    /** For a part of a larger computation: its own progress from 0 to 1 is heard as {@code from} to {@code to}. */
    public RunControl part(double from, double to) {
        return new RunControl(stop, (step, share) -> progress.advanced(step, from + share * (to - from)), threads);
    }
}
