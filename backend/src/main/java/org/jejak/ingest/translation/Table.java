package org.jejak.ingest.translation;

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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A CSV with a header, row by row: comma, semicolon or tab as the first line has it, cells without a blank at either
 * end. Columns without a name, and names that occur twice, get their number.
 */
public final class Table implements Closeable {

    /**
     * A row of the table.
     *
     * @param number the line it begins on, the first being 1
     * @param cells the non-empty ones, by column
     * @param complete false where it has more or fewer cells than the header names
     */
    public record Line(long number, Map<String, String> cells, boolean complete) {

        /** The cell, or the empty string. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * How the file is written.
     *
     * @param separator empty: found in the first line
     */
    public record Writing(Charset charset, Optional<Character> separator) {

        public static final Writing PLAIN = new Writing(StandardCharsets.UTF_8, Optional.empty());
    }

    private static final int HEADER_LOOKED_AT = 1 << 16;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private final Charset charset;
    private long lastLine;

    /**
     * @param naming what a column of the header is called here
     * @throws UnreadableDelivery if there is no header of text
     */
    public Table(DeliveredFile file, Writing writing, UnaryOperator<String> naming) throws IOException {
        this.name = file.name();
        this.charset = writing.charset();
        var text = new BufferedReader(new InputStreamReader(file.open(), charset.newDecoder()), HEADER_LOOKED_AT);
        try {
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator(text, writing))
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .detectBomHeader(false)
                    .ofCsvRecord(text);
            this.records = reader.iterator();
            CsvRecord header = read();
            this.columns = header == null ? List.of() : named(header.getFields(), naming);
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            if (unreadable instanceof CharacterCodingException) {
                throw new UnreadableDelivery(noText(), unreadable);
            }
            throw unreadable;
        }
    }

    private String noText() {
        return name + " is not text in " + charset.name() + "; save it as a CSV in " + charset.name() + ".";
    }

    /** Comma unless the first line has none, but semicolons or tabs. */
    private static char separator(BufferedReader text, Writing writing) throws IOException {
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
        return writing.separator().orElse(found);
    }

    private static List<String> named(List<String> header, UnaryOperator<String> naming) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            String given = header.get(i).strip();
            String column = given.isEmpty() ? "column " + (i + 1) : naming.apply(given);
            names.add(names.contains(column) ? column + " " + (i + 1) : column);
        }
        return List.copyOf(names);
    }

    public List<String> columns() {
        return columns;
    }

    /** The next row, or null behind the last one. */
    public @Nullable Line next() {
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
            CsvRecord read = records.hasNext() ? records.next() : null;
            lastLine = read == null ? lastLine : read.getStartingLineNumber();
            return read;
        } catch (CsvParseException | UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw new UnreadableDelivery(noText(), broken);
            }
            throw new UnreadableDelivery(
                    name + " cannot be read as a CSV in " + charset.name() + " behind line " + lastLine
                            + "; is a quote never closed, or is it another kind of file?",
                    broken);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
