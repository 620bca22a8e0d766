package org.jejak.analysis.brokerage;

/**
 * Up to which size a broker report is exact, and how near it stays to the truth beyond.
 *
 * @param largestWork actors times ties up to which betweenness and harmonic are computed from everybody
 * @param error largest distance of a sampled betweenness from its true value that is accepted, on the scale on which a
 *     star's centre has 1
 * @param failure chance that any sampled number lies farther off than stated
 * @param pivots from which harmonic is sampled, a multiple of 64
 */
public record Exactness(long largestWork, double error, double failure, int pivots) {

    /** Half a minute of exact work on two processors; beyond that, bounds that a sample of seconds can keep. */
    public static final Exactness USUAL = new Exactness(3_000_000_000L, 0.01, 0.1, 1024);

    boolean isExact(int actors, int ties) {
        return (long) actors * ties <= largestWork;
    }
}
