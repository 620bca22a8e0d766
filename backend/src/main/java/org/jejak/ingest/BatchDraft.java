package org.jejak.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jejak.cypher.CypherLibrary;
import org.jejak.network.EntityColumns;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Standing;
import org.neo4j.driver.TransactionContext;

/** What one batch is going to write: new versions, held rows, deliveries of versions that were there. */
final class BatchDraft {

    /** What only rows that waited need. */
    private static final Set<String> ONLY_RELEASED = Set.of("key", "commitment", "identifiers");

    private final Optional<RecordFile> file;
    private final LoadContext load;
    private final BatchFacts facts;
    private final RowSealer sealer;
    private final Identifiers identifiers;
    private final KeptFiles keptFiles;
    private final LongSupplier freeSlot;
    private final List<Map<String, Object>> creates = new ArrayList<>();
    private final List<Map<String, Object>> holds = new ArrayList<>();
    private final List<Map<String, Object>> aside = new ArrayList<>();
    private final List<Map<String, Object>> deliveries = new ArrayList<>();
    private final List<Map<String, Object>> identified = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private long again;
    private final Set<String> created = new HashSet<>();

    BatchDraft(
            Optional<RecordFile> file,
            LoadContext load,
            BatchFacts facts,
            RowSealer sealer,
            Identifiers identifiers,
            KeptFiles keptFiles,
            LongSupplier freeSlot) {
        this.file = file;
        this.load = load;
        this.facts = facts;
        this.sealer = sealer;
        this.identifiers = identifiers;
        this.keptFiles = keptFiles;
        this.freeSlot = freeSlot;
    }

    /** A version that is not there yet and of which everything is known. */
    void create(CheckedRow row, String commitment) {
        String key = row.key().value();
        boolean another = !facts.versions(row.key()).isEmpty() || !created.add(key);
        Thing thing = facts.described(row.key());
        Optional<EntityKind> describes = file.flatMap(RecordFile::describes);
        if (thing == null && describes.isPresent()) {
            thing = RowMaps.thing(describes.get(), freeSlot.getAsLong(), row, load.id());
            facts.made(row.key(), thing);
        }
        List<String> cases = List.of(load.delivery().caseRef());
        Standing.Seen seen = RowMaps.seen(row, List.of(load.asDelivered()), cases, facts::thing);
        boolean namesWithdrawn = EntityColumns.named(row.file(), row::cell)
                .anyMatch(named -> Objects.requireNonNull(facts.thing(named)).withdrawn());
        long[] slots = RowSealer.slots(row, facts::thing, thing == null ? null : thing.slot());
        if (slots.length == 0 && RowSealer.hasSealed(row)) {
            slots = new long[] {freeSlot.getAsLong()};
        }
        var properties = sealer.properties(row, slots);
        properties.put("_commitment", commitment);
        properties.put("_delivered", load.deliveredMillis());
        properties.put("_sequence", load.delivery().sequence());
        properties.put("_recorded", load.recordedMillis());
        properties.put("_zone", load.zone());
        properties.put("_doors", seen.doors());
        properties.put("_cases", cases);
        properties.put("_current", !another);
        properties.put("_withdrawn", false);
        properties.put("_live", !another && seen.stands(false, namesWithdrawn));
        keptFiles.keep(row, slots).ifPresent(token -> properties.put("_attachment", token));
        var create = RowMaps.create(row, properties, seen, identifiers, sealer, this::place);
        if (create.get("identifiers") instanceof List<?> some && !some.isEmpty()) {
            identified.add(Map.of("key", key, "commitment", commitment, "identifiers", some));
        }
        create.keySet().removeAll(ONLY_RELEASED);
        if (another || row.target().isPresent()) {
            create.put("again", true);
            again++;
        }
        creates.add(create);
    }

    /**
     * The same version waits for who delivered it before: it goes on waiting beside the one that is made now, until what
     * it names is there for them too.
     */
    void setAside(CheckedRow row, String commitment) {
        aside.add(Map.of("key", row.key().value(), "commitment", commitment));
    }

