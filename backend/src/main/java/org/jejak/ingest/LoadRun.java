package org.jejak.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** One load on its way: rows are read, checked, gathered into batches and written, and everything is counted. */
final class LoadRun {

    private static final int MOST_ROWS = 5_000;
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final RowSource source;
    private final RowCheck check;
    private final LoadOptions options;
    private final BatchWriter writer;
    private final Releasing releasing;
    private final Settling settling;
    private final SeenRows seen;
    private final RefusedRows refused;

    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Set<String> outward = new LinkedHashSet<>();
    private long done;
    private long total;
    private long released;

    /** A row that this load holds, by key and commitment: what it counts as once it is released. */
    private record Waiting(Tally tally, BatchWriter.Fate released) {}

    LoadRun(
            Driver driver,
            CypherLibrary cypher,
            RowSource source,
            LoadOptions options,
            BatchWriter writer,
            Releasing releasing,
            Settling settling,
            SeenRows seen,
            RefusedRows refused) {
        this.driver = driver;
        this.cypher = cypher;
        this.source = source;
        this.check = new RowCheck(source.delivery());
        this.options = options;
        this.writer = writer;
        this.releasing = releasing;
        this.settling = settling;
        this.seen = seen;
        this.refused = refused;
    }

    void run() throws IOException {
        List<RowFile> files = source.files();
        for (RowFile file : files) {
            long rows = file.rowCount();
            total = rows < 0 || total < 0 ? -1 : total + rows;
        }
        try (Session session = driver.session()) {
            for (RowFile file : files) {
                load(session, file);
            }
            release(session);
            settleOutward(session);
        }
    }

    private void load(Session session, RowFile file) throws IOException {
        var tally = new Tally(file.name() + ".csv");
        tallies.add(tally);
        var refusal = file.refusal();
        if (refusal.isPresent()) {
            tally.refuseWhole(file.rowCount(), refusal.get());
            keepRefusedRows(file, refusal.get());
            return;
        }
        var batch = new ArrayList<CheckedRow>();
        long characters = 0;
        try (Rows rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                switch (check.check(file.name(), row)) {
                    case RowOutcome.Rejected no -> {
                        tally.count(BatchWriter.Fate.REFUSED);
                        refused.add(file, no.row(), no.refusal());
                        done++;
                    }
                    case RowOutcome.Accepted yes -> {
                        batch.add(yes.row());
                        characters += size(row);
                    }
                }
                if (batch.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
                    write(session, file, tally, batch);
                    batch.clear();
                    characters = 0;
                }
            }
        }
        write(session, file, tally, batch);
    }

    /** Where the rows of a refused file can be told apart, they are handed back like any other refused row. */
    private void keepRefusedRows(RowFile file, String reason) throws IOException {
        if (file.columns().isEmpty()) {
            return;
        }
        try (Rows rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                refused.add(file, row, new Refusal(file.name() + ".csv", row.line(), "", "", reason));
            }
        }
    }

    private static long size(RawRow row) {
        return row.cells().values().stream().mapToLong(String::length).sum();
    }

    private void write(Session session, RowFile file, Tally tally, List<CheckedRow> batch) throws IOException {
        if (!batch.isEmpty()) {
            var rows = List.copyOf(batch);
            var result = session.executeWrite(tx -> writer.write(tx, file.name(), rows));
            for (BatchWriter.Decided decided : result.decided()) {
                note(file, tally, decided);
            }
            outward.addAll(result.outward());
        }
        done += batch.size();
        options.progress().at(file.name(), done, total);
        if (options.cancelled().getAsBoolean()) {
            throw new CancellationException("the load was cancelled");
        }
    }

    private void note(RowFile file, Tally tally, BatchWriter.Decided decided) throws IOException {
        tally.count(decided.fate());
        String key = decided.row().key().value();
        if (decided.refusal().isPresent()) {
            refused.add(file, decided.row().raw(), decided.refusal().get());
        } else if (decided.fate() != BatchWriter.Fate.KEPT) {
            seen.add(key, decided.commitment());
        }
        if (decided.fate() == BatchWriter.Fate.HELD) {
            waiting.put(key + '\n' + decided.commitment(), new Waiting(tally, decided.released()));
        }
    }

    private void release(Session session) {
        var result = session.executeWrite(releasing::release);
        outward.addAll(result.outward());
        for (Map.Entry<String, String> row : result.rows()) {
            Waiting here = waiting.remove(row.getKey() + '\n' + row.getValue());
            if (here == null) {
                released++;
            } else {
                here.tally().move(BatchWriter.Fate.HELD, here.released());
            }
        }
    }

    /** Rows that rest on a source which changed, or name a thing that was withdrawn or is there again. */
    private void settleOutward(Session session) {
        for (String key : outward) {
            Dependents.settle(session, cypher, settling, key);
        }
    }

    List<LoadReport.FileCounts> counts() {
        return tallies.stream().map(Tally::counts).toList();
    }

    long released() {
        return released;
    }
}
