package org.jejak.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Takes a load back as if it had never been, later loads kept. Versions that nothing else delivers go, and with them the
 * things that nothing else describes; rows of other loads that named those wait for them again. Each page is one
 * transaction that leaves a whole state, and one that was interrupted goes on where it stopped.
 */
final class Undo {

    private static final int PAGE = 2_000;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final Vault vault;
    private final RowSealer sealer;
    private final Path home;
    private final Things things;
    private final Settling settling;

    Undo(Driver driver, CypherLibrary cypher, Vault vault, Path home) {
        this.driver = driver;
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.home = home;
        this.things = new Things(cypher);
        this.settling = new Settling(cypher, sealer, things);
    }

    /** What is to be removed outside of the graph once a page is committed. */
    private record Leftover(int rows, List<Long> slots, List<String> attachments) {}

    /** Takes the load back; false if there is none of this id. */
    boolean undo(String id) {
        try (Session session = driver.session()) {
            List<Record> found = session.executeWrite(tx ->
                    tx.run(cypher.text(Queries.MARK_UNDOING), Map.of("id", id)).list());
            if (found.isEmpty()) {
                return false;
            }
            Value load = found.get(0).get("load");
            remove(new Leftover(
                    0,
                    load.get("leftoverSlots").asList(v -> v.asLong(), List.of()),
                    load.get("leftoverFiles").asList(v -> v.asString(), List.of())));
            for (boolean describing : List.of(false, true)) {
                while (true) {
                    Leftover left = session.executeWrite(tx -> page(tx, id, describing));
                    remove(left);
                    if (left.rows() == 0) {
                        break;
                    }
                }
            }
            finish(session, id, load);
            return true;
        }
    }

    private void remove(Leftover left) {
        vault.destroy(left.slots());
        left.attachments().forEach(a -> KeptFiles.remove(home, a));
    }

    private void finish(Session session, String id, Value load) {
        var releasing = new Releasing(cypher, vault, things, settling);
        session.executeWriteWithoutResult(tx -> {
            things.forgetAll();
            note(tx, id, releasing.release(tx, 0).outward());
        });
        List<Record> again = session.executeRead(tx -> tx.run(
                        cypher.text(Queries.LIST_LOADS),
                        Map.of("cases", List.of(load.get("case").asString())))
                .list());
        for (Record other : again) {
            Value properties = other.get("load");
            if (properties.get("id").asString().equals(id)
                    && !properties.get("outward").isNull()) {
                new Dependents(driver, cypher, settling)
                        .settle(session, properties.get("outward").asList(v -> v.asString()));
            }
        }
        long heldSlot = load.get("heldSlot").asLong();
        var slots = new ArrayList<>(load.get("_slots").asList(v -> v.asLong(), List.of()));
        boolean stillHeld = session.executeWrite(tx -> {
            tx.run(cypher.text(Queries.DROP_AWAITED)).consume();
            tx.run(cypher.text(Queries.DROP_IDENTIFIERS)).consume();
            return tx.run(cypher.text(Queries.COUNT_HELD_WITH_SLOT), Map.of("slot", heldSlot))
                            .single()
                            .get("rows")
                            .asLong()
                    > 0;
        });
        if (!stillHeld) {
            slots.add(heldSlot);
        }
        vault.destroy(slots);
        session.executeWriteWithoutResult(
                tx -> tx.run(cypher.text(Queries.DELETE_LOAD), Map.of("id", id)).consume());
    }

    private void note(TransactionContext tx, String id, Collection<String> outward) {
        if (!outward.isEmpty()) {
            tx.run(cypher.text(Queries.NOTE_OUTWARD), Map.of("id", id, "keys", List.copyOf(outward)))
                    .consume();
        }
    }

    private Leftover page(TransactionContext tx, String id, boolean describing) {
        things.forgetAll();
        List<Record> rows = tx.run(
                        cypher.text(Queries.TAKE_DELIVERIES_BACK),
                        Map.of("id", id, "describing", describing, "page", PAGE))
                .list();
        var slots = new ArrayList<Long>();
        var attachments = new ArrayList<String>();
        var gone = new ArrayList<Map<String, Object>>();
        var touched = new LinkedHashSet<String>();
        for (Record row : rows) {
            String key = row.get("key").asString();
            touched.add(key);
            if (!row.get("target").isNull() && !row.get("held").asBoolean()) {
                touched.add(row.get("target").asString());
            }
            if (row.get("left").asLong() == 0) {
                gone.add(Map.of("key", key, "commitment", row.get("commitment").asString()));
                if (hasItsOwnSlot(row)) {
                    row.get("slots").asList(v -> v.asLong()).forEach(slots::add);
                }
                if (!row.get("attachment").isNull()) {
                    attachments.add(row.get("attachment").asString());
                }
            }
        }
        tx.run(cypher.text(Queries.DELETE_VERSIONS), Map.of("rows", gone)).consume();
        var outward = new HashSet<>(settling.settle(tx, touched));
        holdWhatIsUnsupported(tx, touched, outward);
        tx.run(cypher.text(Queries.DELETE_ANCHORS), Map.of("keys", List.copyOf(touched)))
                .forEachRemaining(r -> slots.add(r.get("slot").asLong()));
        note(tx, id, outward);
        tx.run(cypher.text(Queries.NOTE_LEFTOVER), Map.of("id", id, "slots", slots, "files", attachments))
                .consume();
        return new Leftover(rows.size(), slots, attachments);
    }

