package org.jejak.ingest.htcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.Table;

/**
 * The rows that one line becomes, in the making: reads its cells into their columns, and refuses the row of a cell that
 * cannot be read, with the cell as the table has it.
 */
class HtcdsLineRows {

    final long number;
    final HtcdsCells cells;
    final FileRows rows = new FileRows();
    private final Map<String, RawRow.Flaw> flaws = new HashMap<>();

    HtcdsLineRows(Table.Line line) {
        this.number = line.number();
        this.cells = new HtcdsCells(line.cells());
    }

    /** Why this row is refused, as far as it was read. */
    final Optional<RawRow.Flaw> flawOf(String name, Map<String, String> row) {
        return Optional.ofNullable(flaws.get(name + "/" + row.get("id")));
    }

    /** The standard's value of a field, whether its name or its label stands there; empty where neither does. */
    final String value(String field) {
        return HtcdsWords.value(field, cells.peek(field)).orElse("");
    }

    /** Values of a field that takes several; those that are none of the standard's refuse the row. */
    final List<String> values(String field, String name, Map<String, String> row, String column) {
        var values = new ArrayList<String>();
        for (String member : cells.peekAll(field)) {
            HtcdsWords.value(field, member)
                    .ifPresentOrElse(values::add, () -> unknown(field, member, name, row, column));
        }
        return values;
    }

    final void unknown(String field, String text, String name, Map<String, String> row, String column) {
        flaw(
                name,
                row,
                column,
                cells.peek(field),
                field + ": '" + text + "' is neither a value nor a label of the standard: " + HtcdsWords.values(field));
    }

    /** Refuses a row for one of its cells, in which stands what the table has there. */
    final void flaw(String name, Map<String, String> row, String column, String written, String reason) {
        flaws.putIfAbsent(name + "/" + row.get("id"), new RawRow.Flaw(column, written, reason));
    }

    /** A time as far as it can be read; what cannot be refuses the row, and what nobody knows is kept as it came. */
    final void date(String field, String name, Map<String, String> row, String column) {
        String written = cells.peek(field);
        if (written.isEmpty()) {
            return;
        }
        switch (HtcdsDates.read(written)) {
            case HtcdsDates.Reading.Exact exact -> {
                cells.take(field);
                row.put(column, exact.time());
            }
            case HtcdsDates.Reading.Coarser coarser -> {
                row.put(column, coarser.time());
                row.put(field + " reason", coarser.reason());
            }
            case HtcdsDates.Reading.Unknown unknown -> row.put(field + " reason", unknown.reason());
            case HtcdsDates.Reading.Unreadable unreadable -> {
                cells.take(field);
                flaw(name, row, column, written, field + ": " + unreadable.reason());
            }
        }
    }

    /** Countries by code or name; one that is neither refuses the row, and what says of none is kept as it came. */
    final void countries(String field, String name, Map<String, String> row, String column, boolean many) {
        String written = cells.peek(field);
        List<String> members =
                many && HtcdsCountries.code(written).isEmpty() ? HtcdsFields.members(written) : List.of(written);
        var codes = new LinkedHashSet<String>();
        boolean kept = false;
        for (String member : members) {
            var code = HtcdsCountries.code(member);
            code.ifPresent(codes::add);
            kept |= code.isEmpty();
            if (code.isEmpty() && !HtcdsCountries.isNone(member)) {
                flaw(
                        name,
                        row,
                        column,
                        written,
                        field + ": '" + member + "' is no country by its ISO 3166-1 code or its name; write its code");
            }
        }
        if (!codes.isEmpty()) {
            row.put(column, String.join("|", codes));
        }
        if (!kept
                || flawOf(name, row)
                        .filter(flaw -> flaw.column().equals(column))
                        .isPresent()) {
            cells.take(field);
        }
    }

    final void add(String name, Map<String, String> row) {
        add(name, row, Optional.empty());
    }

    /** A cell at fault stands in its column as it was written, not as far as it could be read. */
    final void add(String name, Map<String, String> row, Optional<MadeId> of) {
        var flaw = flawOf(name, row);
        flaw.ifPresent(found -> row.put(found.column(), found.value()));
        var raw = new RawRow(number, row, flaw);
        rows.add(name, of.map(raw::withMade).orElse(raw));
    }

    final void sex(Map<String, String> row) {
        String gender = cells.peek("prs_Gender");
        String plain = HtcdsWords.plain(gender);
        String sex = HtcdsWords.SEX.get(value("prs_Gender"));
        if (gender.isEmpty()) {
            return;
        }
        if (plain.equals("male") || plain.equals("female") || sex != null && !sex.equals("other")) {
            row.put("sex", sex == null ? plain : sex);
            cells.take("prs_Gender");
        } else if (sex != null) {
            row.put("sex", sex);
        } else if (value("prs_Gender").isEmpty() && !plain.equals("unknown")) {
            unknown("prs_Gender", gender, "persons", row, "sex");
            cells.take("prs_Gender");
        }
    }

    /** Methods of control, whether listed in one cell or each in a column of its own. */
    final Set<String> controls(Map<String, String> row) {
        String field = HtcdsFields.CONTROL_FLAG;
        var methods = new LinkedHashSet<>(values(field, "exploitations", row, "means"));
        cells.fields(field).forEach((column, flag) -> {
            String named = column.substring(field.length());
            var method = HtcdsWords.value(field, named);
            if (HtcdsCells.isRaised(flag)) {
                method.ifPresentOrElse(methods::add, () -> flawedControl(column, named, row));
            } else if (!HtcdsCells.isFlag(flag)) {
                flawedControl(column, flag, row);
            }
        });
        return methods;
    }

    private void flawedControl(String column, String text, Map<String, String> row) {
        flaw(
                "exploitations",
                row,
                "means",
                text,
                column + ": '" + text + "' says no method of control, true or false; the standard has "
                        + HtcdsWords.values(HtcdsFields.CONTROL_FLAG));
    }
}
