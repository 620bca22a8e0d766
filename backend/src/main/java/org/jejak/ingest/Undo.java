package org.jejak.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
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
    private final Path home;
    private final Things things;
    private final Settling settling;
    private final HoldingAgain holding;

    Undo(Driver driver, CypherLibrary cypher, Vault vault, Path home) {
        this.driver = driver;
        this.cypher = cypher;
        this.vault = vault;
        this.home = home;
        this.things = new Things(cypher);
        var sealer = new RowSealer(vault);
        this.settling = new Settling(cypher, sealer, things);
        this.holding = new HoldingAgain(cypher, sealer, things, settling);
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
            }
            if (!row.get("attachment").isNull()) {
                attachments.add(row.get("attachment").asString());
            }
        }
        tx.run(cypher.text(Queries.DELETE_VERSIONS), Map.of("rows", gone)).consume();
        var outward = new HashSet<>(settling.settle(tx, touched));
        holding.unsupported(tx, touched, outward);
        var freed = tx.run(cypher.text(Queries.DELETE_ANCHORS), Map.of("keys", List.copyOf(touched)))
                .list(r -> r.get("slot").asLong());
        if (!freed.isEmpty()) {
            holding.sealWithout(tx, freed);
            slots.addAll(freed);
        }
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
}
