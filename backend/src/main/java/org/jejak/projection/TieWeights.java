package org.jejak.projection;

/**
 * How strong a tie one record makes. Only what asks for strengths sees it: strength, weighted betweenness, and paths that
 * prefer strong ties; all other measures count ties. A link that says itself how strong it is, as those of edge lists do
 * in {@code weight}, is that many times as strong.
 */
public enum TieWeights {
    /** Every record ties with a strength of one. */
    RECORDS {
        @Override
        double strength(int gathered) {
            return 1;
        }
    },
    /**
     * A record that gathers k people ties each two of them with 1 / (k - 1): everybody puts a strength of one into it,
     * however many were there (Newman, <i>Scientific collaboration networks II</i>, Phys. Rev. E 64, 2001). A boat of
     * thirty then weighs as much to each on it as one call.
     */
    NEWMAN {
        @Override
        double strength(int gathered) {
            return 1.0 / Math.max(1, gathered - 1);
        }
    };

    /** @param gathered how many people the record brings together */
    abstract double strength(int gathered);
}
