package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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

    /** What was decided of a batch, and what is to be written of it. */
    record Prepared(List<Decided> decided, BatchDraft draft) {}

    private final CypherLibrary cypher;
    private final Vault vault;
    private final RowSealer sealer;
    private final Things things;
    private final LoadContext load;
    private final Identifiers identifiers;
    private final SeenRows seen;
    private final KeptFiles keptFiles;

    /** Rows that were refused for a kind, by key and commitment: they wait for that to change, once each. */
    private final Set<String> heldRefused = new HashSet<>();

    /** Things that this load makes another kind of, when it ends: its rows claim their ids before those that stand. */
    private final Map<String, EntityKind> turning = new HashMap<>();

    BatchWriter(
            CypherLibrary cypher, Vault vault, Things things, LoadContext load, SeenRows seen, KeptFiles keptFiles) {
        this.cypher = cypher;
        this.vault = vault;
        this.sealer = new RowSealer(vault);
        this.things = things;
        this.load = load;
        this.identifiers = new Identifiers(load.delivery().country());
        this.seen = seen;
        this.keptFiles = keptFiles;
    }

    /**
     * Decides what becomes of each row, from what the store has now and what this load took before.
     *
     * @param isNew whether the store has no row of the file from before this load, so that none need be looked up
     */
    Prepared prepare(TransactionContext tx, String file, List<CheckedRow> rows, boolean isNew) {
        var batch = new Batch(tx, file, rows, isNew);
        batch.decide();
        return new Prepared(Arrays.asList(batch.decided), batch.draft);
    }

    void write(TransactionContext tx, Prepared prepared) {
        prepared.draft().write(tx, cypher);
    }

    /** To be said when a batch is committed: what it made was not there when it was prepared. */
    void written(Prepared prepared) {
        things.forget(prepared.draft().made());
    }

    /** Whether rows of this file may name others of it, so that each batch must be written before the next is prepared. */
    static boolean namesItself(String file) {
        var recordFile = RecordFile.named(file);
        return recordFile.isEmpty()
                || recordFile.get().describes().isPresent()
                || recordFile.get() == RecordFile.WITHDRAWALS;
    }

    /** Whether the store has no row of this file in the load's namespace yet. */
    boolean isNew(TransactionContext tx, String file) {
        if (namesItself(file)) {
            return false;
        }
        String prefix = load.delivery().namespace() + ":" + file + "/";
        return tx.run(cypher.text(Queries.FIND_ANY_OF_FILE), Map.of("prefix", prefix))
                .list()
                .isEmpty();
    }

    /** One batch on its way. */
    private final class Batch {

        private final String file;
        private final Optional<RecordFile> recordFile;
        private final List<CheckedRow> rows;
        private final Decided[] decided;
        private final String[] commitments;
        private final BatchFacts facts;
        private final BatchDraft draft;
        private final Map<String, Integer> firstOf = new HashMap<>();
        private final Set<String> kept = new HashSet<>();
        private long freeSlot;

        Batch(TransactionContext tx, String file, List<CheckedRow> rows, boolean isNew) {
            this.file = file;
            this.recordFile = RecordFile.named(file);
            this.rows = rows;
            this.decided = new Decided[rows.size()];
            this.commitments = rows.stream().map(sealer::commitment).toArray(String[]::new);
            this.facts = new BatchFacts(tx, cypher, things, load, recordFile, rows, isNew);
            this.draft = new BatchDraft(recordFile, load, facts, sealer, identifiers, keptFiles, () -> freeSlot++);
            boolean describes = recordFile.flatMap(RecordFile::describes).isPresent();
            long slots = rows.stream()
                    .filter(r -> describes || r.references().isEmpty())
                    .count();
            this.freeSlot = slots == 0 ? -1 : vault.allocate((int) slots);
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
            List<BatchFacts.Found> there = facts.versions(row.key());
            if (recordFile.isEmpty()) {
                keep(i, row, there);
                return true;
            }
            var before = seen.look(key, commitments[i]);
            if (before == SeenRows.Before.SAME) {
                decided(i, Fate.UNCHANGED);
                return true;
            }
            Optional<Kinds.Claim> taken = facts.takenBy(row.key());
            var claim = new Kinds.Claim(file, load.order());
            if (taken.isPresent() && !Kinds.isBefore(claim, taken.get())) {
                turnAway(i, row, there);
                return true;
            }
            if (before == SeenRows.Before.OTHER) {
                refuse(i, "id", row.raw().cell("id"), duplicate());
                return true;
            }
            var missing = new ArrayList<String>();
            for (CheckedRow.Reference reference : row.references()) {
                Thing thing = facts.thing(reference.to().value());
                if (thing == null) {
                    missing.add(reference.to().value());
                    continue;
                }
                EntityKind kind = turning.getOrDefault(reference.to().value(), thing.kind());
                if (!reference.kinds().contains(kind)) {
                    refuse(i, reference.column(), row.raw().cell(reference.column()), wrongKind(reference, kind));
                    waitForAnotherKind(i, row, there);
                    return true;
                } else if (kind != thing.kind() && !stands(i, there)) {
                    missing.add(reference.to().value());
                }
            }
            if (!facts.isTargetKnown(row)) {
                row.target().map(Key::value).ifPresent(missing::add);
            }
            if (missing.isEmpty() && taken.isPresent()) {
                recordFile.flatMap(RecordFile::describes).ifPresent(k -> turning.put(key, k));
                decided(i, Fate.HELD, whatItWouldBe(there));
                draft.hold(row, commitments[i], missing);
                return true;
            }
            if (!missing.isEmpty()) {
                if (hold) {
                    decided(i, Fate.HELD, whatItWouldBe(there));
                    draft.hold(row, commitments[i], missing);
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

        /** The id is another thing's. Who may not see that thing is told that the row waits, and no more. */
        private void turnAway(int i, CheckedRow row, List<BatchFacts.Found> there) {
            if (facts.thing(row.key().value()) == null) {
                decided(i, Fate.HELD, whatItWouldBe(there));
            } else {
                refuse(
                        i,
                        "id",
                        row.raw().cell("id"),
                        "this id stands for another thing already; persons, organizations, places, vehicles, phones, accounts,"
                                + " documents and handles share one set of ids");
            }
            waitForAnotherKind(i, row, there);
        }

        private void waitForAnotherKind(int i, CheckedRow row, List<BatchFacts.Found> there) {
            if (stands(i, there)) {
                draft.deliver(row, commitments[i], true, Optional.empty());
            } else if (heldRefused.add(row.key().value() + '\n' + commitments[i])) {
                draft.hold(row, commitments[i], List.of());
            }
        }

        private Fate whatItWouldBe(List<BatchFacts.Found> there) {
            return isRowInCase(there) ? Fate.SUPERSEDED : Fate.ACCEPTED;
        }

        /** Whether the version stands until the load ends, when it is decided with all that names what it names. */
        private boolean stands(int i, List<BatchFacts.Found> there) {
            return there.stream().anyMatch(f -> !f.held() && f.commitment().equals(commitments[i]));
        }

        private boolean isRowInCase(List<BatchFacts.Found> there) {
            return there.stream()
                    .filter(f -> !f.held() && f.file().equals(file))
                    .anyMatch(this::isInCase);
        }

        private boolean isInCase(BatchFacts.Found version) {
            return version.cases().contains(load.delivery().caseRef());
        }

        private void accept(int i, CheckedRow row, List<BatchFacts.Found> there) {
            Optional<BatchFacts.Found> same = there.stream()
                    .filter(f -> f.commitment().equals(commitments[i]))
                    .findFirst();
            if (same.isEmpty() || same.get().held()) {
                if (same.isPresent()) {
                    draft.setAside(row, commitments[i]);
                }
                decided(i, whatItWouldBe(there));
                draft.create(row, commitments[i]);
                return;
            }
            draft.deliver(row, commitments[i], true, same.get().attachment());
            decided(i, fateOf(same.get(), there));
        }

        /** A version that is there already and is delivered once more. */
        private Fate fateOf(BatchFacts.Found same, List<BatchFacts.Found> there) {
            if (!isRowInCase(there)) {
                return Fate.ACCEPTED;
            }
            boolean becomesCurrent = !same.current()
                    && there.stream()
                            .filter(BatchFacts.Found::current)
                            .allMatch(c -> c.order().compareTo(load.order()) < 0);
            return becomesCurrent || !isInCase(same) ? Fate.SUPERSEDED : Fate.UNCHANGED;
        }

        private void keep(int i, CheckedRow row, List<BatchFacts.Found> there) {
            decided(i, Fate.KEPT);
            if (there.stream().anyMatch(f -> f.commitment().equals(commitments[i]))) {
                draft.deliver(row, commitments[i], true, Optional.empty());
            } else if (kept.add(commitments[i])) {
                draft.create(row, commitments[i]);
            }
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
    }

    private static String wrongKind(CheckedRow.Reference reference, EntityKind kind) {
        return "it names " + aOrAn(kind.label().toLowerCase(java.util.Locale.ROOT)) + "; this column takes "
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
