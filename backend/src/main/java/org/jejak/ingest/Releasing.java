package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Standing;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Accepts held rows whose last missing reference has arrived. Rows that wait for nothing but each other support each
 * other: what is accepted is the greatest set in which everybody's references are known or in the set.
 */
final class Releasing {

    private final CypherLibrary cypher;
    private final Vault vault;
    private final RowSealer sealer;
    private final Things things;
    private final Settling settling;

    Releasing(CypherLibrary cypher, Vault vault, Things things, Settling settling) {
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.things = things;
        this.settling = settling;
    }

    /** A held row, who loaded it, and whether it is still thought to be complete. */
    private static final class Waiting {

        private final CheckedRow row;
        private final String commitment;
        private final boolean wasWrongKind;
        private final Optional<String> country;
        private final List<Sight> sights = new ArrayList<>();
        private final Set<String> doors = new HashSet<>();
        private final Set<String> loads = new HashSet<>();
        private boolean complete = true;
        private boolean wrongKind;

        Waiting(CheckedRow row, Value stored, Value loads) {
            this.row = row;
            this.commitment = stored.get("_commitment").asString();
            this.wasWrongKind = stored.get("_wrongKind").asBoolean(false);
            String of = "";
            for (Value load : loads.values()) {
                sights.add(Sight.of(load));
                this.loads.add(load.get("id").asString());
                Handling handling =
                        Handling.parse(load.get("handling").asString()).orElse(Handling.AMBER);
                doors.add(Viewer.door(load.get("case").asString(), handling.level()));
                of = load.get("country").asString("");
            }
            this.country = of.isEmpty() ? Optional.empty() : Optional.of(of);
        }

        Optional<EntityKind> describes() {
            return row.recordFile().flatMap(RecordFile::describes);
        }
    }

    /**
     * What was released: commitments by key, and keys of things that rows naming them must be settled for.
     *
     * @param rows key and commitment of each row that no longer waits
     */
    record Released(List<Map.Entry<String, String>> rows, Set<String> outward) {}

    /** @param recorded instant at which Jejak learned what completes them, epoch milliseconds; 0 if it always did */
    Released release(TransactionContext tx, long recorded) {
        List<Waiting> waiting = waiting(tx);
        if (waiting.isEmpty()) {
            return new Released(List.of(), Set.of());
        }
        var references = new LinkedHashSet<String>();
        var keys = new LinkedHashSet<String>();
        for (Waiting w : waiting) {
            w.row.references().forEach(r -> references.add(r.to().value()));
            w.row.target().ifPresent(t -> keys.add(t.value()));
            keys.add(w.row.key().value());
            if (w.describes().isPresent()) {
                references.add(w.row.key().value());
            }
        }
        Map<String, Thing> known = new HashMap<>(things.among(tx, references));
        var there = new HashMap<String, List<String>>();
        var rowsKnown = new HashMap<String, Value>();
        tx.run(cypher.text(Queries.FIND_VERSIONS), Map.of("keys", List.copyOf(keys)))
                .forEachRemaining(r -> {
                    if (!r.get("held").asBoolean()) {
                        there.computeIfAbsent(r.get("key").asString(), k -> new ArrayList<>())
                                .add(r.get("file").asString() + "\n"
                                        + r.get("commitment").asString());
                    }
                });
        tx.run(cypher.text(Queries.FIND_TARGETS), Map.of("keys", List.copyOf(keys)))
                .forEachRemaining(r -> rowsKnown.put(r.get("key").asString(), r.get("seen")));
        narrow(waiting, known, there, rowsKnown);
        mark(tx, waiting);
        return write(tx, waiting.stream().filter(w -> w.complete).toList(), known, there, recorded);
    }

    private List<Waiting> waiting(TransactionContext tx) {
        var waiting = new ArrayList<Waiting>();
        tx.run(cypher.text(Queries.FIND_HELD_READY)).forEachRemaining(r -> {
            try {
                waiting.add(new Waiting(sealer.checked(r.get("row")), r.get("row"), r.get("loads")));
            } catch (KeyDestroyed erased) {
                // somebody it names was erased; it waits for ever and says nothing
            }
        });
        return waiting;
    }

