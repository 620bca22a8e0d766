package org.jejak.ingest;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jejak.network.Strength;

/**
 * Looks at one row by itself: required cells, the type of each, ids and references written out as keys, and the few
 * rules that take two cells. What needs the store (is the reference known, and of the right kind) comes later.
 */
public final class RowCheck {

    private static final int LONGEST_ROW_NAME = 1_000;

    /** In characters, each of a byte at least; bundles are held to the byte where they are read. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final int SHOWN = 200;

    private final Delivery delivery;
    private final CellRules rules;

    public RowCheck(Delivery delivery) {
        this.delivery = delivery;
        this.rules = new CellRules(delivery.timezone());
    }

    /** Looks at a row of {@code file}, its name without {@code .csv}. */
    public RowOutcome check(String file, RawRow row) {
        try {
            if (row.flaw().isPresent()) {
                var flaw = row.flaw().get();
                throw new Broken(flaw.column(), flaw.value(), flaw.reason());
            }
            tooLong(row);
            Optional<RecordFile> known = RecordFile.named(file);
            return new RowOutcome.Accepted(known.isPresent() ? contractRow(known.get(), row) : keptRow(file, row));
        } catch (Broken broken) {
            return new RowOutcome.Rejected(
                    row, new Refusal(file + ".csv", row.line(), broken.column, broken.value, broken.reason));
        }
    }

