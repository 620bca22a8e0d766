package org.jejak.analysis.disruption;

/**
 * What is left of a network after removals; {@code s} are the sizes of its components.
 *
 * @param fragmentation {@code 1 - Σ s(s-1) / (n'(n'-1))} over the n' who remain, 1 where fewer than two do. Not monotone:
 *     taking away somebody isolated lowers it
 * @param pairsLeft {@code Σ s(s-1) / (n(n-1))} over the n there were before: falls with every removal, so curves are
 *     compared on it
 * @param largestComponentShare of the n there were before
 */
public record Remains(double fragmentation, double pairsLeft, double largestComponentShare) {

    static Remains of(double reachablePairs, int largest, int remaining, int before) {
        double fragmentation = remaining < 2 ? 1 : 1 - reachablePairs / ((double) remaining * (remaining - 1));
        double pairsLeft = before < 2 ? 0 : reachablePairs / ((double) before * (before - 1));
        return new Remains(fragmentation, pairsLeft, before == 0 ? 0 : (double) largest / before);
    }
}
