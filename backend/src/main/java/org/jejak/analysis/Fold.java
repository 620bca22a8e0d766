package org.jejak.analysis;

/** What becomes of several records between the same two actors. */
public enum Fold {
    /** One tie for each pair, however many records stand behind it. */
    SIMPLE,
    /** One parallel tie for each record. */
    MULTIGRAPH
}
