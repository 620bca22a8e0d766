package org.jejak.analysis.flow;

import java.util.List;
import org.jejak.network.Key;

/**
 * Something that can be passed along.
 *
 * @param bothWays whether nothing says in which direction
 * @param records that say so
 */
public record FlowTie(Key from, Key to, boolean bothWays, List<Key> records) {

    public FlowTie {
        records = List.copyOf(records);
        if (from.equals(to)) {
            throw new IllegalArgumentException(from + " leads nowhere else");
        }
    }
}
