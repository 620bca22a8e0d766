package org.jejak.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thing that a line names in a cell and that has no other id than what is made of it, a telephone in a list of calls.
 * Where the cell could not be read, nothing was made; in the corrected row stands what the thing is known by, and of that
 * it is made then.
 *
 * @param column of the row that refers to it
 * @param given what stood there when the row was refused
 * @param file of the contract that it belongs in
 * @param knownBy the column there of what it is known by; empty where another row of its table describes it
 * @param cells of it besides
 */
public record MadeThing(String column, String given, String file, String knownBy, Map<String, String> cells) {

    public MadeThing {
        cells = Map.copyOf(cells);
    }

    /** Whether the row now says what it is. An id that somebody wrote there stays one. */
    boolean isIn(RawRow row) {
        String cell = row.cell(column);
        return !cell.isBlank() && !cell.equals(given) && !cell.startsWith("~") && cell.indexOf(':') < 0;
    }

    /** Whether what could not be read still stands there. */
    boolean isUnreadIn(RawRow row) {
        return !given.isEmpty() && row.cell(column).equals(given);
    }

    String id(RawRow row, MadeIds ids) {
        return ids.of(file, List.of(known(row)));
    }

    private String known(RawRow row) {
        return Spelling.seen(row.cell(column));
    }

    /** The row of it. */
    RawRow described(RawRow row, MadeIds ids) {
        var all = new LinkedHashMap<String, String>();
        all.put("id", id(row, ids));
        all.putAll(cells);
        all.put(knownBy, known(row));
        return new RawRow(row.line(), all);
    }
}
