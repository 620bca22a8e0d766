package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.Vault;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * Writes one batch of rows of one file in one transaction: decides what becomes of each, makes what it describes, and
 * ties it to what it names. A row that is new and complete, nearly all of them, is written in one go; one that was
 * there before is settled afterwards.
 */
final class BatchWriter {

    /** What became of a row. */
    enum Fate {
        ACCEPTED,
        UNCHANGED,
        SUPERSEDED,
        HELD,
        REFUSED,
        KEPT
    }

    /**
     * What was decided of one row.
     *
     * @param released what it counts as should it be released before the load ends
     */
    record Decided(CheckedRow row, Fate fate, Optional<Refusal> refusal, Fate released, String commitment) {}

    /**
     * What a batch did.
     *
     * @param outward keys of things that rows naming them must be settled for
     */
    record Done(List<Decided> decided, Set<String> outward) {}

    private final CypherLibrary cypher;
    private final Vault vault;
    private final RowSealer sealer;
    private final Things things;
    private final Settling settling;
    private final LoadContext load;
    private final Identifiers identifiers;
    private final SeenRows seen;
    private final KeptFiles keptFiles;

    BatchWriter(
            CypherLibrary cypher,
            Vault vault,
            Things things,
            Settling settling,
            LoadContext load,
            SeenRows seen,
            KeptFiles keptFiles) {
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.things = things;
        this.settling = settling;
        this.load = load;
        this.identifiers = new Identifiers(load.delivery().country());
        this.seen = seen;
        this.keptFiles = keptFiles;
    }

    Done write(TransactionContext tx, String file, List<CheckedRow> rows) {
        var batch = new Batch(file, rows);
        batch.look(tx);
        batch.decide();
        batch.write(tx);
        return new Done(Arrays.asList(batch.decided), batch.outward);
    }

    /** A version of a row that was in the store before. */
    private record Found(
            String commitment,
            String file,
            boolean held,
            boolean current,
            long delivered,
            long sequence,
            List<String> cases) {

        static Found of(Record r) {
            return new Found(
                    r.get("commitment").asString(),
                    r.get("file").asString(),
                    r.get("held").asBoolean(),
                    r.get("current").asBoolean(false),
                    r.get("delivered").asLong(0),
                    r.get("sequence").asLong(0),
                    r.get("cases").asList(v -> v.asString()));
        }
    }

    /** One batch on its way. */
    private final class Batch {

        private final String file;
        private final Optional<RecordFile> recordFile;
        private final List<CheckedRow> rows;
        private final Decided[] decided;
        private final String[] commitments;
        private final Map<String, List<Found>> found = new HashMap<>();
        private final Map<String, Thing> known = new HashMap<>();
        private final Map<String, Thing> made = new LinkedHashMap<>();
        private final Map<String, List<String>> targets = new HashMap<>();
        private final Map<String, Integer> firstOf = new HashMap<>();
        private final List<Map<String, Object>> creates = new ArrayList<>();
        private final List<Map<String, Object>> holds = new ArrayList<>();
        private final List<Map<String, Object>> deliveries = new ArrayList<>();
        private final Set<String> dirty = new LinkedHashSet<>();
        private final Set<String> createdHere = new java.util.HashSet<>();
        private final Set<String> outward = new LinkedHashSet<>();
        private long freeSlot;

        Batch(String file, List<CheckedRow> rows) {
            this.file = file;
            this.recordFile = RecordFile.named(file);
            this.rows = rows;
            this.decided = new Decided[rows.size()];
            this.commitments = new String[rows.size()];
        }

