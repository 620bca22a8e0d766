package org.jejak.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who stands under ids already, for formats whose ids mean something in their own file only. What the loader may not
 * know of is as if it were not there.
 */
public interface Namesakes {

    /**
     * Somebody, or some thing, in the store.
     *
     * @param file of its row
     * @param name as {@link #called} says; empty where there is none
     * @param source the key of what says so
     */
    record Somebody(String file, String name, String source) {}

    /** What tells people apart from one another in a row, and things: a name, or the number that is written on them. */
    static String called(Map<String, String> cells) {
        return Stream.of("name", "number", "value", "registration")
                .map(column -> cells.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Those of these ids, of the namespace that is being loaded, that stand for somebody. */
    Map<String, Somebody> among(Collection<String> ids);

    /**
     * A tie in the store, by ids of the namespace that is being loaded where its ends are of it.
     *
     * @param source the key of what says so
     */
    record Tied(String subject, String object, String source) {}

    /** Whether the namespace has a tie whose id begins otherwise. */
    boolean hasTiesBut(String beginning);

    /** Those of these ids, of the namespace that is being loaded, that stand for a tie. */
    Map<String, Tied> ties(Collection<String> ids);

    /** The id of whoever has this name under this id, should it stand for another; the name cannot be read from it. */
    String apart(String id, String name);
}
