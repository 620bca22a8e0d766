package org.jejak.safeguard;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jejak.network.Grade;
import org.jejak.network.RecordFile;

/**
 * What is asked of the reading door.
 *
 * @param files names of the files whose rows are wanted, without {@code .csv}
 * @param known what Jejak had recorded by then; empty for now
 * @param minimum rows must have a statement of at least this grade; empty for any
 * @param unsealed whether names, numbers and free text come along
 */
public record Reading(List<String> files, Optional<Instant> known, Optional<Grade> minimum, boolean unsealed) {

    public Reading {
        files = List.copyOf(files);
    }

    /** The current rows of these files, sealed cells left sealed. */
    public static Reading of(RecordFile... files) {
        return new Reading(
                Arrays.stream(files).map(RecordFile::fileName).toList(), Optional.empty(), Optional.empty(), false);
    }

    /** The current rows of every file of the contract. */
    public static Reading everything() {
        return of(EnumSet.allOf(RecordFile.class).toArray(RecordFile[]::new));
    }

    public Reading unseal() {
        return new Reading(files, known, minimum, true);
    }

    public Reading knownBy(Optional<Instant> instant) {
        return new Reading(files, instant, minimum, unsealed);
    }

    public Reading atLeast(Optional<Grade> grade) {
        return new Reading(files, known, grade, unsealed);
    }
}
