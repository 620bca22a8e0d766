package org.jejak.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;

/**
 * The ids of corrected rows. Of each line the folder is gone through for what was corrected in any of its rows; then the
 * line's id is made again, and stands in all of them. Memory grows with the lines that were refused.
 */
final class RemadeIds {

    static final RemadeIds NONE = new RemadeIds(Map.of(), Map.of(), (kind, values) -> "");

    private static final Set<String> REFERENCES = Arrays.stream(RecordFile.values())
            .flatMap(file -> file.columns().stream())
            .filter(column -> column.type() instanceof ColumnType.Reference)
            .map(Column::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Line> after;
    private final Map<String, Map<String, RawRow>> things;
    private final MadeIds ids;

    private RemadeIds(Map<String, Line> after, Map<String, Map<String, RawRow>> things, MadeIds ids) {
        this.after = after;
        this.things = things;
        this.ids = ids;
    }

    /** @param id after the correction; before it is known, that before it */
    private record Line(MadeId made, List<String> parts, String id) {}

    static RemadeIds of(List<RowFile> files, MadeIds ids) throws IOException {
        var lines = new HashMap<String, Line>();
        var things = new HashMap<String, Map<String, RawRow>>();
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
                        describe(row, made, ids, things);
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
        return lines.isEmpty() ? NONE : new RemadeIds(after, things, ids);
    }

    private static void describe(RawRow row, MadeId made, MadeIds ids, Map<String, Map<String, RawRow>> things) {
        for (MadeThing thing : made.things()) {
            if (thing.isIn(row) && !thing.knownBy().isEmpty()) {
                things.computeIfAbsent(thing.file(), f -> new LinkedHashMap<>())
                        .putIfAbsent(thing.id(row, ids), thing.described(row, ids));
            }
        }
    }

    /** The files, with the things that corrected rows name. */
    List<RowFile> files(List<RowFile> files) {
        var left = new TreeMap<>(things);
        var all = new ArrayList<RowFile>();
        for (RowFile file : files) {
            var named = left.remove(file.name());
            all.add(named == null ? file : new FileWithThings(file.name(), Optional.of(file), named.values()));
        }
        left.forEach((name, named) -> all.add(new FileWithThings(name, Optional.empty(), named.values())));
        all.sort(Comparator.comparingInt(
                file -> RecordFile.named(file.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE)));
        return all;
    }

    /** The row under its corrected line's id, naming what it names. An id that somebody wrote into it by hand stays. */
    RawRow in(RawRow row) {
        if (this == NONE || row.made().isEmpty()) {
            return row;
        }
        MadeId made = row.made().get();
        var cells = new LinkedHashMap<>(row.cells());
        var unread = new ArrayList<MadeThing>();
        for (MadeThing thing : made.things()) {
            if (thing.isIn(row)) {
                cells.put(thing.column(), thing.id(row, ids));
            } else {
                unread.add(thing);
            }
        }
        RawRow named = row.withCells(cells).withMade(made.naming(unread));
        Optional<MadeThing> still =
                unread.stream().filter(thing -> thing.isUnreadIn(row)).findFirst();
        RawRow remade = under(named, made.naming(unread));
        return still.isPresent() && remade.flaw().isEmpty()
                ? remade.withFlaw(new RawRow.Flaw(
                        still.get().column(),
                        still.get().given(),
                        "it is not corrected yet; write the name or number in full"))
                : remade;
    }

    private RawRow under(RawRow row, MadeId made) {
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
