package org.jejak.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;

/**
 * The ids of corrected rows. Of each line the folder is gone through for what was corrected in any of its rows; then the
 * line's id is made again, and stands in all of them. Memory grows with the lines that were refused.
 */
final class RemadeIds {

    static final RemadeIds NONE = new RemadeIds(Map.of());

    private static final Set<String> REFERENCES = Arrays.stream(RecordFile.values())
            .flatMap(file -> file.columns().stream())
            .filter(column -> column.type() instanceof ColumnType.Reference)
            .map(Column::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Line> after;

    private RemadeIds(Map<String, Line> after) {
        this.after = after;
    }

    /** @param id after the correction; before it is known, that before it */
    private record Line(MadeId made, List<String> parts, String id) {}

    static RemadeIds of(List<RowFile> files, MadeIds ids) throws IOException {
        var lines = new HashMap<String, Line>();
        for (RowFile file : files) {
            if (!file.isCorrected()) {
                continue;
            }
            try (Rows rows = file.open()) {
                for (RawRow row = rows.next(); row != null; row = rows.next()) {
                    if (row.made().isPresent()) {
                        MadeId made = row.made().get();
                        Line before = lines.getOrDefault(made.id(), new Line(made, made.writtenParts(), made.id()));
                        lines.put(made.id(), new Line(made, made.corrected(row, before.parts()), made.id()));
                    }
                }
            }
        }
        var after = new HashMap<String, Line>();
        lines.forEach((id, line) -> {
            if (!line.parts().equals(line.made().writtenParts())) {
                after.put(id, new Line(line.made(), line.parts(), line.made().of(line.parts(), ids)));
            }
        });
        return after.isEmpty() ? NONE : new RemadeIds(after);
    }

    /** The row under its corrected line's id. An id that somebody wrote into it by hand stays. */
    RawRow in(RawRow row) {
        if (after.isEmpty() || row.made().isEmpty()) {
            return row;
        }
        MadeId made = row.made().get();
        Line line = after.get(made.id());
        if (line == null || line.parts().size() != made.parts().size()) {
            return row;
        }
        var cells = new LinkedHashMap<String, String>();
        row.cells().forEach((column, cell) -> {
            boolean names = column.equals("id") || REFERENCES.contains(column);
            String behind = names && made.isIn(cell) ? cell.substring(made.id().length()) : "";
            cells.put(column, names && made.isIn(cell) ? DeliveredFile.fitted(line.id() + behind) : cell);
        });
        RawRow corrected = row.withCells(cells);
        return corrected.withMade(made.remade(line.id(), line.parts(), corrected));
    }
}
