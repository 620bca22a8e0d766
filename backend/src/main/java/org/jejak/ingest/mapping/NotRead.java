package org.jejak.ingest.mapping;

/** A cell that cannot be read; its message says why and how to mend it, and leads to the refusal of the row. */
final class NotRead extends Exception {

    private static final long serialVersionUID = 1L;

    NotRead(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
