package org.jejak.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** The people, things and ties of a namespace as the store has them when a load begins. */
final class StoredNames implements Namesakes {

    private static final int DIGITS = 16;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowSealer sealer;
    private final LoadContext load;

    StoredNames(Driver driver, CypherLibrary cypher, RowSealer sealer, LoadContext load) {
        this.driver = driver;
        this.cypher = cypher;
        this.sealer = sealer;
        this.load = load;
    }

    @Override
    public Map<String, Somebody> among(Collection<String> ids) {
        var byKey = new HashMap<String, String>();
        ids.stream()
                .filter(Key::isId)
                .forEach(id -> byKey.put(Key.of(load.delivery().namespace(), id).value(), id));
        try (var session = driver.session()) {
            return session.executeRead(tx -> {
                var found = new HashMap<String, Somebody>();
                tx.run(
                                cypher.text(Queries.FIND_NAMES),
                                Map.of("keys", byKey.keySet().stream().toList()))
                        .forEachRemaining(r -> {
                            if (isSeen(r)) {
                                found.put(byKey.get(r.get("key").asString()), somebody(r));
                            }
                        });
                return found;
            });
        }
    }

    @Override
    public boolean hasTiesBut(String beginning) {
        String prefix = ties();
        try (var session = driver.session()) {
            return session.executeRead(tx -> !tx.run(
                            cypher.text(Queries.FIND_ANY_OTHER_OF_FILE),
                            Map.of("prefix", prefix, "but", prefix + beginning))
                    .list()
                    .isEmpty());
        }
    }

    @Override
    public Map<String, Tied> ties(Collection<String> ids) {
        String prefix = ties();
        String namespace = load.delivery().namespace() + ":";
        try (var session = driver.session()) {
            return session.executeRead(tx -> {
                var found = new HashMap<String, Tied>();
                var keys = ids.stream().map(prefix::concat).toList();
                tx.run(cypher.text(Queries.FIND_TIES), Map.of("keys", keys)).forEachRemaining(r -> {
                    if (isSeen(r)) {
                        var tied = new Tied(
                                local(r.get("subject").asString(""), namespace),
                                local(r.get("object").asString(""), namespace),
                                r.get("source").asString(""));
                        found.put(r.get("key").asString().substring(prefix.length()), tied);
                    }
                });
                return found;
            });
        }
    }

    /** How the key of a tie of this namespace begins. */
    private String ties() {
        return load.delivery().namespace() + ":" + RecordFile.LINKS.fileName() + "/";
    }

    private static String local(String key, String namespace) {
        return key.startsWith(namespace) ? key.substring(namespace.length()) : key;
    }

    private boolean isSeen(Record found) {
        return load.sight()
                .sees(
                        found.get("doors").asList(v -> v.asString()),
                        found.get("loads").asList(v -> v.asString()));
    }

    private Somebody somebody(Record found) {
        String source = found.get("row").get("source").asString("");
        String file = found.get("row").get("_file").asString();
        try {
            return new Somebody(file, Namesakes.called(sealer.cells(found.get("row"))), source);
        } catch (KeyDestroyed erased) {
            return new Somebody(file, "", source);
        }
    }

    @Override
    public String apart(String id, String name) {
        String made = sealer.hmac("namesake", id.length() + " " + id + name);
        var plain = new StringBuilder();
        for (int i = 0; i < made.length() && plain.length() < DIGITS; i++) {
            char c = made.charAt(i);
            plain.append(Character.isLetterOrDigit(c) ? c : '-');
        }
        return DeliveredFile.fitted(id + "#" + plain);
    }
}
