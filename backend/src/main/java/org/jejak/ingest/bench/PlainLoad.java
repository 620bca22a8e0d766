package org.jejak.ingest.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Service;

/** Loads rows that Jejak has loaded once more, the plain way, beside them: batches of 10,000, same indexes, same server. */
@Service
public class PlainLoad {

    private static final Map<String, String> BY_FILE = new LinkedHashMap<>();

    static {
        BY_FILE.put("contacts", Queries.LOAD_PLAIN_CONTACTS);
        BY_FILE.put("passages", Queries.LOAD_PLAIN_PASSAGES);
        BY_FILE.put("shifts", Queries.LOAD_PLAIN_SHIFTS);
    }

    private final Driver driver;
    private final CypherLibrary cypher;

    PlainLoad(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.cypher = cypher;
    }

    /**
     * What loading took.
     *
     * @param rows as many as nodes were written
     */
    public record Loaded(double seconds, long rows) {}

    /** Loads contacts, passages and shifts of the bundle in this folder. */
    public Loaded load(Path bundle) {
        long rows = 0;
        long begun = System.nanoTime();
        try (var session = driver.session()) {
            for (var query : BY_FILE.entrySet()) {
                String url = bundle.resolve(query.getKey() + ".csv").toUri().toString();
                rows += session.run(cypher.text(query.getValue()), Map.of("url", url))
                        .consume()
                        .counters()
                        .nodesCreated();
            }
        }
        return new Loaded((System.nanoTime() - begun) / 1e9, rows);
    }
}
