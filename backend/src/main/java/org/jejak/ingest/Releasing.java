package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.cypher.CypherLibrary;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.Vault;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Standing;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
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
    private final HoldingAgain holding;

    Releasing(CypherLibrary cypher, Vault vault, Things things, Settling settling) {
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.things = things;
        this.settling = settling;
        this.holding = new HoldingAgain(cypher, sealer, things, settling);
    }

    /**
     * What was released: commitments by key, and keys of things that rows naming them must be settled for.
     *
     * @param rows those that no longer wait
     */
    record Released(List<Row> rows, Set<String> outward) {}

    /** @param loads which of those that delivered it no longer wait for it */
    record Row(String key, String commitment, Set<String> loads) {}

    /** @param recorded instant at which Jejak learned what completes them, epoch milliseconds; 0 if it always did */
    Released release(TransactionContext tx, long recorded) {
        List<Waiting> waiting = waiting(tx);
        if (waiting.isEmpty()) {
            return new Released(List.of(), Set.of());
        }
        var stood = new HashSet<String>();
        var outward = new HashSet<String>();
        Facts facts = facts(tx, waiting);
        Waiting.narrow(waiting, facts.known(), facts.targets(), Map.of());
        Map<String, String> holders = holders(tx, waiting, stood, outward);
        if (!stood.isEmpty()) {
            waiting = waiting(tx);
            facts = facts(tx, waiting);
        }
        Waiting.narrow(waiting, facts.known(), facts.targets(), holders);
        return write(tx, split(tx, waiting), facts, recorded, stood, outward);
    }

    /** Each row that is complete, with the loads for which it is; for the others of its loads it waits on. */
    private Map<Waiting, Set<String>> split(TransactionContext tx, Collection<Waiting> waiting) {
        var byRow = new LinkedHashMap<String, List<Waiting>>();
        waiting.forEach(
                w -> byRow.computeIfAbsent(w.name(), n -> new ArrayList<>()).add(w));
        var complete = new LinkedHashMap<Waiting, Set<String>>();
        var split = new ArrayList<Map<String, Object>>();
        for (List<Waiting> row : byRow.values()) {
            var loads = new LinkedHashSet<String>();
            row.stream().filter(Waiting::isComplete).forEach(w -> loads.add(w.load()));
            if (loads.isEmpty()) {
                continue;
            }
            complete.put(row.stream().filter(Waiting::isComplete).findFirst().orElseThrow(), loads);
            var others = row.stream()
                    .map(Waiting::load)
                    .filter(l -> !loads.contains(l))
                    .toList();
            if (!others.isEmpty()) {
                String now = row.getFirst().commitment();
                String aside = now.contains("|") ? now + "." : now + "|" + others.getFirst();
                split.add(Map.of("key", row.getFirst().key(), "commitment", now, "aside", aside, "loads", others));
            }
        }
        if (!split.isEmpty()) {
            tx.run(cypher.text(Queries.SPLIT_HELD), Map.of("rows", split)).consume();
        }
        return complete;
    }

    /** What the waiting rows name and stands; which of their own versions stand. */
    private record Facts(Map<String, Thing> known, Map<String, List<String>> there, Targets targets) {}

    private Facts facts(TransactionContext tx, Collection<Waiting> waiting) {
        var references = new LinkedHashSet<String>();
        var keys = new LinkedHashSet<String>();
        for (Waiting w : waiting) {
            w.row().references().forEach(r -> references.add(r.to().value()));
            keys.add(w.key());
            if (w.describes().isPresent()) {
                references.add(w.key());
            }
        }
        var there = new HashMap<String, List<String>>();
        tx.run(cypher.text(Queries.FIND_VERSIONS), Map.of("keys", List.copyOf(keys)))
                .forEachRemaining(r -> {
                    if (!r.get("held").asBoolean()) {
                        there.computeIfAbsent(r.get("key").asString(), k -> new ArrayList<>())
                                .add(r.get("commitment").asString());
                    }
                });
        var targets = new Targets(tx, cypher, waiting.stream().map(Waiting::row).toList());
        return new Facts(new HashMap<>(things.among(tx, references)), there, targets);
    }

    private List<Waiting> waiting(TransactionContext tx) {
        var waiting = new ArrayList<Waiting>();
        tx.run(cypher.text(Queries.FIND_HELD_READY)).forEachRemaining(r -> {
            try {
                CheckedRow row = sealer.checked(r.get("row"));
                for (Value load : r.get("loads").values()) {
                    waiting.add(new Waiting(row, r.get("row"), load));
                }
            } catch (KeyDestroyed erased) {
                // somebody it names was erased; it waits for ever and says nothing
            }
        });
        return waiting;
    }

    /**
     * Decides to which file each id belongs that rows of several claim, as if all of them could stand, so that the answer
     * depends on what was delivered alone. Rows that stand and have no right to their id wait from here on, and with them
     * what names them, until it is seen whether it may name the other.
     *
     * @param stood names of the rows that stood until now are added
     */
    private Map<String, String> holders(
            TransactionContext tx, Collection<Waiting> waiting, Set<String> stood, Set<String> outward) {
        var claims = new HashMap<String, List<Kinds.Claim>>();
        waiting.stream().filter(Waiting::isComplete).forEach(w -> {
            if (!w.claims().isEmpty()) {
                claims.computeIfAbsent(w.key(), k -> new ArrayList<>()).addAll(w.claims());
            }
        });
        if (claims.isEmpty()) {
            return Map.of();
        }
        var standing = new HashMap<String, List<Record>>();
        tx.run(cypher.text(Queries.FIND_CLAIMS), Map.of("keys", List.copyOf(claims.keySet())))
                .forEachRemaining(r -> {
                    standing.computeIfAbsent(r.get("key").asString(), k -> new ArrayList<>())
                            .add(r);
                    var of = Objects.requireNonNull(claims.get(r.get("key").asString()));
                    for (Value load : r.get("loads").values()) {
                        of.add(Kinds.Claim.of(r.get("row").get("_file").asString(), load));
                    }
                });
        var holders = new HashMap<String, String>();
        var turnedOut = new ArrayList<Record>();
        claims.forEach((key, all) -> {
            String holder = Kinds.first(all).file();
            var stands = standing.getOrDefault(key, List.of());
            if (stands.stream().anyMatch(this::isErased)) {
                holder = stands.get(0).get("row").get("_file").asString();
            }
            holders.put(key, holder);
            for (Record row : stands) {
                if (!row.get("row").get("_file").asString().equals(holder)) {
                    turnedOut.add(row);
                }
            }
        });
        if (!turnedOut.isEmpty()) {
            turnOut(tx, turnedOut, stood, outward);
        }
        return holders;
    }

    /** Of somebody who was erased nothing can be written anew: their row stays where it is. */
    private boolean isErased(Record found) {
        try {
            sealer.cells(found.get("row"));
            return false;
        } catch (KeyDestroyed erased) {
            return true;
        }
    }

    private void turnOut(TransactionContext tx, List<Record> rows, Set<String> stood, Set<String> outward) {
        var keys = new LinkedHashSet<String>();
        rows.forEach(r -> {
            keys.add(r.get("key").asString());
            stood.add(name(r.get("row")));
        });
        holding.turnedOut(tx, rows);
        things.forgetAll();
        stood.addAll(holding.unsupported(tx, keys, outward));
        tx.run(cypher.text(Queries.DELETE_ANCHORS), Map.of("keys", List.copyOf(keys)))
                .consume();
        tx.run(cypher.text(Queries.DROP_IDENTIFIERS)).consume();
        things.forgetAll();
    }

    /** Tells versions of rows apart. */
    static String name(Value stored) {
        return stored.get("_key").asString() + '\n' + stored.get("_commitment").asString();
    }

    private Released write(
            TransactionContext tx,
            Map<Waiting, Set<String>> complete,
            Facts facts,
            long recorded,
            Set<String> stood,
            Set<String> outward) {
        Map<String, Thing> known = facts.known();
        Map<String, Thing> made = make(complete.keySet(), known);
        if (!made.isEmpty()) {
            tx.run(cypher.text(Queries.CREATE_ANCHORS), Map.of("anchors", RowMaps.anchors(made)))
                    .consume();
        }
        Map<String, List<Map<String, Object>>> byFile = new TreeMap<>();
        var copies = new ArrayList<Map<String, Object>>();
        var dirty = new LinkedHashSet<String>();
        var released = new ArrayList<Row>();
        for (Waiting w : complete.keySet()) {
            String key = w.key();
            String commitment = sealer.commitment(w.row());
            boolean stoodBefore = stood.contains(w.name());
            dirty.add(key);
            w.row().target().ifPresent(t -> dirty.add(t.value()));
            if (!stoodBefore) {
                released.add(new Row(key, commitment, complete.getOrDefault(w, Set.of())));
            }
            if (facts.there().getOrDefault(key, List.of()).contains(commitment)) {
                copies.add(Map.of("key", key, "held", w.commitment(), "commitment", commitment));
            } else {
                byFile.computeIfAbsent(w.row().file(), f -> new ArrayList<>())
                        .add(map(w, known, commitment, stoodBefore ? w.releasedBefore() : recorded));
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
        if (!dirty.isEmpty()) {
            outward.addAll(settling.settle(tx, dirty));
        }
        return new Released(released, outward);
    }

    private Map<String, Thing> make(Collection<Waiting> complete, Map<String, Thing> known) {
        var wanted = new LinkedHashMap<String, Waiting>();
        for (Waiting w : complete) {
            if (w.describes().isPresent() && !known.containsKey(w.key())) {
                wanted.putIfAbsent(w.key(), w);
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
                            w.getValue().row(),
                            w.getValue().load()));
        }
        known.putAll(made);
        return made;
    }

    private Map<String, Object> map(Waiting w, Map<String, Thing> known, String commitment, long recorded) {
        Thing described = known.get(w.key());
        long[] slots = RowSealer.slots(w.row(), k -> thing(known, k), described == null ? null : described.slot());
        if (slots.length == 0 && RowSealer.hasSealed(w.row())) {
            slots = new long[] {vault.allocate(1)};
        }
        var properties = sealer.properties(w.row(), slots);
        properties.put("_commitment", commitment);
        if (recorded > 0) {
            properties.put("_released", recorded);
        }
        properties.put("_current", false);
        properties.put("_live", false);
        var placeholder = new Standing.Delivered("-", 0, 0, 0, Handling.RED, "UTC");
        var seen = RowMaps.seen(w.row(), List.of(placeholder), List.of(), k -> thing(known, k));
        var map = RowMaps.create(w.row(), properties, seen, new Identifiers(w.country()), sealer, key -> key);
        map.put("commitment", w.commitment());
        return map;
    }

    private static @Nullable Thing thing(Map<String, Thing> known, String key) {
        return known.get(key);
    }
}
