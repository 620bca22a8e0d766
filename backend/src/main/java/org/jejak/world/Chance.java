package org.jejak.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One stream of chance. Every part of a world draws from its own, derived from the seed and the part's name, so that
 * changing one part (say, who colludes) leaves the others as they were. Only {@link SplittableRandom#nextLong} and
 * {@link StrictMath} are used: their results are the same on every machine and JDK.
 */
final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    static Chance of(long seed, String part, int index) {
        long h = seed;
        for (int i = 0; i < part.length(); i++) {
            h = mixed(h ^ part.charAt(i));
        }
        return new Chance(mixed(h ^ index));
    }

    /** The finaliser of MurmurHash3, 64 bits. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    /** Uniform over {@code 0 … bound-1}. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(random.nextLong(), bound);
    }

    /** Uniform over {@code least … most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Uniform over [0, 1). */
    double share() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** How many, when {@code mean} are to be expected and each comes for itself (Poisson). */
    int count(double mean) {
        if (mean > 30) {
            return count(mean / 2) + count(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        int n = 0;
        for (double p = share(); p > limit; p *= share()) {
            n++;
        }
        return n;
    }

    /** A personal tendency of mean 1 whose spread is that of a gamma distribution of this whole-numbered shape. */
    double tendency(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(1 - share());
        }
        return sum / shape;
    }
}
