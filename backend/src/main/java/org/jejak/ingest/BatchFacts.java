package org.jejak.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.DeliveryOrder;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What the store knows that one batch of rows needs: versions there already, things referred to, rows to withdraw. */
final class BatchFacts {

    private final LoadContext load;
    private final Map<String, List<Found>> found = new HashMap<>();
    private final Map<String, Thing> known = new HashMap<>();
    private final Map<String, Thing> made = new LinkedHashMap<>();
    private final Map<String, Kinds.Claim> others = new HashMap<>();
    private final Targets targets;

    /** A version of a row that was in the store before. */
    record Found(
            String commitment,
            String file,
            boolean held,
            boolean current,
            DeliveryOrder order,
            List<String> cases,
            Optional<String> attachment) {

        static Found of(Record r) {
            return new Found(
                    r.get("commitment").asString(),
                    r.get("file").asString(),
                    r.get("held").asBoolean(),
                    r.get("current").asBoolean(false),
                    new DeliveryOrder(
                            r.get("delivered").asLong(0), r.get("sequence").asLong(0)),
                    r.get("cases").asList(v -> v.asString()),
                    Optional.ofNullable(r.get("attachment").asString(null)));
        }
    }

    BatchFacts(
            TransactionContext tx,
            CypherLibrary cypher,
            Things things,
            LoadContext load,
            Optional<RecordFile> file,
            List<CheckedRow> rows,
            boolean isNew) {
        this.load = load;
        var keys = new LinkedHashSet<String>();
        var references = new LinkedHashSet<String>();
        for (CheckedRow row : rows) {
            keys.add(row.key().value());
            row.references().forEach(r -> references.add(r.to().value()));
        }
        if (!isNew) {
            tx.run(cypher.text(Queries.FIND_VERSIONS), Map.of("keys", List.copyOf(keys)))
                    .forEachRemaining(r -> found.computeIfAbsent(r.get("key").asString(), k -> new ArrayList<>())
                            .add(Found.of(r)));
        }
        known.putAll(things.among(tx, references));
        if (file.flatMap(RecordFile::describes).isPresent()) {
            known.putAll(things.among(tx, found.keySet()));
        }
        targets = new Targets(tx, cypher, rows);
        file.filter(Kinds::areShared).ifPresent(f -> findOthers(tx, cypher, f.fileName()));
    }

    private void findOthers(TransactionContext tx, CypherLibrary cypher, String file) {
        var claimed = found.entrySet().stream()
                .filter(e -> e.getValue().stream()
                        .anyMatch(f -> !f.held() && !f.file().equals(file)))
                .map(Map.Entry::getKey)
                .toList();
        if (claimed.isEmpty()) {
            return;
        }
        tx.run(cypher.text(Queries.FIND_CLAIMS), Map.of("keys", claimed)).forEachRemaining(r -> {
            String of = r.get("row").get("_file").asString();
            for (Value delivery : r.get("loads").values()) {
                others.merge(
                        r.get("key").asString(), Kinds.Claim.of(of, delivery), (a, b) -> Kinds.first(List.of(a, b)));
            }
        });
    }

    /** The versions that the store has of a row, held ones too. */
    List<Found> versions(Key key) {
        return found.getOrDefault(key.value(), List.of());
    }

    /** What a key names, as far as the loader may know it; made in this batch or there before. */
    @Nullable
    Thing thing(String key) {
        Thing here = made.get(key);
        if (here != null) {
            return here;
        }
        Thing thing = known.get(key);
        return thing != null && load.sight().sees(thing.doors(), thing.loads()) ? thing : null;
    }

    /** What a row of this key describes, whoever may know of it. */
    @Nullable
    Thing described(Key key) {
        Thing here = made.get(key.value());
        return here != null ? here : known.get(key.value());
    }

    void made(Key key, Thing thing) {
        made.put(key.value(), thing);
    }

    Map<String, Thing> made() {
        return made;
    }

    /** By which row of another file the id is taken, where there is one. */
    Optional<Kinds.Claim> takenBy(Key key) {
        return Optional.ofNullable(others.get(key.value()));
    }

    /** Whether the row that a withdrawal withdraws is known to the loader. */
    boolean isTargetKnown(CheckedRow row) {
        return targets.isKnown(row, load.sight());
    }
}
