package org.jejak.ingest.translation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;

/** The records of a CSV: the separator as it says itself, or as its header has it. */
final class TextRecords implements Records {

    /** Stands for bytes that are no text in the encoding. Unicode reserves it: it is no character. */
    static final char NO_TEXT = '\uFFFF';

    private static final int HEADER_LOOKED_AT = 1 << 16;

    /** What may separate, the likelier first. */
    private static final String SEPARATORS = ",;\t|";

    /** What Excel takes as the first line of a CSV, and writes where it is told to. */
    private static final Pattern SAYS_SEPARATOR = Pattern.compile("(?i)\"?sep=(.|\\\\t)\"?[\\s,;\"]*");

    private final String name;
    private final Charset charset;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final long passedOver;
    private long lastLine;

    TextRecords(DeliveredFile file, Charset charset, Table.Writing writing) throws IOException {
        this.name = file.name();
        this.charset = charset;
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_TEXT));
        var text = new BufferedReader(new InputStreamReader(file.open(), decoder), HEADER_LOOKED_AT);
        try {
            passOverMark(text);
            Optional<Character> said = said(text);
            long passed = said.isPresent() ? 1 : 0;
            for (; passed < writing.skip(); passed++) {
                passOverLine(text);
            }
            this.passedOver = passed;
            this.lastLine = passed;
            char separator = writing.separator().or(() -> said).orElseGet(() -> found(text));
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .trimWhitespacesAroundQuotes(true)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .detectBomHeader(false)
                    .ofCsvRecord(text);
            this.records = reader.iterator();
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            throw unreadable;
        }
    }

    private static void passOverMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** The separator that the first line names, which is passed over then. */
    private static Optional<Character> said(BufferedReader text) throws IOException {
        text.mark(64);
        var line = new StringBuilder();
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r' && line.length() < 32) {
            line.append((char) c);
            c = text.read();
        }
        var says = SAYS_SEPARATOR.matcher(line);
        if (!says.matches()) {
            text.reset();
            return Optional.empty();
        }
        if (c == '\r') {
            passOverLineFeed(text);
        }
        return Optional.of(says.group(1).equals("\\t") ? '\t' : says.group(1).charAt(0));
    }

    private static void passOverLine(BufferedReader text) throws IOException {
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r') {
            c = text.read();
        }
        if (c == '\r') {
            passOverLineFeed(text);
        }
    }

    private static void passOverLineFeed(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\n') {
            text.reset();
        }
    }

    /** What occurs most often in the header, outside quotes; a comma where nothing does. */
    private static char found(BufferedReader text) {
        int[] times = new int[SEPARATORS.length()];
        try {
            text.mark(HEADER_LOOKED_AT);
            boolean quoted = false;
            boolean begun = false;
            for (int i = 0; i < HEADER_LOOKED_AT - 1; i++) {
                int c = text.read();
                if (c < 0 || (c == '\n' || c == '\r') && begun && !quoted) {
                    break;
                }
                begun |= c != '\n' && c != '\r';
                quoted ^= c == '"';
                int which = quoted ? -1 : SEPARATORS.indexOf(c);
                if (which >= 0) {
                    times[which]++;
                }
            }
            text.reset();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        int most = 0;
        for (int i = 1; i < times.length; i++) {
            most = times[i] > times[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public @Nullable Written next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord read = records.next();
            lastLine = passedOver + read.getStartingLineNumber();
            return new Written(lastLine, read.getFields());
        } catch (CsvParseException | UncheckedIOException broken) {
            if (broken.getCause() instanceof UnreadableDelivery refused) {
                throw refused;
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
