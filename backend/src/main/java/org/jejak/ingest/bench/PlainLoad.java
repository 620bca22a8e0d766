package org.jejak.ingest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.jejak.store.Home;
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
    private final Path imports;

    PlainLoad(Driver driver, CypherLibrary cypher, Home home) {
        this.driver = driver;
        this.cypher = cypher;
        this.imports = home.directory().resolve("store").resolve("import");
    }

    /** The files it can load, by name without {@code .csv}. */
    public List<String> files() {
        return List.copyOf(BY_FILE.keySet());
    }

    /** Loads these files of the bundle in this folder; the seconds it took. */
    public double seconds(Path bundle) throws IOException {
        Files.createDirectories(imports);
        for (String file : files()) {
            Files.copy(bundle.resolve(file + ".csv"), imports.resolve("plain-" + file + ".csv"));
        }
        long begun = System.nanoTime();
        try (var session = driver.session()) {
            for (var query : BY_FILE.entrySet()) {
                session.run(cypher.text(query.getValue()), Map.of("url", "file:///plain-" + query.getKey() + ".csv"))
                        .consume();
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
