package org.jejak.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a load did, as {@code load --json} says it.
 *
 * @param load its id, for {@code undo}
 * @param bundle what was loaded, by the name of its folder or file
 * @param caseRef the case it went into
 * @param files one for each file of the delivery
 * @param released earlier held rows that this load completed
 * @param refusedRows the folder of refused rows, if any row was refused
 * @param unnamed files beside the rows that no source names
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
        Unnamed unnamed,
        List<String> notes) {

    /**
     * Files that were handed over beside the rows and that no row of {@code sources.csv} names. They are not kept: a file is
     * kept with its source, sealed for whom it is about and shown to whoever may see the source, and these have none.
     *
     * @param paths the first of them, at most {@value #MOST_PATHS}
     */
    public record Unnamed(long count, List<String> paths) {

        static final int MOST_PATHS = 100;

        public static final Unnamed NONE = new Unnamed(0, List.of());

        public Unnamed {
            paths = List.copyOf(paths);
        }

        static Unnamed of(List<String> all) {
            return new Unnamed(all.size(), all.stream().limit(MOST_PATHS).toList());
        }
    }

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
        // a report that was kept before these were written down has none
        unnamed = Objects.requireNonNullElse(unnamed, Unnamed.NONE);
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
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
        this(load, bundle, caseRef, files, released, refusedRows, seconds, Unnamed.NONE, List.of());
    }

    /** Whether anything was refused, which the command line answers with exit code 1. */
    public boolean hasRefusals() {
        return files.stream().anyMatch(f -> f.refused() > 0 || f.error().isPresent());
    }
}
