package org.jejak.ingest;

import java.util.List;

/**
 * Ids for things that come without one, a telephone in a list of calls: the same value always gets the same id. Keys
 * stand open in the graph, so nobody may read the value in its id, nor test a guess.
 */
public interface MadeIds {

    /**
     * @param kind of what: equal values of two kinds get different ids
     * @param values what it is known by, in order
     * @return an id that begins with {@code ~}
     */
    String of(String kind, List<String> values);
}