        void look(TransactionContext tx) {
            var keys = new LinkedHashSet<String>();
            var references = new LinkedHashSet<String>();
            var wanted = new LinkedHashSet<String>();
            int slots = 0;
            for (int i = 0; i < rows.size(); i++) {
                CheckedRow row = rows.get(i);
                commitments[i] = sealer.commitment(row);
                keys.add(row.key().value());
                row.references().forEach(r -> references.add(r.to().value()));
                row.target().ifPresent(t -> wanted.add(t.value()));
                boolean needsSlot = recordFile.flatMap(RecordFile::describes).isPresent()
                        || row.references().isEmpty();
                slots += needsSlot ? 1 : 0;
            }
            tx.run(cypher.text(Queries.FIND_VERSIONS), Map.of("keys", List.copyOf(keys)))
                    .forEachRemaining(r -> found.computeIfAbsent(r.get("key").asString(), k -> new ArrayList<>())
                            .add(Found.of(r)));
            known.putAll(things.among(tx, references));
            if (recordFile.flatMap(RecordFile::describes).isPresent()) {
                known.putAll(things.among(tx, found.keySet()));
            }
            if (!wanted.isEmpty()) {
                tx.run(cypher.text(Queries.FIND_TARGETS), Map.of("keys", List.copyOf(wanted)))
                        .forEachRemaining(r -> targets.put(
                                r.get("key").asString(), r.get("doors").asList(v -> v.asString())));
            }
            freeSlot = slots == 0 ? -1 : vault.allocate(slots);
        }

        /** Rows that name rows further down in the batch are looked at again once those are decided. */
        void decide() {
            var open = new ArrayList<Integer>();
            var again = new ArrayList<Integer>();
            for (int i = 0; i < rows.size(); i++) {
                boolean first = recordFile.isEmpty()
                        || firstOf.putIfAbsent(rows.get(i).key().value(), i) == null;
                (first ? open : again).add(i);
            }
            boolean moved = true;
            while (moved && !open.isEmpty()) {
                moved = false;
                var left = new ArrayList<Integer>();
                for (int i : open) {
                    if (decide(i, false)) {
                        moved = true;
                    } else {
                        left.add(i);
                    }
                }
                open = left;
            }
            open.forEach(i -> decide(i, true));
            for (int i : again) {
                int first = Objects.requireNonNull(firstOf.get(rows.get(i).key().value()));
                if (decided[first].fate() == Fate.REFUSED) {
                    firstOf.put(rows.get(i).key().value(), i);
                    decide(i, true);
                } else if (commitments[first].equals(commitments[i])) {
                    decided(i, Fate.UNCHANGED);
                } else {
                    refuse(i, "id", rows.get(i).raw().cell("id"), duplicate());
                }
            }
        }

        private String duplicate() {
            return "this id stands for another row further up in this bundle; the first one stays. Give this one an id of its"
                    + " own, or deliver the change later";
        }

        /** Decides row {@code i}; false if something it names is missing and {@code hold} says to look again. */
        private boolean decide(int i, boolean hold) {
            CheckedRow row = rows.get(i);
            String key = row.key().value();
            List<Found> there = found.getOrDefault(key, List.of());
            if (recordFile.isEmpty()) {
                keep(i, row, there);
                return true;
            }
            var before = seen.look(key, commitments[i]);
            if (before == SeenRows.Before.SAME) {
                decided(i, Fate.UNCHANGED);
                return true;
            }
            if (before == SeenRows.Before.OTHER) {
                refuse(i, "id", row.raw().cell("id"), duplicate());
                return true;
            }
            Optional<Found> clash =
                    there.stream().filter(f -> !f.file().equals(file)).findFirst();
            if (clash.isPresent()) {
                refuse(
                        i,
                        "id",
                        row.raw().cell("id"),
                        "this id stands for another thing already; persons, organizations, places, vehicles, phones, accounts,"
                                + " documents and handles share one set of ids");
                return true;
            }
            var missing = new ArrayList<String>();
            for (CheckedRow.Reference reference : row.references()) {
                Thing thing = thing(reference.to().value());
                if (thing == null) {
                    missing.add(reference.to().value());
                } else if (!reference.kinds().contains(thing.kind())) {
                    refuse(i, reference.column(), row.raw().cell(reference.column()), wrongKind(reference, thing));
                    hold(i, row, there, List.of(), true);
                    return true;
                }
            }
            row.target()
                    .map(Key::value)
                    .filter(t -> !targets.containsKey(t) || !load.sight().sees(targets.getOrDefault(t, List.of())))
                    .ifPresent(missing::add);
            if (!missing.isEmpty()) {
                if (hold) {
                    decided(i, Fate.HELD, whatItWouldBe(there));
                    hold(i, row, there, missing, false);
                }
                return hold;
            }
            Optional<Refusal> file = keptFiles.refusal(row);
            if (file.isPresent()) {
                decided[i] = new Decided(row, Fate.REFUSED, file, Fate.REFUSED, commitments[i]);
                return true;
            }
            accept(i, row, there);
            return true;
        }

