package org.jejak.ingest;

/** Names of the Cypher files of this feature. */
final class Queries {

    static final String ADD_DELIVERIES = "ingest/add-deliveries";
    static final String ADD_IDENTIFIERS = "ingest/add-identifiers";
    static final String BEGIN_LOAD = "ingest/begin-load";
    static final String COUNT_DELIVERED = "ingest/count-delivered";
    static final String COUNT_HELD = "ingest/count-held";
    static final String COUNT_HELD_WITH_SLOT = "ingest/count-held-with-slot";
    static final String CREATE_ANCHORS = "ingest/create-anchors";
    static final String CREATE_HELD = "ingest/create-held";
    static final String CREATE_RECORDS = "ingest/create-records";
    static final String DELETE_ANCHORS = "ingest/delete-anchors";
    static final String DELETE_LOAD = "ingest/delete-load";
    static final String DELETE_VERSIONS = "ingest/delete-versions";
    static final String DIGEST_RECORDS = "ingest/digest-records";
    static final String DIGEST_THINGS = "ingest/digest-things";
    static final String DROP_AWAITED = "ingest/drop-awaited";
    static final String DROP_IDENTIFIERS = "ingest/drop-identifiers";
    static final String END_TURN = "ingest/end-turn";
    static final String FIND_AGAIN = "ingest/find-again";
    static final String FIND_AGENCY = "ingest/find-agency";
    static final String FIND_ANY_OF_FILE = "ingest/find-any-of-file";
    static final String FIND_ANY_OTHER_OF_FILE = "ingest/find-any-other-of-file";
    static final String FIND_CLAIMS = "ingest/find-claims";
    static final String FIND_DEPENDENTS = "ingest/find-dependents";
    static final String FIND_HELD_READY = "ingest/find-held-ready";
    static final String FIND_HELD_WITH_SLOTS = "ingest/find-held-with-slots";
    static final String FIND_NAMES = "ingest/find-names";
    static final String FIND_NAMING = "ingest/find-naming";
    static final String FIND_TARGETS = "ingest/find-targets";
    static final String FIND_TIES = "ingest/find-ties";
    static final String FIND_UNFINISHED = "ingest/find-unfinished";
    static final String FIND_VERSIONS = "ingest/find-versions";
    static final String FINISH_LOAD = "ingest/finish-load";
    static final String HOLD_AGAIN = "ingest/hold-again";
    static final String LIST_ATTACHMENTS = "ingest/list-attachments";
    static final String LIST_HELD = "ingest/list-held";
    static final String LIST_LOADS = "ingest/list-loads";
    static final String MARK_UNDOING = "ingest/mark-undoing";
    static final String MERGE_HELD = "ingest/merge-held";
    static final String MERGE_HELD_COPIES = "ingest/merge-held-copies";
    static final String NOTE_LEFTOVER = "ingest/note-leftover";
    static final String NOTE_OUTWARD = "ingest/note-outward";
    static final String OPEN_LOAD = "ingest/open-load";
    static final String READ_STANDING = "ingest/read-standing";
    static final String READ_TURN = "ingest/read-turn";
    static final String RELEASE_RECORDS = "ingest/release-records";
    static final String RESEAL_HELD = "ingest/reseal-held";
    static final String RESOLVE_THINGS = "ingest/resolve-things";
    static final String SET_HELD_ASIDE = "ingest/set-held-aside";
    static final String SPLIT_HELD = "ingest/split-held";
    static final String TAKE_DELIVERIES_BACK = "ingest/take-deliveries-back";
    static final String TAKE_TURN = "ingest/take-turn";
    static final String WRITE_IDENTIFIERS = "ingest/write-identifiers";
    static final String WRITE_STANDING = "ingest/write-standing";
    static final String WRITE_WITHDRAWN = "ingest/write-withdrawn";

    private Queries() {}
}
