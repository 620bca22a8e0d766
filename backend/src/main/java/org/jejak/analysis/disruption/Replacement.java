package org.jejak.analysis.disruption;

import org.jejak.analysis.Seeds;

/**
 * With which chance a removed person's ties are taken over. Each person's luck in each run follows from the seed alone, so
 * that all curves meet the same luck.
 */
record Replacement(double chance, long seed) {

    Replacement {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance lies between 0 and 1, not at " + chance);
        }
    }

    boolean isPossible() {
        return chance > 0;
    }

    /** One where nothing is left to luck. */
    int runs() {
        return chance > 0 && chance < 1 ? Removals.RUNS : 1;
    }

    boolean happens(int run, int v) {
        return Seeds.random(Seeds.of(seed, run), v).nextDouble() < chance;
    }
}
