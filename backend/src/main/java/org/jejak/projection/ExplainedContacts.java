package org.jejak.projection;

/** What becomes of contacts that an official's duty explains. */
public enum ExplainedContacts {
    /** They tie nobody; how many there were is said. */
    LEFT_OUT,
    /** They tie like any other. */
    KEPT
}
