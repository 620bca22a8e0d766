package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Turns rows that stood into rows that wait, because what they name is gone or their id belongs to another. */
final class HoldingAgain {

    private final CypherLibrary cypher;
    private final RowSealer sealer;
    private final Things things;
    private final Settling settling;

    HoldingAgain(CypherLibrary cypher, RowSealer sealer, Things things, Settling settling) {
        this.cypher = cypher;
        this.sealer = sealer;
        this.things = things;
        this.settling = settling;
    }

    /**
     * Holds rows again that name one of these things which is gone, or what those who loaded them can no longer see; and
     * then what rests on these.
     *
     * @param touched keys of rows that are gone; those of rows that follow them are added
     * @param outward keys of things whose dependents are to be settled are added
     * @return the rows that wait now, each by {@link Releasing#name}
     */
    Set<String> unsupported(TransactionContext tx, Set<String> touched, Set<String> outward) {
        var held = new LinkedHashSet<String>();
        Set<String> affected = new LinkedHashSet<>(touched);
        while (!affected.isEmpty()) {
            List<Record> naming = tx.run(cypher.text(Queries.FIND_NAMING), Map.of("keys", List.copyOf(affected)))
                    .list();
            affected = new LinkedHashSet<>();
            var byFile = new TreeMap<String, List<Map<String, Object>>>();
            for (Record found : naming) {
                Optional<Map<String, Object>> row = unsupported(tx, found);
                if (row.isPresent()) {
                    Value stored = found.get("row");
                    byFile.computeIfAbsent(stored.get("_file").asString(), f -> new ArrayList<>())
                            .add(row.get());
                    held.add(Releasing.name(stored));
                    affected.add(stored.get("_key").asString());
                    if (!stored.get("_target").isNull()) {
                        affected.add(stored.get("_target").asString());
                    }
                }
            }
            write(tx, byFile);
            if (!affected.isEmpty()) {
                touched.addAll(affected);
                things.forgetAll();
                outward.addAll(settling.settle(tx, affected));
            }
        }
        return held;
    }

    /**
     * Holds these rows again, whatever they name: their ids belong to rows of another file.
     *
     * @param claims rows as {@code find-claims} returns them
     */
    void turnedOut(TransactionContext tx, Collection<Record> claims) {
        var byFile = new TreeMap<String, List<Map<String, Object>>>();
        for (Record claim : claims) {
            CheckedRow row = sealer.checked(claim.get("row"));
            var named = new LinkedHashSet<String>();
            row.references().forEach(r -> named.add(r.to().value()));
            long heldSlot = claim.get("loads").get(0).get("heldSlot").asLong();
            var map = held(claim.get("row"), row, heldSlot, things.among(tx, named), List.of(), named);
            byFile.computeIfAbsent(row.file(), f -> new ArrayList<>()).add(map);
        }
        write(tx, byFile);
    }

    /** Rows that wait, and name a person who is taken back, no longer need the key of that person: it is destroyed. */
    void sealWithout(TransactionContext tx, Collection<Long> slots) {
        var rows = new ArrayList<Map<String, Object>>();
        tx.run(cypher.text(Queries.FIND_HELD_WITH_SLOTS), Map.of("slots", List.copyOf(slots)))
                .forEachRemaining(r -> {
                    try {
                        rows.add(sealer.sealedWithout(r.get("row"), slots));
                    } catch (KeyDestroyed erased) {
                        // somebody else it names was erased; nobody can read it any more
                    }
                });
        if (!rows.isEmpty()) {
            tx.run(cypher.text(Queries.RESEAL_HELD), Map.of("rows", rows)).consume();
        }
    }

    /** What waited for those who could not see all of it, while it stood for others, waits with it now. */
    private void write(TransactionContext tx, Map<String, List<Map<String, Object>>> byFile) {
        byFile.forEach((file, rows) -> {
            String label = RecordFile.named(file).map(RecordFile::label).orElseThrow();
            tx.run(cypher.text(Queries.HOLD_AGAIN), Map.of("label", label, "rows", rows))
                    .consume();
            tx.run(cypher.text(Queries.MERGE_HELD_COPIES), Map.of("rows", rows)).consume();
        });
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
        var targets = new Targets(tx, cypher, List.of(row));
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
            if (!targets.isKnown(row, sight)) {
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
        return Optional.of(held(stored, row, heldSlot, known, missing, missing));
    }

    /**
     * @param missing what it names and is not there
     * @param awaited what must be there before it is looked at again
     */
    private Map<String, Object> held(
            Value stored,
            CheckedRow row,
            long heldSlot,
            Map<String, Thing> known,
            Collection<String> missing,
            Collection<String> awaited) {
        var slots = new LinkedHashSet<Long>();
        slots.add(heldSlot);
        known.values().stream().filter(t -> t.kind() == EntityKind.PERSON).forEach(t -> slots.add(t.slot()));
        var properties = sealer.heldProperties(
                row, slots.stream().mapToLong(Long::longValue).toArray());
        properties.put("_commitment", stored.get("_commitment").asString());
        properties.put("_live", false);
        properties.put("_missing", List.copyOf(missing));
        if (!stored.get("_released").isNull()) {
            properties.put("_released", stored.get("_released").asLong());
        }
        return Map.of(
                "key", row.key().value(),
                "commitment", stored.get("_commitment").asString(),
                "properties", properties,
                "missing", List.copyOf(awaited));
    }
}