        private @org.jspecify.annotations.Nullable Thing thing(String key) {
            Thing here = made.get(key);
            if (here != null) {
                return here;
            }
            Thing thing = known.get(key);
            return thing != null && load.sight().sees(thing.doors()) ? thing : null;
        }

        private Fate whatItWouldBe(List<Found> there) {
            boolean inThisCase = there.stream().filter(f -> !f.held()).anyMatch(f -> isInCase(f));
            return inThisCase ? Fate.SUPERSEDED : Fate.ACCEPTED;
        }

        private boolean isInCase(Found version) {
            return version.cases().contains(load.delivery().caseRef());
        }

        private void accept(int i, CheckedRow row, List<Found> there) {
            Optional<Found> same = there.stream()
                    .filter(f -> f.commitment().equals(commitments[i]))
                    .findFirst();
            if (same.isEmpty()) {
                decided(i, whatItWouldBe(there));
                create(i, row, !there.isEmpty());
                return;
            }
            deliver(row, commitments[i]);
            if (same.get().held()) {
                decided(i, Fate.HELD, whatItWouldBe(there));
                return;
            }
            dirty.add(row.key().value());
            decided(i, fateOf(same.get(), there));
        }

        /** A version that is there already and is delivered once more. */
        private Fate fateOf(Found same, List<Found> there) {
            boolean rowIsInCase = there.stream().filter(f -> !f.held()).anyMatch(this::isInCase);
            if (!rowIsInCase) {
                return Fate.ACCEPTED;
            }
            boolean becomesCurrent = !same.current()
                    && there.stream()
                            .filter(Found::current)
                            .allMatch(c -> c.delivered() < load.deliveredMillis()
                                    || c.delivered() == load.deliveredMillis()
                                            && c.sequence() < load.delivery().sequence());
            return becomesCurrent || !isInCase(same) ? Fate.SUPERSEDED : Fate.UNCHANGED;
        }

        private void keep(int i, CheckedRow row, List<Found> there) {
            decided(i, Fate.KEPT);
            String identity = row.key().value() + '\n' + commitments[i];
            if (there.stream().anyMatch(f -> f.commitment().equals(commitments[i]))) {
                deliver(row, commitments[i]);
                dirty.add(row.key().value());
            } else if (createdHere.add(identity)) {
                boolean another = !there.isEmpty() || !createdHere.add(row.key().value());
                create(i, row, another);
            }
        }

        private void create(int i, CheckedRow row, boolean settleAfterwards) {
            String key = row.key().value();
            Optional<EntityKind> describes = recordFile.flatMap(RecordFile::describes);
            Thing thing = null;
            if (describes.isPresent()) {
                thing = known.get(key);
                if (thing == null) {
                    thing = newThing(describes.get(), row);
                    made.put(key, thing);
                }
            }
            Standing.Seen doors = doors(row, List.of(load.delivery().caseRef()));
            boolean namesWithdrawn = row.references().stream()
                    .filter(r -> r.kinds().iterator().next().isEntity())
                    .anyMatch(r -> Objects.requireNonNull(thing(r.to().value())).withdrawn());
            long[] slots = RowSealer.slots(row, this::thing, thing == null ? null : thing.slot());
            if (slots.length == 0 && RowSealer.hasSealed(row)) {
                slots = new long[] {freeSlot++};
            }
            var properties = sealer.properties(row, slots);
            properties.put("_commitment", commitments[i]);
            properties.put("_delivered", load.deliveredMillis());
            properties.put("_sequence", load.delivery().sequence());
            properties.put("_recorded", load.recordedMillis());
            properties.put("_zone", load.zone());
            properties.put("_doors", doors.doors());
            properties.put("_cases", List.of(load.delivery().caseRef()));
            properties.put("_current", !settleAfterwards);
            properties.put("_withdrawn", false);
            properties.put("_live", !settleAfterwards && doors.stated() && !namesWithdrawn);
            keptFiles.keep(row, slots).ifPresent(token -> properties.put("_attachment", token));
            creates.add(RowMaps.create(row, properties, doors, identifiers, sealer));
            if (settleAfterwards || row.target().isPresent()) {
                dirty.add(key);
            }
            row.target().ifPresent(t -> dirty.add(t.value()));
        }

