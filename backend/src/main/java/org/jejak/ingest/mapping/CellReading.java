package org.jejak.ingest.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;

/** Reads the text of a cell as the contract writes what the column holds. */
final class CellReading {

    private static final Mapping.Times AS_THE_CONTRACT = new Mapping.Times(java.util.List.of());

    private final TimeReading times;
    private final Optional<Character> decimal;

    /** @param decimal what stands before fractions in the whole table */
    CellReading(TimeReading times, Optional<Character> decimal) {
        this.times = times;
        this.decimal = decimal;
    }

    /** @param plain whether a workbook holds it as a number or day */
    String read(RecordFile file, Column column, Mapping.Reading reading, String given, boolean plain) throws NotRead {
        if (SpreadsheetCells.isNoValue(given)) {
            throw new NotRead(
                    "the spreadsheet shows no value here, only why it has none; mend it there, and save it again");
        }
        return switch (reading) {
            case Mapping.Words words -> words(words.words(), given);
            case Mapping.Times of -> times.read(file, column, of, given, plain);
            case Mapping.Number number
            when ColumnMeaning.isQuantity(column) -> quantity(column, Optional.of(number.sign()), given, plain);
            case Mapping.Number number -> given;
            case Mapping.AsItIs asItIs -> asItIs(file, column, given, plain);
        };
    }

    private String asItIs(RecordFile file, Column column, String given, boolean plain) throws NotRead {
        if (ColumnMeaning.isTime(column)) {
            return times.read(file, column, AS_THE_CONTRACT, given, plain);
        }
        if (ColumnMeaning.isQuantity(column)) {
            return quantity(column, decimal, given, plain);
        }
        String whole = ColumnMeaning.isNumber(column) ? SpreadsheetCells.withoutFraction(given) : given;
        if (ColumnMeaning.identifies(column)) {
            requireDigits(whole);
        }
        boolean namesNobody = file == RecordFile.PERSONS && column.name().equals("name") && Nobody.is(whole);
        return namesNobody ? "" : word(column.type(), whole);
    }

    private static String quantity(Column column, Optional<Character> decimal, String given, boolean plain)
            throws NotRead {
        return ColumnMeaning.isCoordinate(column)
                ? CoordinateReading.read(column.name(), given)
                : NumberReading.read(column, decimal, given, plain);
    }

    /** Refuses what things are known by where only its first digits are left. */
    static void requireDigits(String identifier) throws NotRead {
        if (SpreadsheetCells.hasLostDigits(identifier)) {
            throw new NotRead(
                    "only the first digits of this number are left, and many numbers begin so; format the column"
                            + " as text or as a number without decimals where the digits still are, and export it again");
        }
    }

    private static String words(Map<String, String> words, String given) throws NotRead {
        String word = words.containsKey(given) ? words.get(given) : words.get("*");
        if (word == null) {
            throw new NotRead("it has no word for it; add it under values, or *");
        }
        return word;
    }

    /** Words of closed lists, countries and booleans are taken however their letters are. */
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
}
