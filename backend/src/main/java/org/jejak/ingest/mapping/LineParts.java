package org.jejak.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeId.Part;
import org.jejak.ingest.MadeThing;
import org.jejak.ingest.translation.KeptColumns;
import org.jejak.ingest.translation.Table;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which column of a row corrects which cell of its line, so that a row corrected where it was refused gets the id of the
 * line corrected in its table. A cell that the mapping reads in one way only is written back in that way.
 */
final class LineParts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LineParts() {}

    /** The text of the table behind a cell, as it stands there. */
    static String asWritten(Mapping.Cell cell, Table.Line line) {
        return switch (cell.from()) {
            case Mapping.Text text -> text.text();
            case Mapping.Columns of -> joined(of.columns(), of.join(), line);
            case Mapping.MadeFrom of -> "";
        };
    }

    private static String joined(List<String> columns, String join, Table.Line line) {
        return columns.stream().map(line::cell).filter(part -> !part.isEmpty()).collect(Collectors.joining(join));
    }

    /**
     * @param ordinary the calendar of the table
     * @param made of the file's name, and then of each column of the line and its cell
     * @param cells the row that this block makes of the line
     */
    static List<Part> of(WrittenCalendar ordinary, MadeId made, Mapping.Block block, Map<String, String> cells) {
        var parts = new ArrayList<Part>(made.parts());
        for (int i = 1; i + 1 < parts.size(); i += 2) {
            String column = parts.get(i).written();
            String kept = KeptColumns.name(block.file(), column);
            String written = parts.get(i + 1).written();
            Part part = parts.get(i + 1);
            for (var placed : block.cells().entrySet()) {
                if (placed.getValue().from() instanceof Mapping.Columns of
                        && of.columns().contains(column)) {
                    part = placed(ordinary, block, placed.getKey(), placed.getValue(), of, column, made, cells, part);
                }
            }
            boolean keptBeside = part.column().isEmpty()
                    && (cells.containsKey(kept) || written.isEmpty())
                    && block.file().column(kept).isEmpty();
            parts.set(i + 1, keptBeside ? Part.of(kept, written) : part);
        }
        return parts;
    }

    private static Part placed(
            WrittenCalendar ordinary,
            Mapping.Block block,
            String to,
            Mapping.Cell cell,
            Mapping.Columns of,
            String column,
            MadeId made,
            Map<String, String> cells,
            Part otherwise) {
        if (cell.split().isPresent()) {
            return otherwise;
        }
        String written = otherwise.written();
        String given = cells.getOrDefault(to, "");
        if (!(cell.target() instanceof Mapping.Here)) {
            // where nothing was made of the cell, it is corrected as it stands
            boolean unread = of.columns().size() == 1 && given.equals(written);
            return unread ? Part.of(to, written) : otherwise;
        }
        if (cell.reading() instanceof Mapping.Times times) {
            WrittenCalendar calendar = times.calendar().orElse(ordinary);
            boolean asWeWrite = times.patterns().isEmpty() && of.columns().size() == 1;
            if (asWeWrite && calendar == WrittenCalendar.GREGORIAN) {
                return new Part(written, to, given, "");
            }
            String pattern = times.patterns().isEmpty() ? "" : pattern(times.patterns(), of, column, made);
            return pattern.isEmpty()
                    ? otherwise
                    : Part.timeIn(calendar.chronology(), pattern)
                            .map(spelling -> new Part(written, to, given, spelling))
                            .orElse(otherwise);
        }
        if (of.columns().size() > 1) {
            return otherwise;
        }
        if (cell.reading() instanceof Mapping.Words words) {
            var back = new LinkedHashMap<String, String>();
            words.words().forEach((theirs, ours) -> {
                if (!theirs.equals("*")) {
                    back.putIfAbsent(ours, theirs);
                }
            });
            return new Part(written, to, given, JSON.writeValueAsString(back));
        }
        boolean id = block.file()
                .column(to)
                .filter(c -> c.type() instanceof ColumnType.Reference || c.type() instanceof ColumnType.Id)
                .isPresent();
        return new Part(written, to, given, id ? Part.AS_ID : "");
    }

    /**
     * What the row names and was not made, as its cell is empty or cannot be read.
     *
     * @param sourceId what a made thing rests on
     */
    static List<MadeThing> things(Mapping.Block block, Map<String, String> cells, String sourceId) {
        var things = new ArrayList<MadeThing>();
        block.cells().forEach((column, cell) -> {
            String given = cells.getOrDefault(column, "");
            if (given.startsWith("~") || cell.split().isPresent()) {
                return;
            }
            switch (cell.target()) {
                case Mapping.Makes makes -> {
                    RecordFile file = makes.file();
                    String knownBy = Mapping.knownBy(file).orElse("");
                    var besides = described(file, makes.kind(), sourceId);
                    things.add(new MadeThing(column, given, file.fileName(), knownBy, besides));
                }
                case Mapping.RefersTo to ->
                    things.add(new MadeThing(column, given, to.file().fileName(), "", Map.of()));
                case Mapping.Here here -> {}
                case Mapping.In in -> {}
            }
        });
        return things;
    }

    /** What is said of a made thing beside its id and what it is known by. */
    static Map<String, String> described(RecordFile file, Optional<String> kind, String sourceId) {
        var cells = new LinkedHashMap<String, String>();
        if (file.isSourced()) {
            cells.put("source", sourceId);
        }
        if (file.column("kind").isPresent()) {
            cells.put("kind", kind.orElse(Mapping.ordinaryKind(file)));
        }
        return cells;
    }

    /** The piece of a pattern that is this column's; as many words of it as the column has, where several are joined. */
    private static String pattern(List<String> patterns, Mapping.Columns of, String column, MadeId made) {
        String written = cell(made, column);
        if (of.columns().size() == 1) {
            return nearest(patterns, written);
        }
        String between = Pattern.quote(of.join());
        int words = 0;
        int from = 0;
        int to = 0;
        for (String each : of.columns()) {
            int own = cell(made, each).split(between, -1).length;
            from = each.equals(column) ? words : from;
            words += own;
            to = each.equals(column) ? words : to;
        }
        var fitting = new ArrayList<String>();
        for (String pattern : patterns) {
            String[] pieces = pattern.split(between, -1);
            if (!of.join().isEmpty() && pieces.length == words) {
                fitting.add(String.join(of.join(), List.of(pieces).subList(from, to)));
            }
        }
        return fitting.isEmpty() ? "" : nearest(fitting, written);
    }

    /** Of several patterns the one that is as long as the cell at fault: it tells {@code yy} from {@code yyyy}. */
    private static String nearest(List<String> patterns, String written) {
        return patterns.stream()
                .filter(pattern -> pattern.length() == written.length())
                .findFirst()
                .orElse(patterns.getFirst());
    }

    private static String cell(MadeId made, String column) {
        for (int i = 1; i + 1 < made.parts().size(); i += 2) {
            if (made.parts().get(i).written().equals(column)) {
                return made.parts().get(i + 1).written();
            }
        }
        return "";
    }
}
