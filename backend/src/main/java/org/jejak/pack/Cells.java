package org.jejak.pack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;
import org.jejak.network.TextKind;

/**
 * What the contract says of a cell that matters when its row leaves the house. This is the one place of this package that
 * judges columns.
 */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?([eE][+-]?\\d{1,2})?");

    /** What stands in a cell that must not be empty and whose own text stays behind. */
    static final String WITHHELD = "withheld";

    private Cells() {}

    static Optional<Column> column(String file, String name) {
        return RecordFile.named(file).flatMap(f -> f.column(name));
    }

    static Optional<ColumnType> type(String file, String name) {
        return column(file, name).map(Column::type);
    }

    /** Whether the contract knows the column. One that it does not may hold anything. */
    static boolean isKnown(String file, String name) {
        return column(file, name).isPresent();
    }

    /** Whether people write sentences in it, or may: nobody knows what is written in a column that we do not know. */
    static boolean isFreeText(String file, String name, String cell) {
        return text(file, name).filter(TextKind::isFree).isPresent()
                || !isKnown(file, name) && !isOpen(file, name, cell) && !isNumber(cell);
    }

    /** Whether somebody is called or numbered by it; of a statement that depends on its property. */
    static boolean isName(String file, String name, Map<String, String> cells) {
        return text(file, name)
                .map(kind -> kind == TextKind.VALUE
                        ? isNameOfSomething(cells.getOrDefault("property", ""))
                        : kind.identifies())
                .orElse(false);
    }

    private static boolean isNameOfSomething(String property) {
        return Arrays.stream(RecordFile.values())
                .filter(file -> file.describes().filter(EntityKind::isEntity).isPresent())
                .flatMap(file -> text(file.fileName(), property).stream())
                .anyMatch(TextKind::identifies);
    }

    private static Optional<TextKind> text(String file, String name) {
        return type(file, name).flatMap(ColumnType::text);
    }

    /** Whether it tells nobody apart: codes, times, numbers and the strength of a tie. */
    static boolean isOpen(String file, String name, String cell) {
        return RecordFile.named(file).filter(f -> f.isOpen(name, cell)).isPresent();
    }

    /** Whether it says where something lies. */
    static boolean isWhere(ColumnType type) {
        return type instanceof ColumnType.Decimal decimal && decimal.signed();
    }

    static boolean isTime(ColumnType type) {
        return type instanceof ColumnType.Time || type instanceof ColumnType.From || type instanceof ColumnType.To;
    }

    /** What kind of tie it is, or of which instrument: without it the row would be none. */
    static boolean isWord(ColumnType type) {
        return type instanceof ColumnType.Code || type instanceof ColumnType.Relation;
    }

    static boolean isText(ColumnType type) {
        return type instanceof ColumnType.Text || type instanceof ColumnType.Texts;
    }

    static boolean isRequired(String file, String name) {
        return column(file, name).map(Column::required).orElse(false);
    }

    /** A plain number says how much or how often, and names nobody. */
    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    /** Whether a statement of this property may say any text; of a birth date, a country or a sex it may not. */
    static boolean takesAnyText(String property) {
        var types = new HashMap<RecordFile, ColumnType>();
        for (RecordFile file : RecordFile.values()) {
            if (file.describes().filter(EntityKind::isEntity).isPresent()) {
                file.column(property).ifPresent(c -> types.put(file, c.type()));
            }
        }
        return types.isEmpty() || types.values().stream().anyMatch(t -> isText(t) || isWord(t));
    }
}
