package org.jejak.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what became of the rows of one file. */
final class Tally {

    private final String file;
    private final Map<BatchWriter.Fate, Long> counts = new EnumMap<>(BatchWriter.Fate.class);
    private Optional<String> error = Optional.empty();

    Tally(String file) {
        this.file = file;
    }

    Tally copy() {
        var copy = new Tally(file);
        copy.counts.putAll(counts);
        copy.error = error;
        return copy;
    }

    void count(BatchWriter.Fate fate) {
        counts.merge(fate, 1L, Long::sum);
    }

    void move(BatchWriter.Fate from, BatchWriter.Fate to) {
        counts.merge(from, -1L, Long::sum);
        counts.merge(to, 1L, Long::sum);
    }

    void refuseWhole(long rows, String reason) {
        counts.merge(BatchWriter.Fate.REFUSED, rows, Long::sum);
        error = Optional.of(reason);
    }

    private long of(BatchWriter.Fate fate) {
        return counts.getOrDefault(fate, 0L);
    }

    LoadReport.FileCounts counts() {
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        return new LoadReport.FileCounts(
                file,
                rows,
                of(BatchWriter.Fate.ACCEPTED),
                of(BatchWriter.Fate.UNCHANGED),
                of(BatchWriter.Fate.SUPERSEDED),
                of(BatchWriter.Fate.HELD),
                of(BatchWriter.Fate.REFUSED),
                of(BatchWriter.Fate.KEPT),
                error);
    }
}
