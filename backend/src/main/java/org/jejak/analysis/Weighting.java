package org.jejak.analysis;

/** What one tie costs on a path. */
public enum Weighting {
    /** Every tie is one step. */
    UNWEIGHTED,
    /** A tie costs 1 divided by its strength: what passes often passes easily. */
    STRENGTH
}
