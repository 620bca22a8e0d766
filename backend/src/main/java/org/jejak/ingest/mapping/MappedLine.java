package org.jejak.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.Spelling;
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

    /** Of a number that is also spelled with letters; the shortest that anybody calls have three. */
    private static final int FEWEST_DIGITS = 3;

    private final Mapping mapping;
    private final DeliveredFile file;
    private final List<String> columns;
    private final MadeIds ids;
    private final LineIds lineIds;
    private final CellReading reading;
    private final Set<String> placed;

    /** @param columns of the table */
    MappedLine(Mapping mapping, DeliveredFile file, List<String> columns, MadeIds ids, CellReading reading) {
        this.mapping = mapping;
        this.file = file;
        this.columns = List.copyOf(columns);
        this.ids = ids;
        this.lineIds = new LineIds(file, ids);
        this.reading = reading;
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

    /** A line while rows are made of it. */
    private final class Current {

        private final Table.Line line;
        private final FileRows rows = new FileRows();
        private @Nullable MadeId id;

        Current(Table.Line line) {
            this.line = line;
        }

        /** What the line is known by; asked once, since lines alike are counted. */
        MadeId made() {
            MadeId known = id;
            if (known == null) {
                known = lineIds.made(line, columns);
                id = known;
            }
            return known;
        }

        String id() {
            return made().id();
        }
    }

    FileRows rows(Table.Line line) {
        var current = new Current(line);
        FileRows rows = current.rows;
        for (int i = 0; i < mapping.blocks().size(); i++) {
            Mapping.Block block = mapping.blocks().get(i);
            if (concerns(block, line)) {
                row(current, block, i);
            }
        }
        if (!line.complete() && rows.all().isEmpty()) {
            rows.add(mapping.blocks().getFirst().file().fileName(), line.number(), line.cells());
        }
        return line.complete() ? rows : rows.allFlawed(line.flaw());
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

    private void row(Current current, Mapping.Block block, int index) {
        Table.Line line = current.line;
        String name = block.file().fileName();
        var cells = new LinkedHashMap<String, String>();
        RawRow.Flaw flaw = null;
        for (Column column : block.file().columns()) {
            Mapping.Cell cell = block.cells().get(column.name());
            if (cell != null) {
                try {
                    cells.put(column.name(), value(block.file(), column, cell, current));
                } catch (Unreadable unreadable) {
                    cells.put(column.name(), LineParts.asWritten(cell, line));
                    flaw = flaw == null ? unreadable.in(column) : flaw;
                }
            }
        }
        boolean numbered = needsId(block);
        if (numbered) {
            String id = current.id();
            cells.put("id", DeliveredFile.fitted(index == 0 ? id : id + "#" + (index + 1)));
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
        var things = LineParts.things(block, cells, file.sourceId());
        if (numbered) {
            MadeId made = current.made();
            row = row.withMade(made.with(LineParts.of(mapping.conventions().calendar(), made, block, cells))
                    .naming(things));
        } else if (!things.isEmpty() && !row.cell("id").isEmpty()) {
            row = row.withMade(MadeId.given(row.cell("id"), things));
        }
        current.rows.add(name, row);
    }

    private String value(RecordFile of, Column column, Mapping.Cell cell, Current current) throws Unreadable {
        Table.Line line = current.line;
        String shown = String.join(" + ", columns(cell.from()));
        if (cell.from() instanceof Mapping.MadeFrom made) {
            return madeFrom(of, made, cell, shown, current);
        }
        String given = LineParts.asWritten(cell, line);
        if (given.isEmpty() || cell.split().isEmpty()) {
            return given.isEmpty() ? "" : one(of, column, cell, shown, given, current);
        }
        var members = new ArrayList<String>();
        for (String member : given.split(Pattern.quote(cell.split().get()))) {
            if (!member.isBlank()) {
                members.add(one(of, column, cell, shown, member.strip(), current));
            }
        }
        return members.stream().filter(member -> !member.isEmpty()).collect(Collectors.joining("|"));
    }

    private String madeFrom(RecordFile of, Mapping.MadeFrom made, Mapping.Cell cell, String shown, Current current)
            throws Unreadable {
        List<String> parts = made.columns().stream()
                .map(column -> Spelling.seen(current.line.cell(column)))
                .toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            throw new Unreadable(shown, "", "it is empty, and an id is made of it" + of(cell));
        }
        for (String part : parts) {
            require(part, cell, shown, part);
        }
        return parts.stream().allMatch(part -> part.isEmpty() || isNobody(of, part))
                ? ofThisLineAlone(of, parts, current)
                : ids.of(of.fileName(), parts);
    }

    private static void require(String identifier, Mapping.Cell cell, String shown, String given) throws Unreadable {
        try {
            CellReading.requireDigits(identifier);
        } catch (NotRead lost) {
            throw new Unreadable(shown, given, lost.reason() + of(cell));
        }
    }

    private String one(RecordFile of, Column column, Mapping.Cell cell, String shown, String given, Current current)
            throws Unreadable {
        String read;
        try {
            boolean plain = columns(cell.from()).stream().anyMatch(current.line.plain()::contains);
            read = reading.read(of, column, cell.reading(), given, plain);
        } catch (NotRead unread) {
            throw new Unreadable(shown, given, unread.reason() + of(cell));
        }
        return switch (column.type()) {
            case ColumnType.Reference reference when !read.isEmpty() -> target(column, cell, read, current);
            case ColumnType.Id id when !(cell.from() instanceof Mapping.Text) -> DeliveredFile.id(read);
            default -> read;
        };
    }

    private String target(Column column, Mapping.Cell cell, String read, Current current) {
        return switch (cell.target()) {
            case Mapping.Here here -> cell.from() instanceof Mapping.Text ? read : DeliveredFile.id(read);
            case Mapping.In in -> in.namespace() + ":" + DeliveredFile.id(read);
            case Mapping.RefersTo to -> {
                String value = Spelling.seen(read);
                boolean describedHere = mapping.blocks().stream()
                        .filter(block -> block.file() == to.file())
                        .anyMatch(block -> block.cells().get("id") instanceof Mapping.Cell id
                                && id.from() instanceof Mapping.MadeFrom made
                                && made.columns().equals(columns(cell.from())));
                if (!isNobody(to.file(), value)) {
                    yield ids.of(to.file().fileName(), List.of(value));
                }
                yield describedHere
                        ? ofThisLineAlone(to.file(), List.of(value), current)
                        : nobody(column, cell, to.file(), Optional.empty(), value, current);
            }
            case Mapping.Makes makes -> {
                String value = Spelling.seen(ColumnMeaning.madeByNumber(makes.file(), read));
                if (isNobody(makes.file(), value)) {
                    yield nobody(column, cell, makes.file(), makes.kind(), value, current);
                }
                String id = ids.of(makes.file().fileName(), List.of(value));
                made(makes.file(), makes.kind(), id, value, current);
                yield id;
            }
        };
    }

    /** Whether the value is no name or number of a thing of this file, so that nothing may be shared by it. */
    private static boolean isNobody(RecordFile of, String value) {
        return switch (of) {
            case PHONES -> {
                long digits = value.codePoints().filter(Character::isDigit).count();
                boolean spelled = value.codePoints().anyMatch(Character::isLetter);
                yield Nobody.isNoNumber(value) || digits == 0 || spelled && digits < FEWEST_DIGITS;
            }
            case ACCOUNTS, DOCUMENTS -> Nobody.isNoNumber(value);
            default -> Nobody.is(value);
        };
    }

    /** An id that no other line has, for whom or what the line does not name. */
    private String ofThisLineAlone(RecordFile of, List<String> parts, Current current) {
        var known = new ArrayList<>(parts);
        known.add(current.id());
        return ids.of(of.fileName(), known);
    }

    /** Whoever the line does not name: an unknown one of this line alone; nobody where the cell may be empty and is. */
    private String nobody(
            Column column, Mapping.Cell cell, RecordFile of, Optional<String> kind, String value, Current current) {
        if (!column.required() && Nobody.isNothing(value)) {
            return "";
        }
        String id = ofThisLineAlone(of, List.of(value, String.join("+", columns(cell.from()))), current);
        made(of, kind, id, of == RecordFile.PERSONS ? "" : value, current);
        return id;
    }

    private void made(RecordFile of, Optional<String> kind, String id, String known, Current current) {
        var made = new LinkedHashMap<String, String>();
        made.put("id", id);
        made.putAll(LineParts.described(of, kind, file.sourceId()));
        Mapping.knownBy(of).ifPresent(by -> made.put(by, known));
        current.rows.add(of.fileName(), current.line.number(), made);
    }

    private static String of(Mapping.Cell cell) {
        return cell.where().line() == 0 ? "" : " (mapping, line " + cell.where().line() + ")";
    }
}
