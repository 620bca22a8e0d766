package org.jejak.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a load did, as {@code load --json} says it.
 *
 * @param load its id, for {@code undo}
 * @param bundle what was loaded, by the name of its folder or file
 * @param caseRef the case it went into
 * @param files one for each file of the delivery
 * @param released earlier held rows that this load completed
 * @param refusedRows the folder of refused rows, if any row was refused
 * @param notes what whoever loaded should know of how it was read; reports of before have none
 */
public record LoadReport(
        String load,
        String bundle,
        String caseRef,
        List<FileCounts> files,
        long released,
        Optional<String> refusedRows,
        double seconds,
        @Nullable List<String> notes) {

    /**
     * The rows of one file: {@code rows} is the sum of all others.
     *
     * @param file name with {@code .csv}
     * @param kept rows of a file that this version does not know
     * @param error why the whole file was refused
     */
    public record FileCounts(
            String file,
            long rows,
            long accepted,
            long unchanged,
            long superseded,
            long held,
            long refused,
            long kept,
            Optional<String> error) {}

    public LoadReport {
        files = List.copyOf(files);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** A report with nothing to note. */
    public LoadReport(
            String load,
            String bundle,
            String caseRef,
            List<FileCounts> files,
            long released,
            Optional<String> refusedRows,
            double seconds) {
        this(load, bundle, caseRef, files, released, refusedRows, seconds, List.of());
    }

    @Override
    public List<String> notes() {
        return notes == null ? List.of() : notes;
    }

    /** Whether anything was refused, which the command line answers with exit code 1. */
    public boolean hasRefusals() {
        return files.stream().anyMatch(f -> f.refused() > 0 || f.error().isPresent());
    }
}