    private static void tooLong(RawRow row) throws Broken {
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (cell.getValue().length() > LONGEST_CELL) {
                throw new Broken(
                        cell.getKey(),
                        cell.getValue().substring(0, SHOWN) + "…",
                        "the cell is over 1 MiB; hand large texts over as a file of a source");
            }
        }
    }

    private CheckedRow contractRow(RecordFile file, RawRow row) throws Broken {
        SortedMap<String, String> cells = new TreeMap<>(row.cells());
        var references = new LinkedHashSet<CheckedRow.Reference>();
        for (Column column : file.columns()) {
            String cell = row.cell(column.name());
            if (cell.isEmpty() || (column.required() && cell.isBlank())) {
                if (column.required()) {
                    throw new Broken(column.name(), cell, "it is required and missing");
                }
                continue;
            }
            if (column.type() instanceof ColumnType.Reference reference) {
                cells.put(column.name(), resolve(column.name(), reference, cell, references));
                continue;
            }
            Optional<String> reason = broken(column, cell);
            if (reason.isPresent()) {
                throw new Broken(column.name(), cell, reason.get());
            }
        }
        oneOf(file, row);
        validity(row);
        grade(row);
        Optional<Key> target = Optional.empty();
        switch (file) {
            case PERSONS -> name(row.cell("name"));
            case LINKS -> strength(row);
            case STATEMENTS -> statement(row);
            case WITHDRAWALS -> {
                Key withdrawn = target(row);
                target = Optional.of(withdrawn);
                cells.put("row", withdrawn.value());
            }
            default -> {}
        }
        nowhere(row);
        return new CheckedRow(key(file, row, cells), file.fileName(), cells, List.copyOf(references), target, row);
    }

    /** A row of a file the contract does not know: nothing is asked of it but an id, and not even that. */
    private CheckedRow keptRow(String file, RawRow row) {
        SortedMap<String, String> cells = new TreeMap<>(row.cells());
        String id = row.cell("id");
        String name = Key.isId(id) ? id : "~" + HexFormat.of().formatHex(CheckedRow.digest(file, cells), 0, 12);
        return new CheckedRow(Key.of(delivery.namespace(), file, name), file, cells, List.of(), Optional.empty(), row);
    }

    private Key key(RecordFile file, RawRow row, SortedMap<String, String> cells) {
        if (file == RecordFile.OFFICIALS) {
            return RecordFile.officialKey(
                    delivery.namespace(),
                    local(cells.getOrDefault("person", "")),
                    local(cells.getOrDefault("agency", "")),
                    row.cell("from"));
        }
        return file.key(delivery.namespace(), row.cell("id"));
    }

    /** The id alone where it is of this namespace, else the full key. */
    private String local(String key) {
        String prefix = delivery.namespace() + ":";
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private String resolve(String column, ColumnType.Reference type, String cell, Set<CheckedRow.Reference> references)
            throws Broken {
        var keys = new ArrayList<String>();
        for (String member : type.many() ? CellRules.members(cell) : List.of(cell)) {
            int colon = member.indexOf(':');
            String namespace = colon < 0 ? delivery.namespace() : member.substring(0, colon);
            String id = member.substring(colon + 1);
            if (!Delivery.NAME.matcher(namespace).matches() || !Key.isId(id)) {
                throw new Broken(
                        column,
                        member,
                        "a reference is an id of this bundle or namespace:id"
                                + (type.many() ? ", several separated by |" : "") + "; " + CellRules.idAdvice());
            }
            EntityKind kind = type.kinds().iterator().next();
            Key key = kind.isEntity()
                    ? Key.of(namespace, id)
                    : RecordFile.describing(kind).key(namespace, id);
            keys.add(key.value());
            references.add(new CheckedRow.Reference(column, key, type.kinds()));
        }
        return String.join("|", keys);
    }

    private static void oneOf(RecordFile file, RawRow row) throws Broken {
        List<String> columns = file.traits().oneOf();
        if (!columns.isEmpty()
                && columns.stream().allMatch(column -> row.cell(column).isBlank())) {
            throw new Broken(columns.getFirst(), "", "one of " + String.join(" and ", columns) + " is required");
        }
    }

    private void validity(RawRow row) throws Broken {
        String from = row.cell("from");
        String to = row.cell("to");
        if (from.isEmpty() || to.isEmpty() || to.equals("open")) {
            return;
        }
        PartialTime start;
        PartialTime end;
        try {
            start = PartialTime.parse(from, delivery.timezone());
            end = PartialTime.parse(to, delivery.timezone());
        } catch (DateTimeException aColumnOfThatNameButNoTime) {
            return;
        }
        if (!start.from().isBefore(end.until())) {
            throw new Broken("from", from, "it lies after to, " + to);
        }
    }

    private static void grade(RawRow row) throws Broken {
        String grade = row.cell("grade");
        String scheme = row.cell("grade_scheme");
        if (grade.isEmpty() || !Grade.isAdmiralty(scheme)) {
            return;
        }
        List<String> grades = CellRules.members(grade);
        boolean onePerSource =
                grades.size() == CellRules.members(row.cell("source")).size();
        if (grades.size() > 1 && !onePerSource
                || grades.stream().anyMatch(g -> Grade.parse(g).isEmpty())) {
            throw new Broken(
                    "grade",
                    grade,
                    "an admiralty grade is a letter A to F and a digit 1 to 6, like B2; with several sources one for all, or as"
                            + " many as there are sources. Name another scheme in grade_scheme");
        }
    }

    private static void name(String name) throws Broken {
        if (Nobody.isRefusedAsName(name)) {
            throw new Broken("name", name, "it is no name; leave the cell empty where nobody knows the name");
        }
    }

    /** A weight is no column of the contract; that of a refused row is looked at again, for it may be why it was refused. */
    private static void strength(RawRow row) throws Broken {
        String weight = row.cell(Strength.COLUMN);
        if (row.made().isPresent() && !weight.isEmpty() && Strength.of(weight).isEmpty()) {
            throw new Broken(Strength.COLUMN, weight, "a weight is a number of 0 or more, like 2 or 1.5");
        }
    }

    /** A statement's value must be one that the property may have, where the contract knows the property. */
    private void statement(RawRow row) throws Broken {
        String property = row.cell("property");
        String value = row.cell("value");
        String reason = "";
        for (RecordFile file : RecordFile.values()) {
            boolean describesEntity =
                    file.describes().filter(EntityKind::isEntity).isPresent();
            Optional<Column> column = describesEntity ? file.column(property) : Optional.empty();
            if (column.isEmpty()) {
                continue;
            }
            Optional<String> broken = broken(column.get(), value);
            if (broken.isEmpty()) {
                reason = "";
                break;
            }
            reason = "not a value of " + property + ": " + broken.get();
        }
        if (!reason.isEmpty()) {
            throw new Broken("value", value, reason);
        }
        if (property.equals("name")) {
            name(value);
        }
    }

    private Key target(RawRow row) throws Broken {
        String file = row.cell("file");
        String name = file.endsWith(".csv") ? file.substring(0, file.length() - 4) : file;
        String own = delivery.namespace() + ":";
        String id = row.cell("row");
        if (id.startsWith(own)) {
            id = id.substring(own.length());
        }
        if (id.startsWith(name + "/")) {
            id = id.substring(name.length() + 1);
        }
        if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
            throw new Broken("file", file, "it names the file of the row, like contacts");
        }
        boolean officials = name.equals(RecordFile.OFFICIALS.fileName());
        if (id.length() > LONGEST_ROW_NAME || id.isBlank() || !officials && !Key.isId(id)) {
            throw new Broken(
                    "row",
                    row.cell("row"),
                    "it names the id of a row of this namespace; who numbers a row withdraws it");
        }
        String rowId = id;
        return RecordFile.named(name)
                .map(f -> f.key(delivery.namespace(), rowId))
                .orElseGet(() -> Key.of(delivery.namespace(), name, rowId));
    }

    /** By the type of the column; a latitude and a longitude have a range besides. */
    private Optional<String> broken(Column column, String cell) {
        Optional<String> byType = rules.broken(column.type(), cell);
        boolean decimal = byType.isEmpty() && column.type() instanceof ColumnType.Decimal;
        return decimal ? Coordinates.broken(column.name(), cell) : byType;
    }

    private static void nowhere(RawRow row) throws Broken {
        if (Coordinates.isNowhere(row.cell("lat"), row.cell("lon"))) {
            throw new Broken(
                    "lat",
                    row.cell("lat"),
                    "0, 0 lies in the open sea off Ghana and is what systems write where nobody knows the place; leave"
                            + " lat and lon empty");
        }
    }

    /** Leads out of the many small rules to the one place where a row is refused. */
    private static final class Broken extends Exception {

        private final String column;
        private final String value;
        private final String reason;

        Broken(String column, String value, String reason) {
            super(reason, null, false, false);
            this.column = column;
            this.value = value;
            this.reason = reason;
        }
    }
}
