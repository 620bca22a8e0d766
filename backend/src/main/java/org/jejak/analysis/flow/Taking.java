package org.jejak.analysis.flow;

/** What a cut takes away. */
public enum Taking {
    /** Each tied pair counts one, however many records tie it. */
    TIES,
    /** Each record counts one: a much used way costs more to close. */
    RECORDS,
    /** Each place or person counts one. */
    PLACES_AND_PEOPLE
}
