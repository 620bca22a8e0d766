package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.neo4j.driver.Value;

/** A held row as one load delivered it, and whether it is still thought to be complete for who loaded it. */
final class Waiting {

    private final CheckedRow row;
    private final String commitment;
    private final long releasedBefore;
    private final Sight sight;
    private final String load;
    private final Optional<String> country;
    private final List<Kinds.Claim> claims;
    private final Set<String> doors;
    private boolean complete = true;

    Waiting(CheckedRow row, Value stored, Value load) {
        this.row = row;
        this.commitment = stored.get("_commitment").asString();
        this.releasedBefore = stored.get("_released").asLong(0);
        this.sight = Sight.of(load);
        this.load = load.get("id").asString();
        boolean shared = row.recordFile().filter(Kinds::areShared).isPresent();
        this.claims = shared ? List.of(Kinds.Claim.of(row.file(), load)) : List.of();
        Handling handling = Handling.parse(load.get("handling").asString()).orElse(Handling.AMBER);
        this.doors = Set.of(Viewer.door(load.get("case").asString(), handling.level()));
        this.country = Optional.of(load.get("country").asString("")).filter(c -> !c.isEmpty());
    }

    CheckedRow row() {
        return row;
    }

    String key() {
        return row.key().value();
    }

    /** Under which commitment it waits. */
    String commitment() {
        return commitment;
    }

    /** When it was released, if it stood before it waited; 0 if it never waited before. */
    long releasedBefore() {
        return releasedBefore;
    }

    Optional<String> country() {
        return country;
    }

    /** Which load delivered it so. */
    String load() {
        return load;
    }

    /** Tells the row apart from others, its other versions too, whoever delivered it. */
    String name() {
        return key() + '\n' + commitment;
    }

    /** What it claims its id by; nothing where ids are not shared between files. */
    List<Kinds.Claim> claims() {
        return claims;
    }

    Optional<EntityKind> describes() {
        return row.recordFile().flatMap(RecordFile::describes);
    }

    boolean isComplete() {
        return complete;
    }

    /**
     * Leaves complete those rows only of which everything they name stands or is complete itself: the greatest such set.
     *
     * @param known the things that stand
     * @param targets the rows that stand, of those to be withdrawn
     * @param holders to which file an id belongs, where several claim it; rows of the others are not complete
     */
    static void narrow(
            Collection<Waiting> waiting, Map<String, Thing> known, Targets targets, Map<String, String> holders) {
        waiting.forEach(
                w -> w.complete = holders.getOrDefault(w.key(), w.row.file()).equals(w.row.file()));
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<String, List<Waiting>> hoped = new HashMap<>();
            for (Waiting w : waiting) {
                if (w.complete) {
                    hoped.computeIfAbsent(w.key(), k -> new ArrayList<>()).add(w);
                }
            }
            for (Waiting w : waiting) {
                if (w.complete && !w.isSupported(known, targets, hoped)) {
                    w.complete = false;
                    changed = true;
                }
            }
        }
    }

    private boolean isSupported(Map<String, Thing> known, Targets targets, Map<String, List<Waiting>> hoped) {
        for (CheckedRow.Reference reference : row.references()) {
            Thing thing = known.get(reference.to().value());
            boolean stands = thing != null
                    && sight.sees(thing.doors(), thing.loads())
                    && reference.kinds().contains(thing.kind());
            boolean hopedFor = hoped.getOrDefault(reference.to().value(), List.of()).stream()
                    .anyMatch(h -> sight.sees(h.doors, Set.of(h.load))
                            && h.describes().filter(reference.kinds()::contains).isPresent());
            if (!stands && !hopedFor) {
                return false;
            }
        }
        return targets.isKnown(row, sight)
                || row.target().stream()
                        .flatMap(t -> hoped.getOrDefault(t.value(), List.of()).stream())
                        .anyMatch(h -> h.row.file().equals(row.targetFile()) && sight.sees(h.doors, Set.of(h.load)));
    }
}
