package org.jejak.analysis.centrality;

/** On which scale betweenness is given. */
public enum Scale {
    /** Pairs of others, each unordered pair once. */
    RAW,
    /** Share of the pairs of others, so that the centre of a star has 1; no value below three actors. */
    STAR_CENTRE_ONE
}
