package org.jejak.audit;

/** The queries of {@code cypher/queries/audit}. */
final class Queries {

    static final String KEEP_HEAD = "audit/keep-head";
    static final String READ_HEAD = "audit/read-head";

    private Queries() {}
}
