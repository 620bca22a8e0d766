package org.jejak.ingest.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes UTF-8 bytes apart into records of cells by RFC 4180, one record at a time, in constant memory.
 *
 * <p>Ready-made parsers give up a whole file at its first oversized cell or malformed byte. Here one such row must be
 * refused alone while the rows behind it still load, and a cell of two gigabytes must not be held in memory: so this one
 * cuts such a cell short, marks its record and goes on. {@code CsvParserTest} compares it with fastcsv on random files.
 *
 * <p>Tolerated: a byte order mark, LF and CR as line ends. Blank lines are no records.
 */
final class CsvParser implements Closeable {

    /** Longest cell in bytes of UTF-8. */
    static final int LONGEST_CELL = 1 << 20;

    /** How much of a cell that is too long is still shown to whoever must mend it. */
    private static final int SHOWN_OF_TOO_LONG = 200;

    /** Longest record in characters; cells behind it are cut. */
    private static final int LONGEST_RECORD = 1 << 24;

    private final Utf8Text text;
    private final int mostCells;

    private long line = 1;
    private long recordLine;
    private char[] cell = new char[256];
    private int length;
    private long cellChars;
    private long recordChars;
    private int last;

    private List<String> cells = new ArrayList<>();
    private int cellCount;
    private int tooLongCell = -1;
    private boolean malformed;
    private boolean strayQuote;
    private boolean unclosedQuote;

    /** @param mostCells how many cells of a record to keep; the ones behind are only counted */
    CsvParser(InputStream in, int mostCells) {
        this.text = new Utf8Text(in);
        this.mostCells = mostCells;
    }

    /** Reads the next record; false behind the last one. */
    boolean advance() throws IOException {
        while (true) {
            int c = readFirst();
            begin();
            if (c < 0) {
                return false;
            }
            boolean quotedStart = c == '"';
            record(c);
            boolean blank = cellCount == 1 && cells.get(0).isEmpty() && !quotedStart && !malformed;
            if (!blank) {
                return true;
            }
        }
    }

    private void begin() {
        recordLine = last == '\n' || last == '\r' ? line - 1 : line;
        recordChars = 0;
        cells = new ArrayList<>(Math.min(mostCells, 64));
        cellCount = 0;
        tooLongCell = -1;
        malformed = false;
        strayQuote = false;
        unclosedQuote = false;
    }

    private void record(int first) throws IOException {
        int c = first;
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            endCell();
            if (c != ',') {
                return;
            }
            c = read();
        }
    }

    /** Reads a cell without quotes that begins with {@code c}; returns the comma, line end or -1 behind it. */
    private int plain(int c) throws IOException {
        while (c != ',' && c != '\n' && c != '\r' && c >= 0) {
            keep((char) c);
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                unclosedQuote = true;
                return c;
            }
            if (c != '"') {
                keep((char) c);
                continue;
            }
            int after = read();
            if (after == '"') {
                keep('"');
            } else if (after == ',' || after == '\n' || after == '\r' || after < 0) {
                return after;
            } else {
                strayQuote = true;
                return plain(after);
            }
        }
    }

    private void keep(char c) {
        if (c == Utf8Text.NO_TEXT || c == 0) {
            malformed = true;
        }
        cellChars++;
        recordChars++;
        if (cellCount >= mostCells || cellChars > LONGEST_CELL || recordChars > LONGEST_RECORD) {
            return;
        }
        if (length == cell.length) {
            cell = java.util.Arrays.copyOf(cell, Math.min(length * 2, LONGEST_CELL));
        }
        cell[length++] = c;
    }

    private void endCell() {
        if (cellCount < mostCells) {
            boolean tooLong = cellChars > LONGEST_CELL
                    || recordChars > LONGEST_RECORD
                    || (length > LONGEST_CELL / 3 && bytes(cell, length) > LONGEST_CELL);
            if (tooLong && tooLongCell < 0) {
                tooLongCell = cellCount;
            }
            cells.add(new String(cell, 0, tooLong ? Math.min(length, SHOWN_OF_TOO_LONG) : length));
        }
        cellCount++;
        length = 0;
        cellChars = 0;
        if (cell.length > 1 << 16) {
            cell = new char[256];
        }
    }

    private static long bytes(char[] chars, int length) {
        long bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private int read() throws IOException {
        int c = text.read();
        if (c == '\r' || (c == '\n' && last != '\r')) {
            line++;
        }
        last = c;
        return c;
    }

    /** The first character of a record; a line feed that belongs to the line end before it is passed over. */
    private int readFirst() throws IOException {
        boolean endedByCarriageReturn = last == '\r';
        int c = read();
        return c == '\n' && endedByCarriageReturn ? read() : c;
    }

    /** The line on which the record begins, from 1. */
    long recordLine() {
        return recordLine;
    }

    /** The line the parser has come to. */
    long line() {
        return line;
    }

    /** The first cells of the record, at most as many as were asked for. */
    List<String> cells() {
        return cells;
    }

    /** How many cells the record has. */
    int cellCount() {
        return cellCount;
    }

    /** The first cell over the limit, counted from 0; -1 if there is none. */
    int tooLongCell() {
        return tooLongCell;
    }

    /** Whether some of its bytes are no UTF-8, or a NUL. */
    boolean isMalformed() {
        return malformed;
    }

    /** Whether text follows a closing quote. */
    boolean hasStrayQuote() {
        return strayQuote;
    }

    /** Whether the file ended within its quotes. */
    boolean hasUnclosedQuote() {
        return unclosedQuote;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