    private static void narrow(
            List<Waiting> waiting,
            Map<String, Thing> known,
            Map<String, List<String>> there,
            Map<String, Value> rowsKnown) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<String, List<Waiting>> hoped = new HashMap<>();
            for (Waiting w : waiting) {
                if (w.complete) {
                    hoped.computeIfAbsent(w.row.key().value(), k -> new ArrayList<>())
                            .add(w);
                }
            }
            for (Waiting w : waiting) {
                if (w.complete && !isComplete(w, known, there, rowsKnown, hoped)) {
                    w.complete = false;
                    changed = true;
                }
            }
        }
    }

    private static boolean isComplete(
            Waiting w,
            Map<String, Thing> known,
            Map<String, List<String>> there,
            Map<String, Value> rowsKnown,
            Map<String, List<Waiting>> hoped) {
        boolean clash = there.getOrDefault(w.row.key().value(), List.of()).stream()
                .anyMatch(v -> !v.startsWith(w.row.file() + "\n"));
        if (clash) {
            return false;
        }
        w.wrongKind = false;
        return w.sights.stream().anyMatch(sight -> {
            for (CheckedRow.Reference reference : w.row.references()) {
                String to = reference.to().value();
                Thing thing = known.get(to);
                boolean visible = thing != null && sight.sees(thing.doors(), thing.loads());
                if (thing != null && visible && !reference.kinds().contains(thing.kind())) {
                    w.wrongKind = true;
                    return false;
                }
                boolean hopedFor = hoped.getOrDefault(to, List.of()).stream()
                        .anyMatch(h -> sight.sees(h.doors, h.loads)
                                && h.describes()
                                        .map(reference.kinds()::contains)
                                        .orElse(false));
                if (!visible && !hopedFor) {
                    return false;
                }
            }
            return w.row.target()
                    .map(t -> isKnown(rowsKnown.get(t.value()), sight)
                            || hoped.getOrDefault(t.value(), List.of()).stream()
                                    .anyMatch(h -> sight.sees(h.doors, h.loads)))
                    .orElse(true);
        });
    }

    private static boolean isKnown(@Nullable Value seen, Sight sight) {
        return seen != null
                && sight.sees(
                        seen.get("doors").asList(v -> v.asString()),
                        seen.get("loads").asList(v -> v.asString()));
    }

    private void mark(TransactionContext tx, List<Waiting> waiting) {
        var marks = new ArrayList<Map<String, Object>>();
        for (Waiting w : waiting) {
            if (!w.complete && w.wrongKind != w.wasWrongKind) {
                marks.add(Map.of("key", w.row.key().value(), "commitment", w.commitment, "wrongKind", w.wrongKind));
            }
        }
        if (!marks.isEmpty()) {
            tx.run(cypher.text(Queries.MARK_WRONG_KIND), Map.of("rows", marks)).consume();
        }
    }

    private Released write(
            TransactionContext tx,
            Collection<Waiting> complete,
            Map<String, Thing> known,
            Map<String, List<String>> there,
            long recorded) {
        Map<String, Thing> made = make(complete, known);
        if (!made.isEmpty()) {
            tx.run(cypher.text(Queries.CREATE_ANCHORS), Map.of("anchors", RowMaps.anchors(made)))
                    .consume();
        }
        Map<String, List<Map<String, Object>>> byFile = new TreeMap<>();
        var copies = new ArrayList<Map<String, Object>>();
        var dirty = new LinkedHashSet<String>();
        var released = new ArrayList<Map.Entry<String, String>>();
        for (Waiting w : complete) {
            String key = w.row.key().value();
            String commitment = sealer.commitment(w.row);
            dirty.add(key);
            w.row.target().ifPresent(t -> dirty.add(t.value()));
            released.add(Map.entry(key, commitment));
            if (there.getOrDefault(key, List.of()).contains(w.row.file() + "\n" + commitment)) {
                copies.add(Map.of("key", key, "held", w.commitment, "commitment", commitment));
            } else {
                byFile.computeIfAbsent(w.row.file(), f -> new ArrayList<>()).add(map(w, known, commitment, recorded));
            }
        }
        byFile.forEach((file, rows) -> tx.run(
                        cypher.text(Queries.RELEASE_RECORDS),
                        Map.of(
                                "labels",
                                RecordFile.named(file)
                                        .map(f -> List.of(f.label()))
                                        .orElse(List.of()),
                                "rows",
                                rows))
                .consume());
        if (!copies.isEmpty()) {
            tx.run(cypher.text(Queries.MERGE_HELD), Map.of("rows", copies)).consume();
        }
        tx.run(cypher.text(Queries.DROP_AWAITED)).consume();
        things.forget(made.keySet());
        return new Released(released, dirty.isEmpty() ? Set.of() : settling.settle(tx, dirty));
    }

    private Map<String, Thing> make(Collection<Waiting> complete, Map<String, Thing> known) {
        var wanted = new LinkedHashMap<String, Waiting>();
        for (Waiting w : complete) {
            if (w.describes().isPresent() && !known.containsKey(w.row.key().value())) {
                wanted.putIfAbsent(w.row.key().value(), w);
            }
        }
        Map<String, Thing> made = new LinkedHashMap<>();
        long slot = wanted.isEmpty() ? 0 : vault.allocate(wanted.size());
        for (Map.Entry<String, Waiting> w : wanted.entrySet()) {
            made.put(
                    w.getKey(),
                    RowMaps.thing(
                            w.getValue().describes().orElseThrow(),
                            slot++,
                            w.getValue().row,
                            w.getValue().loads.iterator().next()));
        }
        known.putAll(made);
        return made;
    }

    private Map<String, Object> map(Waiting w, Map<String, Thing> known, String commitment, long recorded) {
        Thing described = known.get(w.row.key().value());
        long[] slots = RowSealer.slots(w.row, k -> thing(known, k), described == null ? null : described.slot());
        if (slots.length == 0 && RowSealer.hasSealed(w.row)) {
            slots = new long[] {vault.allocate(1)};
        }
        var properties = sealer.properties(w.row, slots);
        properties.put("_commitment", commitment);
        if (recorded > 0) {
            properties.put("_released", recorded);
        }
        properties.put("_current", false);
        properties.put("_live", false);
        var placeholder = new Standing.Delivered("-", 0, 0, 0, Handling.RED, "UTC");
        var seen = RowMaps.seen(w.row, List.of(placeholder), List.of(), k -> thing(known, k));
        var map = RowMaps.create(w.row, properties, seen, new Identifiers(w.country), sealer, key -> key);
        map.put("commitment", w.commitment);
        return map;
    }

    private static @Nullable Thing thing(Map<String, Thing> known, String key) {
        return known.get(key);
    }
}
