package org.jejak.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * A load that is in the store.
 *
 * @param user who loaded it
 * @param recorded when it was loaded
 * @param digest SHA-256 of what was handed over
 * @param state {@code done}, {@code running} or {@code undoing}
 * @param report what it did; empty while it runs
 */
public record LoadSummary(
        String load,
        String namespace,
        String caseRef,
        String user,
        Instant delivered,
        long sequence,
        Instant recorded,
        String handling,
        String digest,
        String state,
        Optional<LoadReport> report) {}
