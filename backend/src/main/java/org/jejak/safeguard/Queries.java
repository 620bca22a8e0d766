package org.jejak.safeguard;

/** The queries of {@code cypher/queries/safeguard}. */
final class Queries {

    static final String READ_RECORDS = "safeguard/read-records";
    static final String READ_RECORDS_BY_KEY = "safeguard/read-records-by-key";
    static final String READ_RECORDS_NAMING = "safeguard/read-records-naming";
    static final String READ_RECORDS_KNOWN = "safeguard/read-records-known";
    static final String COUNT_RECORDS = "safeguard/count-records";
    static final String COUNT_RECORDS_NAMING = "safeguard/count-records-naming";
    static final String COUNT_RECORDS_BY_SOURCE = "safeguard/count-records-by-source";
    static final String READ_RECORDS_PAGE = "safeguard/read-records-page";
    static final String READ_RECORDS_STATED_BY = "safeguard/read-records-stated-by";
    static final String READ_IDENTIFIERS = "safeguard/read-identifiers";
    static final String FIND_CARRIERS = "safeguard/find-carriers";
    static final String READ_PERSONS = "safeguard/read-persons";
    static final String READ_SEARCHABLE = "safeguard/read-searchable";
    static final String COUNT_NEIGHBOURS = "safeguard/count-neighbours";
    static final String COUNT_NEIGHBOURS_BY_KIND = "safeguard/count-neighbours-by-kind";
    static final String FIND_NEIGHBOURS = "safeguard/find-neighbours";
    static final String FIND_ROWS_BETWEEN = "safeguard/find-rows-between";
    static final String READ_TIMES = "safeguard/read-times";
    static final String FIND_VISIBLE = "safeguard/find-visible";
    static final String FIND_PROTECTING = "safeguard/find-protecting";
    static final String FIND_PROTECTING_UNDER_WAY = "safeguard/find-protecting-under-way";
    static final String READ_UNCOERCED_ROLES = "safeguard/read-uncoerced-roles";
    static final String READ_KINDS_OF_PLACES = "safeguard/read-kinds-of-places";
    static final String FIND_OTHER_THAN_PERSONS = "safeguard/find-other-than-persons";
    static final String FIND_HELD_PROTECTING = "safeguard/find-held-protecting";
    static final String READ_LAST_NAMED = "safeguard/read-last-named";
    static final String READ_EARLIEST_TIME = "safeguard/read-earliest-time";
    static final String FIND_NAMED_SINCE = "safeguard/find-named-since";
    static final String READ_CUSTODIANS = "safeguard/read-custodians";
    static final String READ_GUARDED_THINGS = "safeguard/read-guarded-things";
    static final String FIND_HOLDERS_OF_THE_SAME_PAPER = "safeguard/find-holders-of-the-same-paper";
    static final String READ_JUDGEMENTS = "safeguard/read-judgements";
    static final String FIND_OFFENDERS_AMONG = "safeguard/find-offenders-among";
    static final String READ_NAMES_OF_PERSONS = "safeguard/read-names-of-persons";
    static final String LIST_DELIVERIES = "safeguard/list-deliveries";
    static final String READ_DELIVERED = "safeguard/read-delivered";
    static final String READ_HELD = "safeguard/read-held";
    static final String FIND_ATTACHMENT = "safeguard/find-attachment";
    static final String FIND_DELIVERED_ATTACHMENTS = "safeguard/find-delivered-attachments";
    static final String READ_STATE = "safeguard/read-state";

    static final String READ_BADGES = "safeguard/read-badges";
    static final String READ_FAMILY = "safeguard/read-family";

    private Queries() {}
}
