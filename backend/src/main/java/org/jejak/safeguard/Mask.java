package org.jejak.safeguard;

import java.util.Set;
import org.jejak.network.Key;

/**
 * What of a row stays closed to a viewer who may see the row.
 *
 * @param keys protected persons and what identifies them: what tells one of them apart stays closed on rows that are about
 *     or name them
 * @param names whose names are masked in what others' rows say
 * @param origins whether it stays a secret who told
 */
record Mask(Set<Key> keys, NameMask names, boolean origins) {

    /** Nothing stays closed: for whoever opened an identity, and where no cell is unsealed. */
    static final Mask NOTHING = new Mask(Set.of(), NameMask.NONE, false);

    Mask {
        keys = Set.copyOf(keys);
    }
}
