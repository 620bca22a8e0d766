package org.jejak.world;

import java.util.Map;
import org.jejak.network.RecordFile;

/** Takes the rows of a world one by one; files come interleaved. */
@FunctionalInterface
public interface RowSink {

    /** @param cells the non-empty cells by column of the contract; a fresh map that the sink may keep */
    void row(RecordFile file, Map<String, String> cells);
}
