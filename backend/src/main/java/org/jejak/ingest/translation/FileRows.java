package org.jejak.ingest.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.RawRow;

/** The rows that one item of a foreign file became, by the name of the contract's file they belong in. */
public final class FileRows {

    private final Map<String, List<RawRow>> rows = new TreeMap<>();

    public void add(String file, long line, Map<String, String> cells) {
        add(file, new RawRow(line, cells));
    }

    public void add(String file, RawRow row) {
        rows.computeIfAbsent(file, f -> new ArrayList<>()).add(row);
    }

    /** Says of every row in it that names this id, as its own or as a reference, what that id was made of. */
    public void restOn(MadeId made) {
        rows.values()
                .forEach(some ->
                        some.replaceAll(row -> row.made().isEmpty() && namedIn(row, made) ? row.withMade(made) : row));
    }

    private static boolean namedIn(RawRow row, MadeId made) {
        return row.cells().values().stream().anyMatch(made::isIn);
    }

    /** The same rows, none of which can be taken: the line they are of cannot be told into its cells for certain. */
    public FileRows allFlawed(String reason) {
        rows.values().forEach(some -> some.replaceAll(row -> row.withFlaw(new RawRow.Flaw("", "", reason))));
        return this;
    }

    public List<RawRow> of(String file) {
        return rows.getOrDefault(file, List.of());
    }

    public Map<String, List<RawRow>> all() {
        return rows;
    }

    /** A row in the making: id and source are there. */
    public static LinkedHashMap<String, String> begun(String id, String source) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", id);
        cells.put("source", source);
        return cells;
    }
}