    /**
     * A row that waits.
     *
     * @param missing keys that are not known to the loader; none where it waits for a thing to become another kind
     */
    void hold(CheckedRow row, String commitment, List<String> missing) {
        List<BatchFacts.Found> there = facts.versions(row.key());
        Optional<BatchFacts.Found> waiting = there.stream()
                .filter(f -> f.held() && f.commitment().startsWith(commitment))
                .findFirst();
        if (waiting.isPresent()) {
            deliver(row, waiting.get().commitment(), false, Optional.empty());
            return;
        }
        boolean standsForOthers = there.stream().anyMatch(f -> f.commitment().equals(commitment));
        var slots = new LinkedHashSet<Long>();
        slots.add(load.heldSlot());
        for (CheckedRow.Reference reference : row.references()) {
            Thing thing = facts.thing(reference.to().value());
            if (thing != null && thing.kind() == EntityKind.PERSON) {
                slots.add(thing.slot());
            }
        }
        var properties = sealer.heldProperties(
                row, slots.stream().mapToLong(Long::longValue).toArray());
        properties.put("_commitment", standsForOthers ? commitment + "|" + load.id() : commitment);
        properties.put("_live", false);
        properties.put("_missing", missing);
        var awaited = new LinkedHashSet<>(missing);
        if (missing.isEmpty()) {
            row.references().forEach(r -> awaited.add(r.to().value()));
        }
        holds.add(Map.of("line", row.raw().line(), "properties", properties, "missing", List.copyOf(awaited)));
    }

    /**
     * A version that was there and is delivered once more.
     *
     * @param settle whether its standing must be decided anew, when all rows are written
     * @param attachment under which name the file of a source is kept already
     */
    void deliver(CheckedRow row, String commitment, boolean settle, Optional<String> attachment) {
        var delivery = new HashMap<String, Object>();
        delivery.put("key", row.key().value());
        delivery.put("commitment", commitment);
        delivery.put("line", row.raw().line());
        delivery.put("again", settle);
        Thing thing = facts.described(row.key());
        if (thing != null && thing.kind() == EntityKind.SOURCE) {
            long[] slots = RowSealer.slots(row, facts::thing, thing.slot());
            keptFiles.keepAgain(row, slots, attachment).ifPresent(token -> delivery.put("attachment", token));
        }
        deliveries.add(delivery);
        again += settle ? 1 : 0;
    }

    /** Where a thing stands in the list of all that the batch names. */
    private Object place(String key) {
        return places.computeIfAbsent(key, k -> places.size());
    }

    /** How many rows were there before: what that means for them is decided when the load ends. */
    long again() {
        return again;
    }

    /** Keys of the things that are made. */
    Set<String> made() {
        return facts.made().keySet();
    }

    void write(TransactionContext tx, CypherLibrary cypher) {
        if (!facts.made().isEmpty()) {
            tx.run(cypher.text(Queries.CREATE_ANCHORS), Map.of("anchors", RowMaps.anchors(facts.made())))
                    .consume();
        }
        if (!aside.isEmpty()) {
            tx.run(cypher.text(Queries.SET_HELD_ASIDE), Map.of("rows", aside)).consume();
        }
        if (!creates.isEmpty()) {
            List<String> labels = file.map(f -> List.of(f.label())).orElse(List.of());
            var parameters = Map.of(
                    "labels", labels, "load", load.id(), "things", List.copyOf(places.keySet()), "rows", creates);
            tx.run(cypher.text(Queries.CREATE_RECORDS), parameters).consume();
        }
        if (!identified.isEmpty()) {
            tx.run(cypher.text(Queries.ADD_IDENTIFIERS), Map.of("rows", identified))
                    .consume();
        }
        if (!holds.isEmpty()) {
            tx.run(cypher.text(Queries.CREATE_HELD), Map.of("load", load.id(), "rows", holds))
                    .consume();
        }
        if (!deliveries.isEmpty()) {
            tx.run(cypher.text(Queries.ADD_DELIVERIES), Map.of("load", load.id(), "rows", deliveries))
                    .consume();
        }
    }
}
