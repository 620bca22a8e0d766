package org.jejak.ingest.edges;

import java.util.Map;
import java.util.Set;

/**
 * Which ids of a file do not go in as they are, since they stand for somebody else already.
 *
 * @param others for an id of the contract the one to be used instead of it
 * @param known ids of people whom the file only mentions, and who have a name from elsewhere: they are not described again
 * @param ties which id a line goes by
 */
record Apart(Map<String, String> others, Set<String> known, FormerTies.Naming ties) {

    static final Apart NOBODY = new Apart(Map.of(), Set.of(), FormerTies.Naming.AS_MADE);

    Apart {
        others = Map.copyOf(others);
        known = Set.copyOf(known);
    }

    String id(String id) {
        return others.getOrDefault(id, id);
    }

    Apart naming(FormerTies.Naming naming) {
        return new Apart(others, known, naming);
    }
}
