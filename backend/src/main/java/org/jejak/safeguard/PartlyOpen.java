package org.jejak.safeguard;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jejak.network.VisibleRecord;

/**
 * A row, and which of its cells stay closed to whoever reads it because they identify somebody protected: who hands it on
 * must say that they are missing.
 *
 * @param closed names of columns, and nothing of what stands in them
 */
public record PartlyOpen(VisibleRecord row, SortedSet<String> closed) {

    public PartlyOpen {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
    }
}
