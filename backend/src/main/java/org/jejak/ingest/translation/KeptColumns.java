package org.jejak.ingest.translation;

import org.jejak.network.RecordFile;

/** What a column or attribute that the contract does not know is called where it is kept. */
public final class KeptColumns {

    private KeptColumns() {}

    /**
     * Its own name, unless the contract means something else by it in this file: our ids and sources are not to be
     * overwritten by columns that happen to be called so, and a name with {@code _} in front would be ignored.
     */
    public static String name(RecordFile file, String given) {
        boolean taken = file.column(given).isPresent() || given.startsWith("_") || given.isBlank();
        return taken ? "given " + given : given;
    }
}
