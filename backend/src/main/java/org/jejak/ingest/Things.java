package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.TransactionContext;

/**
 * What the store knows of the things that rows refer to, asked for a batch at a time and remembered for one load. A
 * load has the only turn to write, so nobody else changes them meanwhile.
 */
final class Things {

    private static final int REMEMBERED = 200_000;

    private final CypherLibrary cypher;
    private final Map<String, Optional<Thing>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Thing>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Things(CypherLibrary cypher) {
        this.cypher = cypher;
    }

    /** All of {@code keys} that are there. */
    Map<String, Thing> among(TransactionContext tx, Collection<String> keys) {
        Map<String, Thing> found = new java.util.HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            Optional<Thing> remembered = known.get(key);
            if (remembered == null) {
                unknown.add(key);
            } else {
                remembered.ifPresent(t -> found.put(key, t));
            }
        }
        if (!unknown.isEmpty()) {
            tx.run(cypher.text(Queries.RESOLVE_THINGS), Map.of("keys", unknown)).forEachRemaining(r -> {
                Thing thing = Thing.of(r);
                found.put(r.get("key").asString(), thing);
                known.put(r.get("key").asString(), Optional.of(thing));
            });
        }
        return found;
    }

    /** Must be said of each thing that is made or changes. */
    void forget(Collection<String> keys) {
        keys.forEach(known::remove);
    }

    void forgetAll() {
        known.clear();
    }
}
