package org.jejak.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.TransactionContext;

/** Which of the rows that withdrawals speak of stand in the store, and who may know of them. */
final class Targets {

    private final Map<String, Seen> standing = new HashMap<>();

    private record Seen(List<String> doors, List<String> loads) {}

    Targets(TransactionContext tx, CypherLibrary cypher, Collection<CheckedRow> rows) {
        var keys = rows.stream()
                .flatMap(r -> r.target().stream())
                .map(t -> t.value())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        tx.run(cypher.text(Queries.FIND_TARGETS), Map.of("keys", keys)).forEachRemaining(r -> {
            var seen = new Seen(
                    r.get("seen").get("doors").asList(v -> v.asString()),
                    r.get("seen").get("loads").asList(v -> v.asString()));
            standing.put(name(r.get("key").asString(), r.get("file").asString()), seen);
        });
    }

    /** Whether the row that {@code withdrawal} withdraws stands, as far as its loader may know; true if it withdraws none. */
    boolean isKnown(CheckedRow withdrawal, Sight sight) {
        if (withdrawal.target().isEmpty()) {
            return true;
        }
        Seen seen = standing.get(name(withdrawal.target().get().value(), withdrawal.targetFile()));
        return seen != null && sight.sees(seen.doors(), seen.loads());
    }

    /** An id of an entity names a row only together with its file. */
    private static String name(String key, String file) {
        return file + '\n' + key;
    }
}
