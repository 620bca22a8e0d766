package org.jejak.analysis.brokerage;

import java.util.Optional;

/**
 * How sure a broker report is to be, and on which assumptions.
 *
 * @param nullModel empty for the one that fits the network
 * @param missingShare share of records assumed to be missing at random
 */
public record Sureness(Depth depth, Optional<NullModel> nullModel, double missingShare) {

    /** What is asked unless told otherwise. */
    public static final Sureness USUAL = new Sureness(Depth.QUICK, Optional.empty(), 0.1);

    /** Actors times ties up to which three hundred rounds of betweenness take a minute or two on two processors. */
    private static final long QUICK = 150_000_000;

    public Sureness {
        if (!(missingShare > 0 && missingShare < 1)) {
            throw new IllegalArgumentException("a share between 0 and 1 is missing, not " + missingShare);
        }
    }

    public Sureness depth(Depth wanted) {
        return new Sureness(wanted, nullModel, missingShare);
    }

    boolean isAsked(int actors, int ties) {
        return switch (depth) {
            case MEASURES -> false;
            case QUICK -> (long) actors * ties <= QUICK;
            case FULL -> true;
        };
    }
}
