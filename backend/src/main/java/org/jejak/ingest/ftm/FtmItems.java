package org.jejak.ingest.ftm;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The items of a file, one after the other, in whatever form they are written. */
interface FtmItems extends Closeable {

    /** The next, or null behind the last. */
    @Nullable
    FtmLine next() throws IOException;
}
