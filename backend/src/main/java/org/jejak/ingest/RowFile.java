package org.jejak.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one file of a delivery. A translator has one for each kind of row it produces; whether a real file stands
 * behind it is its own business.
 */
public interface RowFile {

    /** Name without {@code .csv}: {@code contacts}. One that the contract does not know is kept and counted. */
    String name();

    /**
     * The columns that rows of this file may have, without those that begin with {@code _}. Required columns that are
     * missing here refuse the whole file.
     */
    List<String> columns();

    /** How many rows there are, for the progress; negative where that is not known beforehand. */
    long rowCount() throws IOException;

    /** Why no row of this file can be read at all; the row count then says how many are refused. */
    default Optional<String> refusal() throws IOException {
        return Optional.empty();
    }

    /** Whether rows of it may say what their ids were made of: those that were refused once, and are corrected. */
    default boolean isCorrected() throws IOException {
        return false;
    }

    /** Opens the rows from the first on; the caller closes them. */
    Rows open() throws IOException;
}
