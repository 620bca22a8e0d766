package org.jejak.ingest.translation;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of a table as they stand there, the header being one of them. */
interface Records extends Closeable {

    /**
     * A line.
     *
     * @param number in the file or sheet, the first being 1
     * @param cells empty ones too
     * @param plain places of the cells that a sheet holds as numbers or dates, so that their text is ours: a point before
     *     the fraction, the year first
     */
    record Written(long number, List<String> cells, Set<Integer> plain) {
        Written(long number, List<String> cells) {
            this(number, cells, Set.of());
        }
    }

    /** The next line, or null behind the last. */
    @Nullable
    Written next();

    /** What is said of the file beside its rows, by columns of its source. */
    default Map<String, String> about() {
        return Map.of();
    }
}
