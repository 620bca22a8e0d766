package org.jejak.investigation;

import org.jspecify.annotations.Nullable;

/** What the digests of two networks say of the records behind them. */
public enum NetworkThen {
    /** The same records, byte for byte. */
    SAME,
    /** Counted alike, and not the same: the records differ. */
    DIFFERS,
    /** Two versions of Jejak counted them, each in its own way: of the records that says nothing. */
    COUNTED_OTHERWISE;

    /**
     * The digest of a network, and how it was counted.
     *
     * @param way in which it was counted; null of what was kept before that was written down
     * @param program version of Jejak that counted it
     */
    record Counted(String digest, @Nullable Integer way, String program) {}

    static NetworkThen of(Counted before, Counted after) {
        if (before.digest().equals(after.digest())) {
            return SAME;
        }
        return before.way() != null && before.way().equals(after.way()) ? DIFFERS : COUNTED_OTHERWISE;
    }
}
