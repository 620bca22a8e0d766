package org.jejak.analysis.brokerage;

/**
 * Between which ranks somebody may stand if a share of the records is missing.
 *
 * @param lowest the better end, from 1
 */
public record RankInterval(int lowest, int highest) {

    public RankInterval {
        if (lowest < 1 || highest < lowest) {
            throw new IllegalArgumentException(lowest + " to " + highest + " is no interval of ranks");
        }
    }

    /** The smallest interval that holds this one and {@code rank}. */
    RankInterval including(int rank) {
        return new RankInterval(Math.min(lowest, rank), Math.max(highest, rank));
    }
}
