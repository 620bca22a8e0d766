package org.jejak.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.jejak.network.RecordFile;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * One load on its way: rows are read, checked, gathered into batches and written, and everything is counted. While the
 * store writes two batches the next is read, checked and sealed.
 */
final class LoadRun {

    private static final int MOST_ROWS = 5_000;
    private static final long MOST_CHARACTERS = 8L << 20;

    private final String load;
    private final Driver driver;
    private final RowSource source;
    private final RowCheck check;
    private final LoadOptions options;
    private final BatchWriter writer;
    private final Closing closing;
    private final SeenRows seen;
    private final RefusedRows refused;
    private final MadeIds ids;

    private final EarliestTime earliest = new EarliestTime();
    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private RemadeIds remade = RemadeIds.NONE;
    private long again;
    private long done;
    private long total;
    private final Set<String> namedFiles = new HashSet<>();
    private LoadReport.Unnamed unnamed = LoadReport.Unnamed.NONE;
    private List<LoadReport.FileCounts> counts = List.of();
    private long released;

    /** A row that this load holds, by key and commitment: what it counts as once it is released. */
    private record Waiting(Tally tally, BatchWriter.Fate released) {}

    LoadRun(
            String load,
            Driver driver,
            RowSource source,
            LoadOptions options,
            BatchWriter writer,
            Closing closing,
            SeenRows seen,
            RefusedRows refused,
            MadeIds ids) {
        this.load = load;
        this.driver = driver;
        this.source = source;
        this.check = new RowCheck(source.delivery());
        this.options = options;
        this.writer = writer;
        this.closing = closing;
        this.seen = seen;
        this.refused = refused;
        this.ids = ids;
    }

    /** The earliest time of the rows. */
    String earliest() {
        return earliest.time();
    }

    /** Loads all files; {@code ending} is told what was counted before the load is whole. */
    void run(BiConsumer<TransactionContext, LoadRun> ending) throws IOException {
        List<RowFile> given = source.files();
        remade = RemadeIds.of(given, ids);
        List<RowFile> files = remade.files(given);
        for (RowFile file : files) {
            long rows = file.rowCount();
            total = rows < 0 || total < 0 ? -1 : total + rows;
        }
        try (Session session = driver.session()) {
            try (var pen = new Pen(driver, writer)) {
                for (RowFile file : files) {
                    load(session, pen, file);
                }
            }
            refused.close();
            unnamed = LoadReport.Unnamed.of(source.othersThan(namedFiles));
            closing.close(session, again, options.dryRun(), (tx, rows) -> {
                release(rows);
                ending.accept(tx, this);
            });
        }
    }

    private void load(Session session, Pen pen, RowFile file) throws IOException {
        var tally = new Tally(file.name() + ".csv");
        tallies.add(tally);
        var refusal = file.refusal();
        if (refusal.isPresent()) {
            tally.refuseWhole(file.rowCount(), refusal.get());
            keepRefusedRows(file, refusal.get());
            done += Math.max(0, file.rowCount());
            tell(file);
            return;
        }
        boolean isNew = session.executeRead(tx -> writer.isNew(tx, file.name()));
        var batch = new ArrayList<CheckedRow>();
        long characters = 0;
        try (Rows rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                noteFile(file, row);
                switch (check.check(file.name(), remade.in(row))) {
                    case RowOutcome.Rejected no -> {
                        tally.count(BatchWriter.Fate.REFUSED);
                        refused.add(file, no.row(), no.refusal());
                        done++;
                    }
                    case RowOutcome.Accepted yes -> {
                        earliest.see(yes.row());
                        batch.add(yes.row());
                        characters += size(row);
                    }
                }
                if (batch.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
                    write(session, pen, file, tally, batch, isNew);
                    batch = new ArrayList<>(MOST_ROWS);
                    characters = 0;
                }
            }
        }
        write(session, pen, file, tally, batch, isNew);
        done += pen.await();
        tell(file);
    }

    /** Where the rows of a refused file can be told apart, they are handed back like any other refused row. */
    private void keepRefusedRows(RowFile file, String reason) throws IOException {
        if (file.columns().isEmpty()) {
            return;
        }
        try (Rows rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                noteFile(file, row);
                refused.add(file, row, new Refusal(file.name() + ".csv", row.line(), "", "", reason));
            }
        }
    }

    /** A file that a refused row names is spoken of there. */
    private void noteFile(RowFile file, RawRow row) {
        String named = row.cell("file");
        if (!named.isEmpty() && file.name().equals(RecordFile.SOURCES.fileName())) {
            namedFiles.add(named);
        }
    }

    private static long size(RawRow row) {
        return row.cells().values().stream().mapToLong(String::length).sum();
    }

    private void write(Session session, Pen pen, RowFile file, Tally tally, List<CheckedRow> batch, boolean isNew)
            throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        var prepared = session.executeRead(tx -> writer.prepare(tx, file.name(), batch, isNew));
        for (BatchWriter.Decided decided : prepared.decided()) {
            note(file, tally, decided);
        }
        again += prepared.draft().again();
        done += pen.write(prepared);
        if (BatchWriter.namesItself(file.name())) {
            done += pen.await();
        }
        tell(file);
    }

    private void tell(RowFile file) {
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

    /** What no longer waits: rows of this load count as what they became, those of others are released. */
    private void release(List<Releasing.Row> rows) {
        var after = new IdentityHashMap<Tally, Tally>();
        tallies.forEach(t -> after.put(t, t.copy()));
        released = 0;
        for (Releasing.Row row : rows) {
            Waiting here = row.loads().contains(load) ? waiting.get(row.key() + '\n' + row.commitment()) : null;
            if (here == null) {
                released++;
            } else {
                Objects.requireNonNull(after.get(here.tally())).move(BatchWriter.Fate.HELD, here.released());
            }
        }
        counts = tallies.stream()
                .map(t -> Objects.requireNonNull(after.get(t)).counts())
                .toList();
    }

    List<LoadReport.FileCounts> counts() {
        return counts;
    }

    long released() {
        return released;
    }

    LoadReport.Unnamed unnamed() {
        return unnamed;
    }
}
