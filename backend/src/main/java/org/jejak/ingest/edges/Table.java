package org.jejak.ingest.edges;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;

/** A CSV with a header, row by row; column names are taken in any case, and cells without a blank at either end. */
final class Table implements Closeable {

    /** A row of the table; {@code complete} is false where it has more or fewer cells than the header names. */
    record Line(long number, Map<String, String> cells, boolean complete) {}

    private static final int HEADER_LOOKED_AT = 1 << 16;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;

    /** @throws UnreadableDelivery if there is no header of text */
    Table(DeliveredFile file) throws IOException {
        this.name = file.name();
        var text = new BufferedReader(
                new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder()), HEADER_LOOKED_AT);
        try {
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .detectBomHeader(false)
                    .ofCsvRecord(text);
            this.records = reader.iterator();
            CsvRecord header = read();
            this.columns = header == null ? List.of() : named(header.getFields());
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            if (unreadable instanceof CharacterCodingException) {
                throw new UnreadableDelivery(name + " is not text in UTF-8, so it is no edge list.", unreadable);
            }
            throw unreadable;
        }
    }

    /** Comma unless the first line has none, but semicolons or tabs. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADER_LOOKED_AT);
        int first = text.read();
        if (first != '\uFEFF') {
            text.reset();
        }
        text.mark(HEADER_LOOKED_AT);
        char found = ',';
        int c = 0;
        for (int i = 0; i < HEADER_LOOKED_AT - 1 && c != '\n' && c != '\r' && c >= 0; i++) {
            c = text.read();
            if (c == ',') {
                found = ',';
                break;
            }
            found = c == ';' || c == '\t' ? (char) c : found;
        }
        text.reset();
        return found;
    }

    private static List<String> named(List<String> header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            String given = header.get(i).strip();
            String lower = given.toLowerCase(Locale.ROOT);
            boolean known = List.of("source", "target", "weight", "relation", "time", "id", "label")
                    .contains(lower);
            String column = given.isEmpty() ? "column " + (i + 1) : known ? lower : given;
            names.add(names.contains(column) ? column + " " + (i + 1) : column);
        }
        return List.copyOf(names);
    }

    List<String> columns() {
        return columns;
    }

    /** The next row, or null behind the last one. */
    @Nullable
    Line next() {
        CsvRecord read = read();
        if (read == null) {
            return null;
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), read.getFieldCount()); i++) {
            String cell = read.getField(i).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new Line(read.getStartingLineNumber(), cells, read.getFieldCount() == columns.size());
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new UnreadableDelivery(
                    name + " cannot be read as a CSV in UTF-8; is a quote never closed, or is it another kind of file?",
                    broken);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
