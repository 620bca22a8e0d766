package org.jejak.safeguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the rows that claim to protect somebody. Loading marks them when it writes them, so that the few are found among
 * the many; only what a claim goes by is unsealed, and kept for the next time: a version of a row never changes.
 */
@Component
final class ProtectingRows {

    private static final int KEPT = 500_000;

    /** Files whose claims go by cells that are sealed. */
    private static final Set<RecordFile> SEALED =
            Set.of(RecordFile.PERSONS, RecordFile.STATEMENTS, RecordFile.SCREENINGS);

    /** Of each of these files only what claims and screenings are judged by; nothing else stays in memory. */
    private static final Set<String> JUDGED_BY =
            Set.of("birth_date", "died", "missing_since", "property", "value", "deciding_body");

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowReader rows;
    private final Map<String, Map<String, String>> unsealed = new ConcurrentHashMap<>();

    ProtectingRows(Driver driver, CypherLibrary cypher, RowReader rows) {
        this.driver = driver;
        this.cypher = cypher;
        this.rows = rows;
    }

    /** Those of finished loads. */
    List<ProtectingRow> current(long through) {
        return read(Queries.FIND_PROTECTING, Map.of("through", through));
    }

    /** Those of loads under way. */
    List<ProtectingRow> underWay() {
        return read(Queries.FIND_PROTECTING_UNDER_WAY, Map.of());
    }

    /** Those that wait for something, of all loads. */
    List<ProtectingRow> held() {
        var files = Arrays.stream(RecordFile.values())
                .filter(f ->
                        f == RecordFile.STATEMENTS || !f.traits().protects().isEmpty())
                .map(RecordFile::fileName)
                .toList();
        var found = new ArrayList<ProtectingRow>();
        try (var session = driver.session()) {
            session.run(cypher.text(Queries.FIND_HELD_PROTECTING), Map.of("files", files))
                    .forEachRemaining(r -> RecordFile.named(
                                    r.get("row").get("_file").asString())
                            .flatMap(file -> of(
                                    new Key(r.get("row").get("_key").asString()),
                                    file,
                                    rows.sealedCells(r.get("row")),
                                    Set.of(),
                                    Instant.ofEpochMilli(r.get("delivered").asLong()),
                                    false))
                            .ifPresent(found::add));
        }
        return found;
    }

    private List<ProtectingRow> read(String query, Map<String, Object> parameters) {
        var found = new ArrayList<ProtectingRow>();
        try (var session = driver.session()) {
            session.run(cypher.text(query), parameters)
                    .forEachRemaining(r -> row(r.get("row")).ifPresent(found::add));
        }
        return found;
    }

    private Optional<ProtectingRow> row(Value row) {
        var key = new Key(row.get("_key").asString());
        var file = RecordFile.named(row.get("_file").asString()).orElse(null);
        if (file == null) {
            return Optional.empty();
        }
        var cells = new HashMap<>(RowReader.openCells(row));
        if (!row.get("_sealed").isNull() && SEALED.contains(file)) {
            cells.putAll(sealed(file, row));
        }
        return of(
                key,
                file,
                cells,
                new HashSet<>(row.get("_doors").asList(v -> v.asString(), List.of())),
                Instant.ofEpochMilli(row.get("_delivered").asLong()),
                row.get("_live").asBoolean(false));
    }

    static Optional<ProtectingRow> of(
            Key key,
            RecordFile file,
            Map<String, String> cells,
            Collection<String> doors,
            Instant delivered,
            boolean stands) {
        var claims = Protecting.claims(file, key, column -> cells.getOrDefault(column, ""));
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProtectingRow(key, file, cells, Set.copyOf(doors), delivered, stands, claims));
    }

    private Map<String, String> sealed(RecordFile file, Value row) {
        String version =
                row.get("_key").asString() + " " + row.get("_commitment").asString("");
        var known = unsealed.get(version);
        if (known != null) {
            return known;
        }
        var cells = new HashMap<>(rows.sealedCells(row));
        cells.keySet().retainAll(JUDGED_BY);
        if (file == RecordFile.STATEMENTS
                && !isJudged(cells.getOrDefault("property", row.get("property").asString("")))) {
            cells.remove("value");
        }
        var kept = Map.copyOf(cells);
        if (unsealed.size() < KEPT) {
            unsealed.put(version, kept);
        }
        return kept;
    }

    private static boolean isJudged(String property) {
        return RecordFile.PERSONS
                .column(property)
                .filter(c -> c.type().text().isEmpty())
                .isPresent();
    }
}
