package org.jejak.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row as it came, nothing about it checked yet.
 *
 * @param line where it begins in its file, the first line being 1; a translator gives the line or the running number in
 *     its own input, whatever helps a person to find it
 * @param cells non-empty cells by column, in the order of the file, as the contract writes them (references as
 *     {@code id} or {@code namespace:id}, lists separated by {@code |})
 * @param flaw why the row cannot even be taken apart (too few cells, bytes that are no text); its cells are then as much
 *     of it as could be read
 */
public record RawRow(long line, Map<String, String> cells, Optional<Flaw> flaw) {

    /** What is wrong, where, and how to mend it. */
    public record Flaw(String column, String value, String reason) {}

    public RawRow {
        var kept = new LinkedHashMap<String, String>(cells.size() * 2);
        cells.forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                kept.put(column, cell);
            }
        });
        cells = Collections.unmodifiableMap(kept);
    }

    public RawRow(long line, Map<String, String> cells) {
        this(line, cells, Optional.empty());
    }

    /** The cell, or the empty string. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
