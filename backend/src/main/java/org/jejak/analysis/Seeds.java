package org.jejak.analysis;

import java.util.Random;

/**
 * Independent random numbers for each run of a computation, made from its one seed and the run's number alone, so that it
 * does not matter which thread takes which run.
 */
public final class Seeds {

    private Seeds() {}

    /** The finaliser of SplitMix64 over seed and number. */
    public static long of(long seed, long run) {
        long z = seed * 0x9E3779B97F4A7C15L + (run + 1) * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public static Random random(long seed, long run) {
        return new Random(of(seed, run));
    }
}
