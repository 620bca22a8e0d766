package org.jejak.world;

/** Honest circumstances that make a naive test cry wolf; each is a switch of {@link WorldParameters}. */
public enum Stress {
    /** The network travels in convoys of three instead of two vehicles. */
    CONVOYS,
    /** Every trip lasts three nights. */
    BURSTS,
    /** The network prefers the night shift more, and some officials stay on nights for weeks. */
    NIGHTS,
    /** The network's trips grow more frequent towards the end, and so do the officials at their post. */
    GROWTH,
    /** Half of the officials are posted for the first or second half only. */
    HALF_POSTINGS,
    /** Both the network and some officials prefer the same two dozen days. */
    SPECIAL_DAYS,
    /** Three in ten officials honestly inspect almost nothing. */
    LAX
}