        private Thing newThing(EntityKind kind, CheckedRow row) {
            return RowMaps.thing(kind, freeSlot++, row, Set.copyOf(load.sight().keys()));
        }

        private Standing.Seen doors(CheckedRow row, List<String> cases) {
            return RowMaps.seen(row, List.of(load.asDelivered()), cases, this::thing);
        }

        private void hold(int i, CheckedRow row, List<Found> there, List<String> missing, boolean wrongKind) {
            Optional<Found> waiting = there.stream()
                    .filter(f -> f.held() && f.commitment().startsWith(commitments[i]))
                    .findFirst();
            if (waiting.isPresent()) {
                deliver(row, waiting.get().commitment());
                return;
            }
            boolean standsForOthers =
                    there.stream().anyMatch(f -> f.commitment().equals(commitments[i]));
            var slots = new LinkedHashSet<Long>();
            slots.add(load.heldSlot());
            for (CheckedRow.Reference reference : row.references()) {
                Thing thing = thing(reference.to().value());
                if (thing != null && thing.kind() == EntityKind.PERSON) {
                    slots.add(thing.slot());
                }
            }
            var properties = sealer.heldProperties(
                    row, slots.stream().mapToLong(Long::longValue).toArray());
            properties.put("_commitment", standsForOthers ? commitments[i] + "|" + load.id() : commitments[i]);
            properties.put("_live", false);
            properties.put("_missing", missing);
            properties.put("_wrongKind", wrongKind);
            var awaited = new LinkedHashSet<>(missing);
            if (wrongKind) {
                row.references().forEach(r -> awaited.add(r.to().value()));
            }
            holds.add(Map.of("line", row.raw().line(), "properties", properties, "missing", List.copyOf(awaited)));
        }

        private void deliver(CheckedRow row, String commitment) {
            deliveries.add(Map.of(
                    "key", row.key().value(),
                    "commitment", commitment,
                    "line", row.raw().line()));
        }

        private void decided(int i, Fate fate) {
            decided(i, fate, fate);
        }

        private void decided(int i, Fate fate, Fate released) {
            decided[i] = new Decided(rows.get(i), fate, Optional.empty(), released, commitments[i]);
        }

        private void refuse(int i, String column, String value, String reason) {
            CheckedRow row = rows.get(i);
            var refusal = new Refusal(file + ".csv", row.raw().line(), column, value, reason);
            decided[i] = new Decided(row, Fate.REFUSED, Optional.of(refusal), Fate.REFUSED, commitments[i]);
        }

        void write(TransactionContext tx) {
            if (!made.isEmpty()) {
                tx.run(cypher.text(Queries.CREATE_ANCHORS), Map.of("anchors", RowMaps.anchors(made)))
                        .consume();
            }
            if (!creates.isEmpty()) {
                tx.run(
                                cypher.text(Queries.CREATE_RECORDS),
                                Map.of(
                                        "labels",
                                        recordFile.map(f -> List.of(f.label())).orElse(List.of()),
                                        "load",
                                        load.id(),
                                        "rows",
                                        creates))
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
            things.forget(made.keySet());
            if (!dirty.isEmpty()) {
                outward.addAll(settling.settle(tx, dirty));
            }
        }
    }

    private static String wrongKind(CheckedRow.Reference reference, Thing thing) {
        return "it names " + aOrAn(thing.kind().label().toLowerCase(java.util.Locale.ROOT)) + "; this column takes "
                + String.join(
                        ", ",
                        reference.kinds().stream()
                                .map(k -> k.label().toLowerCase(java.util.Locale.ROOT))
                                .sorted()
                                .toList());
    }

    private static String aOrAn(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
