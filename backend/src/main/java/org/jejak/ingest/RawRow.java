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
 *     of it as could be read, and the cell at fault stands as it was written under the contract's column it was for
 * @param made what its id was made of, where the format it came in has none: the row that is corrected gets the id that
 *     its corrected line would have
 */
public record RawRow(long line, Map<String, String> cells, Optional<Flaw> flaw, Optional<MadeId> made) {

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
        this(line, cells, Optional.empty(), Optional.empty());
    }

    public RawRow(long line, Map<String, String> cells, Optional<Flaw> flaw) {
        this(line, cells, flaw, Optional.empty());
    }

    /** A row of which one cell, or for an empty column the whole, cannot be taken; it quotes the cell. */
    public static RawRow flawed(long line, Map<String, String> cells, String column, String reason) {
        return new RawRow(line, cells, Optional.of(new Flaw(column, cells.getOrDefault(column, ""), reason)));
    }

    public RawRow withFlaw(Flaw found) {
        return new RawRow(line, cells, Optional.of(found), made);
    }

    public RawRow withMade(MadeId id) {
        return new RawRow(line, cells, flaw, Optional.of(id));
    }

    public RawRow withCells(Map<String, String> others) {
        return new RawRow(line, others, flaw, made);
    }

    /** The cell, or the empty string. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
