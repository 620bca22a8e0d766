package org.jejak.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one after the other. */
public interface Rows extends Closeable {

    /** The next row, or null behind the last one. */
    @Nullable
    RawRow next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** Rows that are in memory already. */
    static Rows of(Iterable<RawRow> rows) {
        Iterator<RawRow> left = rows.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }
}
