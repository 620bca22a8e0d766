package org.jejak.network;

/**
 * What people write in a column of text. Search, the masking of names and the exports go by this and keep no lists of
 * columns of their own.
 */
public enum TextKind {
    /** What somebody or something is called. A search finds it; a name of somebody else may stand in it. */
    NAME(true, false),
    /** A number or address that tells one thing apart. A search finds it. */
    IDENTIFIER(true, false),
    /** What many things have in common: a bank, a platform. A search finds them by it; it tells nobody apart. */
    SHARED(true, false),
    /** Sentences, titles, file names: anybody's name may stand in it. */
    PROSE(false, true),
    /** What a statement says of the property that it names; it is of that property's kind. */
    VALUE(true, true),
    /** A few words of a trade: a rank, a make, a section of a law. */
    WORDS(false, false);

    private final boolean searchable;
    private final boolean free;

    TextKind(boolean searchable, boolean free) {
        this.searchable = searchable;
        this.free = free;
    }

    /** Whether a search finds the thing by it. */
    public boolean isSearchable() {
        return searchable;
    }

    /** Whether it tells one person or thing apart. */
    public boolean identifies() {
        return this == NAME || this == IDENTIFIER;
    }

    /** Whether people write sentences in it. */
    public boolean isFree() {
        return free;
    }
}
