package org.jejak.ingest.translation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header, row by row: a CSV in any encoding that it says or that was named for it, with the separator that
 * it says or its header has, or a sheet of a workbook, either of them packed with gzip or not. Cells have no blank at
 * either end and none of the signs by which spreadsheets hold a number as text. Columns without a name, and names that
 * occur twice, get their number. Lines without any text are no lines.
 */
public final class Table implements Closeable {

    /**
     * A row of the table.
     *
     * @param number the line it begins on, the first being 1
     * @param cells the non-empty ones, by column; what stands behind the last column too, under its number
     * @param plain columns whose cell a workbook holds as a number or date, so that its text is plain: a point before the
     *     fraction, the year first
     * @param flaw why the line does not fit the header; empty if it does
     */
    public record Line(long number, Map<String, String> cells, Set<String> plain, String flaw) {

        public Line {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            plain = Set.copyOf(plain);
        }

        /** Whether it has the cells that the header names. */
        public boolean complete() {
            return flaw.isEmpty();
        }

        /** The cell, or the empty string. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * How the file is written, as far as it does not say itself.
     *
     * @param charset of a text that is no UTF-8
     * @param separator empty: as the file says, or found in its header
     * @param sheet of a workbook; empty: the first that is not hidden
     * @param skip how many lines stand above the header
     */
    public record Writing(Optional<Charset> charset, Optional<Character> separator, Optional<String> sheet, int skip) {

        public static final Writing PLAIN = new Writing(Optional.empty(), Optional.empty(), Optional.empty(), 0);

        /** A text in this encoding. */
        public static Writing in(Charset charset) {
            return new Writing(Optional.of(charset), Optional.empty(), Optional.empty(), 0);
        }
    }

    private final DeliveredFile file;
    private final Charset charset;
    private final Records records;
    private final List<String> columns;

    /** How many cells a line has at least: those up to the last column with a name. */
    private final int named;

    /**
     * @param naming what a column of the header is called here
     * @throws UnreadableDelivery if it is no table
     */
    public Table(DeliveredFile file, Writing writing, UnaryOperator<String> naming) throws IOException {
        this.file = file;
        if (Workbook.isWorkbook(file)) {
            this.charset = StandardCharsets.UTF_8;
            this.records = SheetRecords.open(file, writing);
        } else {
            this.charset = TextEncoding.of(file, writing.charset());
            this.records = new TextRecords(file, charset, writing);
        }
        try {
            Records.Written header = records.next();
            List<String> cells = header == null ? List.of() : header.cells();
            this.columns = named(cells, naming);
            int last = cells.size();
            while (last > 0 && SpreadsheetCells.stripped(cells.get(last - 1)).isEmpty()) {
                last--;
            }
            this.named = last;
        } catch (RuntimeException unreadable) {
            records.close();
            throw unreadable;
        }
    }

    private static List<String> named(List<String> header, UnaryOperator<String> naming) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            String given = SpreadsheetCells.stripped(header.get(i));
            String column = given.isEmpty() ? numbered(i) : naming.apply(given);
            names.add(names.contains(column) ? column + " " + (i + 1) : column);
        }
        return List.copyOf(names);
    }

    private static String numbered(int place) {
        return "column " + (place + 1);
    }

    public List<String> columns() {
        return columns;
    }

    /**
     * Refuses a header that cannot be read in its encoding; whoever only asks what kind of table this is need not.
     *
     * @throws UnreadableDelivery if bytes of it are no text
     */
    public void requireReadableHeader() {
        columns.forEach(this::requireText);
    }

    /** What is said of the file beside its rows: which sheet of a workbook was read, and which were not. */
    public Map<String, String> about() {
        return records.about();
    }

    /** The next row, or null behind the last one. */
    public @Nullable Line next() {
        for (Records.Written read = records.next(); read != null; read = records.next()) {
            var cells = new LinkedHashMap<String, String>();
            var plain = new HashSet<String>();
            String behind = "";
            for (int i = 0; i < read.cells().size(); i++) {
                String cell = SpreadsheetCells.unwrapped(read.cells().get(i));
                requireText(cell);
                if (cell.isEmpty()) {
                    continue;
                }
                String column = i < columns.size() ? columns.get(i) : numbered(i);
                cells.put(column, cell);
                if (read.plain().contains(i)) {
                    plain.add(column);
                }
                behind = i < columns.size() || !behind.isEmpty() ? behind : cell;
            }
            if (!cells.isEmpty()) {
                return new Line(read.number(), cells, plain, flaw(read.cells().size(), behind));
            }
        }
        return null;
    }

    private String flaw(int cells, String behind) {
        if (!behind.isEmpty()) {
            String shown = behind.length() <= 40 ? behind : behind.substring(0, 40) + "…";
            return "too many cells: it has " + cells + ", the header names " + columns.size() + ", and " + shown
                    + " stands behind the last; put a cell that holds a separator in quotes";
        }
        return cells >= named ? "" : "too few cells: it has " + cells + ", the header names " + named;
    }

    private void requireText(String cell) {
        if (cell.indexOf(TextRecords.NO_TEXT) >= 0) {
            throw new UnreadableDelivery(TextEncoding.noText(file, charset));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
