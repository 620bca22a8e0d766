package org.jejak.ingest;

/** What became of a row when it was looked at by itself, before the store was asked about what it refers to. */
public sealed interface RowOutcome {

    /** It keeps every rule of its file. */
    record Accepted(CheckedRow row) implements RowOutcome {}

    /** It breaks one; the rest of its file is none the worse for it. */
    record Rejected(RawRow row, Refusal refusal) implements RowOutcome {}
}
