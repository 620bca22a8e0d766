package org.jejak.ingest.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RowCheck;
import org.jejak.ingest.RowOutcome;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.Table;
import org.jejak.ingest.translation.TranslatedSource;
import org.jspecify.annotations.Nullable;

/**
 * Any table as rows of the contract, by a mapping. One source is made of the file's name and digest, with what the mapping
 * says of it. Things made of a cell come once each; between lines only their ids are in memory.
 */
public final class MappedSource {

    private MappedSource() {}

    /**
     * @throws UnreadableDelivery if the table cannot be read, or has not the columns that the mapping names
     */
    public static RowSource open(Path path, Mapping mapping, Delivery delivery, MadeIds ids) throws IOException {
        var file = DeliveredFile.of(path);
        checkColumns(file, mapping);
        Delivery completed = mapping.completed(delivery);
        Instant delivered = completed.delivered().orElseGet(Instant::now);
        return new TranslatedSource(
                completed,
                file.name(),
                file.sha256(),
                () -> new Lines(file, mapping, ids, reading(mapping, completed, delivered)));
    }

    /** A row as it would be loaded, or why it would be refused. */
    public record PreviewRow(String file, long line, Map<String, String> cells, Optional<Refusal> refusal) {}

    /** What the first lines of the table would become; nothing is looked up in the store. */
    public static List<PreviewRow> preview(Path path, Mapping mapping, Delivery delivery, MadeIds ids, int lines)
            throws IOException {
        var file = DeliveredFile.of(path);
        checkColumns(file, mapping);
        Delivery completed = mapping.completed(delivery);
        var check = new RowCheck(completed);
        var reading = reading(mapping, completed, completed.delivered().orElseGet(Instant::now));
        var found = new ArrayList<PreviewRow>();
        try (var items = new Lines(file, mapping, ids, reading)) {
            FileRows rows = items.next();
            for (int i = 0; i <= lines && rows != null; i++, rows = items.next()) {
                rows.all()
                        .forEach((name, some) -> some.forEach(row -> found.add(
                                switch (check.check(name, row)) {
                                    case RowOutcome.Accepted yes ->
                                        new PreviewRow(name, row.line(), row.cells(), Optional.empty());
                                    case RowOutcome.Rejected no ->
                                        new PreviewRow(name, row.line(), row.cells(), Optional.of(no.refusal()));
                                })));
            }
        }
        return found;
    }

    private static void checkColumns(DeliveredFile file, Mapping mapping) throws IOException {
        Set<String> there;
        try (var table = table(file, mapping)) {
            table.requireReadableHeader();
            there = new LinkedHashSet<>(table.columns());
        }
        for (Mapping.Block block : mapping.blocks()) {
            for (Mapping.Cell cell : block.cells().values()) {
                for (String column : MappedLine.columns(cell.from())) {
                    known(file, mapping, there, column, cell.where());
                }
            }
            for (String column : block.only().keySet()) {
                known(file, mapping, there, column, block.where());
            }
        }
    }

    private static void known(
            DeliveredFile file, Mapping mapping, Set<String> there, String column, Mapping.Where where) {
        if (!there.contains(column)) {
            String place = where.line() == 0 ? "" : ", line " + where.line() + ", column " + where.column();
            throw new UnreadableDelivery(mapping.name() + place + ": " + file.name() + " has no column " + column
                    + Suggestion.among(there, column));
        }
    }

    private static CellReading reading(Mapping mapping, Delivery delivery, Instant delivered) {
        Conventions conventions = mapping.conventions();
        var times = new TimeReading(
                delivery.timezone(),
                delivered,
                conventions.calendar(),
                CalendarNames.languages(conventions.language(), mapping.country()));
        return new CellReading(times, conventions.decimal());
    }

    private static Table table(DeliveredFile file, Mapping mapping) throws IOException {
        return new Table(file, mapping.writing(), name -> name);
    }

    private static final class Lines implements TranslatedSource.Items {

        private final DeliveredFile file;
        private final Mapping mapping;
        private final Table table;
        private final MappedLine line;
        private final Set<String> made = new HashSet<>();
        private boolean begun;

        Lines(DeliveredFile file, Mapping mapping, MadeIds ids, CellReading reading) throws IOException {
            this.file = file;
            this.mapping = mapping;
            this.table = table(file, mapping);
            this.line = new MappedLine(mapping, file, table.columns(), ids, reading);
        }

        @Override
        public @Nullable FileRows next() {
            if (!begun) {
                begun = true;
                var source = new LinkedHashMap<>(file.sourceRow());
                source.putAll(table.about());
                source.putAll(mapping.source());
                var rows = new FileRows();
                rows.add("sources", new RawRow(1, source));
                return rows;
            }
            Table.Line next = table.next();
            return next == null ? null : once(line.rows(next));
        }

        /** What is made of many cells alike is the same thing, and comes once. */
        private FileRows once(FileRows rows) {
            var kept = new FileRows();
            rows.all()
                    .forEach((name, some) -> some.forEach(row -> {
                        boolean isMade = row.cell("id").startsWith("~");
                        if (!isMade || made.add(name + row.cells())) {
                            kept.add(name, row);
                        }
                    }));
            return kept;
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
