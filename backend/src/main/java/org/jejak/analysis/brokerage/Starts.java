package org.jejak.analysis.brokerage;

import java.util.Arrays;
import java.util.Random;
import org.jejak.analysis.Seeds;

/**
 * From whom the shortest ways through somebody are searched: from everybody who reaches them, or from some, each of whom
 * stands for as many as it was drawn from.
 */
final class Starts {

    private final int[] actors;
    private final double[] weights;
    private final boolean all;

    private Starts(int[] actors, double[] weights, boolean all) {
        this.actors = actors;
        this.weights = weights;
        this.all = all;
    }

    /**
     * At most {@code most}: half of them contacts, a quarter contacts of these, a quarter everybody else. The nearer, the more
     * of somebody's ways go through, and few hold most of it. What one layer does not need, the farther ones have.
     */
    static Starts of(ThroughOne through, int most, long seed) {
        int[][] layers = {through.at(1, 1), through.at(2, 2), through.at(3, Integer.MAX_VALUE)};
        int everybody = Arrays.stream(layers).mapToInt(layer -> layer.length).sum();
        int[] actors = new int[Math.min(most, everybody)];
        double[] weights = new double[actors.length];
        int filled = 0;
        int behind = everybody;
        for (int i = 0; i < layers.length; i++) {
            int[] layer = layers[i];
            behind -= layer.length;
            int left = actors.length - filled;
            int wanted = Math.min(layer.length, i == layers.length - 1 ? left : Math.max(left / 2, left - behind));
            draw(layer, wanted, Seeds.random(seed, i));
            System.arraycopy(layer, 0, actors, filled, wanted);
            if (wanted > 0) {
                Arrays.fill(weights, filled, filled + wanted, (double) layer.length / wanted);
            }
            filled += wanted;
        }
        return new Starts(actors, weights, actors.length == everybody);
    }

    /** Brings {@code wanted} of them, drawn with equal chances, to the front; leaves their order where all are wanted. */
    private static void draw(int[] from, int wanted, Random random) {
        for (int i = 0; i < wanted && wanted < from.length; i++) {
            int j = i + random.nextInt(from.length - i);
            int drawn = from[j];
            from[j] = from[i];
            from[i] = drawn;
        }
    }

    int count() {
        return actors.length;
    }

    int actor(int i) {
        return actors[i];
    }

    double weight(int i) {
        return weights[i];
    }

    boolean areAll() {
        return all;
    }
}
