package org.jejak.analysis.chance;

import java.util.Random;

/** Random draws the JDK has no method for, seeded. */
final class Draws {

    private Draws() {}

    static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }

    /** Shape {@code shape}, scale 1: Marsaglia and Tsang 2000. */
    static double gamma(Random random, double shape) {
        double d = Math.max(shape, 1) - 1 / 3.0;
        double boost = shape < 1 ? Math.pow(random.nextDouble(), 1 / shape) : 1;
        if (shape < 1) {
            d = shape + 1 - 1 / 3.0;
        }
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v * boost;
            }
        }
    }
}
