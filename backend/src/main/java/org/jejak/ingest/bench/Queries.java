package org.jejak.ingest.bench;

/** Names of the Cypher files of this feature. */
final class Queries {

    static final String LOAD_PLAIN_CONTACTS = "bench/load-plain-contacts";
    static final String LOAD_PLAIN_PASSAGES = "bench/load-plain-passages";
    static final String LOAD_PLAIN_SHIFTS = "bench/load-plain-shifts";

    private Queries() {}
}
