package org.jejak.safeguard;

import java.util.List;
import org.jejak.network.Viewer;

/** Where every passage through the reading door is written down before its answer leaves. */
interface ReadLog {

    /**
     * Writes one entry.
     *
     * @param objects ids and names of files only, never what was searched for and never a name
     * @throws RuntimeException if it cannot be written; the read is then refused
     */
    void passed(Viewer viewer, String action, List<String> objects, long count);
}
