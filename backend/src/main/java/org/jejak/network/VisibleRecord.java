package org.jejak.network;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One version of a row as one viewer may see it: its cells, the statements of it that are open to them, and when it was
 * delivered and recorded. What the viewer may not see is not in it.
 *
 * @param key the row's key
 * @param file name of the file without {@code .csv}; may be one this version of the contract does not know
 * @param cells the non-empty cells by column; references are full keys (lists of them separated by {@code |}), times are
 *     as written. Sealed cells are among them only where the reading unsealed them and their key still exists
 * @param statements one for each visible source, at least one for a sourced file
 * @param cases cases of the viewer it was delivered under
 * @param zone zone for times without an offset
 * @param delivered instant of the delivery that makes it current
 * @param recorded instant at which Jejak first recorded it
 */
public record VisibleRecord(
        Key key,
        String file,
        Map<String, String> cells,
        List<Statement> statements,
        Set<String> cases,
        ZoneId zone,
        Instant delivered,
        Instant recorded) {

    /**
     * That one source says this row.
     *
     * @param source key of the source's row
     * @param grade the row's own grade, else the source's, else {@link Grade#CANNOT_BE_JUDGED}
     */
    public record Statement(Key source, Grade grade, Handling handling) {}

    public VisibleRecord {
        cells = Map.copyOf(cells);
        statements = List.copyOf(statements);
        cases = Set.copyOf(cases);
    }

    public Optional<RecordFile> recordFile() {
        return RecordFile.named(file);
    }

    /** The cell, or the empty string. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public Optional<Key> reference(String column) {
        return Optional.ofNullable(cells.get(column)).map(Key::new);
    }

    public List<Key> references(String column) {
        return values(column).stream().map(Key::new).toList();
    }

    public List<String> values(String column) {
        return CellList.of(cell(column));
    }

    public boolean isTrue(String column) {
        return cell(column).equals("true");
    }

    /** The time in {@code column}; empty where there is none, or where a {@code to} is {@code open}. */
    public Optional<PartialTime> time(String column) {
        String cell = cell(column);
        if (cell.isEmpty() || cell.equals("open")) {
            return Optional.empty();
        }
        try {
            return Optional.of(PartialTime.parse(cell, zone));
        } catch (DateTimeParseException kept) {
            return Optional.empty();
        }
    }

    /** Columns whose local time occurs twice where clocks went back; the earlier of the two is taken. */
    public SortedSet<String> ambiguousTimes() {
        var twice = new TreeSet<String>();
        recordFile()
                .ifPresent(file -> file.columns().stream()
                        .filter(column -> column.type().isTime())
                        .map(Column::name)
                        .filter(name ->
                                time(name).filter(PartialTime::ambiguous).isPresent())
                        .forEach(twice::add));
        return twice;
    }

    /** When the fact was true, by {@code from} and {@code to}. */
    public Span validity() {
        return Span.between(time("from"), time("to"));
    }
}
