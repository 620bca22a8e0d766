package org.jejak.investigation;

/** Measures that a broker report has only where they are asked for: each takes its time, or says little to most. */
public enum FurtherMeasure {
    /** Of each: how much passes between them and all others. */
    STRENGTH,
    /** Of each: betweenness over ways that are the cheaper the more passes along them. */
    WEIGHTED_BETWEENNESS,
    /** Of each: how near those of their component are. */
    CLOSENESS,
    /** Of each: how well tied those are to whom they are tied. */
    EIGENVECTOR,
    /** Of each: between whom they broker, by community or country. */
    ROLES,
    /** Of the whole: pairs whose tie is all that holds two parts together. */
    BRIDGES,
    /** Of the whole: the few from whom most others are near. */
    REACH
}
