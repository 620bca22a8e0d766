package org.jejak.ingest.mapping;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.KeptColumns;
import org.jejak.ingest.translation.LineIds;
import org.jejak.ingest.translation.Table;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/** Turns lines of a table into rows, as the mapping says. */
final class MappedLine {

    private final Mapping mapping;
    private final DeliveredFile file;
    private final MadeIds ids;
    private final LineIds lineIds;
    private final Set<String> placed;
    private final Map<String, DateTimeFormatter> formatters = new HashMap<>();

    MappedLine(Mapping mapping, DeliveredFile file, MadeIds ids) {
        this.mapping = mapping;
        this.file = file;
        this.ids = ids;
        this.lineIds = new LineIds(file, ids);
        this.placed = mapping.placed();
    }

    /** A cell that cannot be read; leads to the refusal of its row. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient RawRow.Flaw flaw;

        Unreadable(String column, String value, String reason) {
            super(reason, null, false, false);
            this.flaw = new RawRow.Flaw(column, value, reason);
        }

        /** Where it stands in the row; the reason says where it stands in the table. */
        RawRow.Flaw in(Column column) {
            String reason = flaw.column().isEmpty() ? flaw.reason() : flaw.column() + ": " + flaw.reason();
            return new RawRow.Flaw(column.name(), flaw.value(), reason);
        }
    }

    FileRows rows(Table.Line line, int columns) {
        var rows = new FileRows();
        MadeId made = mapping.blocks().stream().anyMatch(MappedLine::needsId) ? lineIds.made(line) : null;
        for (int i = 0; i < mapping.blocks().size(); i++) {
            Mapping.Block block = mapping.blocks().get(i);
            if (concerns(block, line)) {
                row(rows, block, i, line, made);
            }
        }
        if (!line.complete() && rows.all().isEmpty()) {
            rows.add(mapping.blocks().getFirst().file().fileName(), line.number(), line.cells());
        }
        return line.complete() ? rows : rows.allFlawed("too many or too few cells; the header names " + columns);
    }

    /** Whether the line is one of those meant, and says anything for this block. */
    private static boolean concerns(Mapping.Block block, Table.Line line) {
        boolean meant = block.only().entrySet().stream()
                .allMatch(only -> only.getValue().contains(line.cell(only.getKey())));
        return meant
                && block.cells().values().stream()
                        .anyMatch(cell -> columns(cell.from()).stream()
                                .anyMatch(column -> !line.cell(column).isEmpty()));
    }

    static List<String> columns(Mapping.From from) {
        return switch (from) {
            case Mapping.Columns of -> of.columns();
            case Mapping.MadeFrom of -> of.columns();
            case Mapping.Text text -> List.of();
        };
    }

    private static boolean needsId(Mapping.Block block) {
        return block.file().column("id").isPresent() && !block.cells().containsKey("id");
    }

    /** @param made the id of the line, for a block whose rows have none */
    private void row(FileRows rows, Mapping.Block block, int index, Table.Line line, @Nullable MadeId made) {
        String name = block.file().fileName();
        var cells = new LinkedHashMap<String, String>();
        RawRow.Flaw flaw = null;
        for (Column column : block.file().columns()) {
            Mapping.Cell cell = block.cells().get(column.name());
            if (cell != null) {
                try {
                    cells.put(column.name(), value(block.file(), column, cell, line, rows));
                } catch (Unreadable unreadable) {
                    cells.put(column.name(), LineParts.asWritten(cell, line));
                    flaw = flaw == null ? unreadable.in(column) : flaw;
                }
            }
        }
        boolean numbered = made != null && needsId(block);
        if (made != null && numbered) {
            cells.put("id", DeliveredFile.fitted(index == 0 ? made.id() : made.id() + "#" + (index + 1)));
        }
        if (block.file().isSourced() && cells.getOrDefault("source", "").isEmpty()) {
            cells.put("source", file.sourceId());
        }
        if (index == 0) {
            line.cells().forEach((column, cell) -> {
                if (!placed.contains(column) && !mapping.leftOut().contains(column)) {
                    cells.put(KeptColumns.name(block.file(), column), cell);
                }
            });
        }
        var row = new RawRow(line.number(), cells, Optional.ofNullable(flaw));
        rows.add(name, made != null && numbered ? row.withMade(made.with(LineParts.of(made, block, cells))) : row);
    }

    private String value(RecordFile of, Column column, Mapping.Cell cell, Table.Line line, FileRows rows)
            throws Unreadable {
        String shown = String.join(" + ", columns(cell.from()));
        String given = switch (cell.from()) {
            case Mapping.Text text -> text.text();
            case Mapping.Columns columns ->
                columns.columns().stream()
                        .map(line::cell)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(columns.join()));
            case Mapping.MadeFrom made -> {
                List<String> parts = made.columns().stream().map(line::cell).toList();
                if (parts.stream().allMatch(String::isEmpty)) {
                    throw new Unreadable(shown, "", "it is empty, and the mapping" + at(cell) + " makes an id of it");
                }
                yield ids.of(of.fileName(), parts);
            }
        };
        if (given.isEmpty() || cell.from() instanceof Mapping.MadeFrom) {
            return given;
        }
        if (cell.split().isEmpty()) {
            return one(column, cell, shown, given, line, rows);
        }
        var members = new ArrayList<String>();
        for (String member : given.split(Pattern.quote(cell.split().get()))) {
            if (!member.isBlank()) {
                members.add(one(column, cell, shown, member.strip(), line, rows));
            }
        }
        return String.join("|", members);
    }

    private String one(Column column, Mapping.Cell cell, String shown, String given, Table.Line line, FileRows rows)
            throws Unreadable {
        String read = switch (cell.reading()) {
            case Mapping.AsItIs asItIs -> word(column.type(), given);
            case Mapping.Times times -> time(cell, times.patterns(), shown, given);
            case Mapping.Words words -> words(cell, words.words(), shown, given);
            case Mapping.Number number -> number(number.sign(), given);
        };
        return switch (column.type()) {
            case ColumnType.Reference reference -> target(cell, read, line, rows);
            case ColumnType.Id id -> cell.from() instanceof Mapping.Text ? read : DeliveredFile.id(read);
            default -> read;
        };
    }

    private String target(Mapping.Cell cell, String read, Table.Line line, FileRows rows) {
        return switch (cell.target()) {
            case Mapping.Here here -> cell.from() instanceof Mapping.Text ? read : DeliveredFile.id(read);
            case Mapping.In in -> in.namespace() + ":" + DeliveredFile.id(read);
            case Mapping.RefersTo to -> ids.of(to.file().fileName(), List.of(read));
            case Mapping.Makes makes -> {
                String id = ids.of(makes.file().fileName(), List.of(read));
                Map<String, String> made = FileRows.begun(id, file.sourceId());
                Mapping.knownBy(makes.file()).ifPresent(known -> made.put(known, read));
                if (makes.file().column("kind").isPresent()) {
                    made.put("kind", makes.kind().orElse(Mapping.ordinaryKind(makes.file())));
                }
                if (!makes.file().isSourced()) {
                    made.remove("source");
                }
                rows.add(makes.file().fileName(), line.number(), made);
                yield id;
            }
        };
    }

    /** Words of a closed list, countries and booleans are taken however their letters are. */
    private static String word(ColumnType type, String given) {
        String lower = given.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return switch (type) {
            case ColumnType.Closed closed -> closed.values().contains(lower) ? lower : given;
            case ColumnType.Relation relation -> RecordFile.RELATIONS.contains(lower) ? lower : given;
            case ColumnType.Bool bool -> lower.equals("true") || lower.equals("false") ? lower : given;
            case ColumnType.Country country -> given.toUpperCase(Locale.ROOT);
            case ColumnType.Currency currency -> given.toUpperCase(Locale.ROOT);
            default -> given;
        };
    }

    private static String words(Mapping.Cell cell, Map<String, String> words, String shown, String given)
            throws Unreadable {
        String word = words.containsKey(given) ? words.get(given) : words.get("*");
        if (word == null) {
            throw new Unreadable(
                    shown, given, "the mapping" + at(cell) + " has no word for it; add it under values, or *");
        }
        return word;
    }

    private static String number(char sign, String given) {
        String plain = given.replaceAll("[\\s\u00A0\u202F']", "");
        return sign == ',' ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
    }

    private String time(Mapping.Cell cell, List<String> patterns, String shown, String given) throws Unreadable {
        for (String pattern : patterns) {
            try {
                var time = formatters
                        .computeIfAbsent(pattern, MappedLine::formatter)
                        .parse(given);
                return written(time, outsideQuotes(pattern).contains("s"));
            } catch (DateTimeException otherForm) {
                // the next pattern may fit
            }
        }
        throw new Unreadable(
                shown,
                given,
                "it is no time written as " + String.join(" or ", patterns) + ", as the mapping" + at(cell) + " says");
    }

    /** Whether times can be written so. */
    static boolean isPattern(String pattern) {
        try {
            return !formatter(pattern).toString().isEmpty();
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** Days that no month has are no days: {@code 31/02} is refused, not moved. */
    private static DateTimeFormatter formatter(String pattern) {
        var proleptic = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            proleptic.append(c == 'y' && !quoted ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(proleptic.toString(), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static String outsideQuotes(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }

    /** With the precision it has, and no more. */
    private static String written(TemporalAccessor time, boolean seconds) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%04d", time.get(ChronoField.YEAR)));
        var parts = Arrays.asList(ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH);
        for (ChronoField part : parts) {
            if (!time.isSupported(part)) {
                return text.toString();
            }
            text.append(String.format(Locale.ROOT, "-%02d", time.get(part)));
        }
        if (time.isSupported(ChronoField.HOUR_OF_DAY) && time.isSupported(ChronoField.MINUTE_OF_HOUR)) {
            text.append(String.format(
                    Locale.ROOT,
                    "T%02d:%02d",
                    time.get(ChronoField.HOUR_OF_DAY),
                    time.get(ChronoField.MINUTE_OF_HOUR)));
            if (seconds && time.isSupported(ChronoField.SECOND_OF_MINUTE)) {
                text.append(String.format(Locale.ROOT, ":%02d", time.get(ChronoField.SECOND_OF_MINUTE)));
            }
            if (time.isSupported(ChronoField.OFFSET_SECONDS)) {
                int offset = time.get(ChronoField.OFFSET_SECONDS);
                text.append(
                        offset == 0
                                ? "Z"
                                : java.time.ZoneOffset.ofTotalSeconds(offset).getId());
            }
        }
        return text.toString();
    }

    private static String at(Mapping.Cell cell) {
        return cell.where().line() == 0 ? "" : " (line " + cell.where().line() + ")";
    }
}