    /** A row that neither describes nor names anything was sealed for a slot that nobody else uses. */
    private static boolean hasItsOwnSlot(Record row) {
        Optional<RecordFile> file = RecordFile.named(row.get("file").asString());
        boolean alone = file.isEmpty() || file.get() == RecordFile.WITHDRAWALS;
        return alone && !row.get("held").asBoolean() && !row.get("slots").isNull();
    }

    /**
     * Holds rows of other loads again that name what is gone, or what those who loaded them can no longer see; and then
     * what rests on these.
     */
    private void holdWhatIsUnsupported(TransactionContext tx, Set<String> touched, Set<String> outward) {
        Set<String> affected = new LinkedHashSet<>(touched);
        while (!affected.isEmpty()) {
            List<Record> naming = tx.run(cypher.text(Queries.FIND_NAMING), Map.of("keys", List.copyOf(affected)))
                    .list();
            affected = new LinkedHashSet<>();
            var byFile = new TreeMap<String, List<Map<String, Object>>>();
            for (Record found : naming) {
                Optional<Map<String, Object>> held = unsupported(tx, found);
                if (held.isPresent()) {
                    String file = found.get("row").get("_file").asString();
                    byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(held.get());
                    affected.add(found.get("row").get("_key").asString());
                    if (!found.get("row").get("_target").isNull()) {
                        affected.add(found.get("row").get("_target").asString());
                    }
                }
            }
            byFile.forEach((file, rows) -> tx.run(
                            cypher.text(Queries.HOLD_AGAIN),
                            Map.of(
                                    "label",
                                    RecordFile.named(file)
                                            .map(RecordFile::label)
                                            .orElseThrow(),
                                    "rows",
                                    rows))
                    .consume());
            if (!affected.isEmpty()) {
                touched.addAll(affected);
                things.forgetAll();
                outward.addAll(settling.settle(tx, affected));
            }
        }
    }

    private static boolean isKnown(Optional<Value> seen, Sight sight) {
        return seen.isPresent()
                && sight.sees(
                        seen.get().get("doors").asList(v -> v.asString()),
                        seen.get().get("loads").asList(v -> v.asString()));
    }

    private Optional<Map<String, Object>> unsupported(TransactionContext tx, Record found) {
        Value stored = found.get("row");
        CheckedRow row;
        try {
            row = sealer.checked(stored);
        } catch (KeyDestroyed erased) {
            return Optional.empty();
        }
        var keys = new LinkedHashSet<String>();
        row.references().forEach(r -> keys.add(r.to().value()));
        Map<String, Thing> known = things.among(tx, keys);
        Optional<Value> seen = row.target()
                .flatMap(t -> tx
                        .run(cypher.text(Queries.FIND_TARGETS), Map.of("keys", List.of(t.value())))
                        .list(r -> r.get("seen"))
                        .stream()
                        .findFirst());
        Set<String> missing = null;
        long heldSlot = -1;
        for (Value load : found.get("loads").values()) {
            Sight sight = Sight.of(load);
            var unseen = new LinkedHashSet<String>();
            for (String key : keys) {
                Thing thing = known.get(key);
                if (thing == null || !sight.sees(thing.doors(), thing.loads())) {
                    unseen.add(key);
                }
            }
            if (row.target().isPresent() && !isKnown(seen, sight)) {
                unseen.add(row.target().orElseThrow().value());
            }
            if (unseen.isEmpty()) {
                return Optional.empty();
            }
            missing = unseen;
            heldSlot = load.get("heldSlot").asLong();
        }
        if (missing == null) {
            return Optional.empty();
        }
        var slots = new LinkedHashSet<Long>();
        slots.add(heldSlot);
        known.values().stream().filter(t -> t.kind() == EntityKind.PERSON).forEach(t -> slots.add(t.slot()));
        var properties = sealer.heldProperties(
                row, slots.stream().mapToLong(Long::longValue).toArray());
        properties.put("_commitment", stored.get("_commitment").asString());
        properties.put("_live", false);
        properties.put("_wrongKind", false);
        properties.put("_missing", List.copyOf(missing));
        return Optional.of(Map.of(
                "key", row.key().value(),
                "commitment", stored.get("_commitment").asString(),
                "properties", properties,
                "missing", List.copyOf(missing)));
    }
}
