package org.jejak.ingest.mapping;

import java.util.Map;
import java.util.Set;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;

/** What the columns of the contract mean beyond their type. */
final class ColumnMeaning {

    /** Columns by which things are known, in whatever file: digits that are missing here make one of many. */
    private static final Set<String> IDENTIFIERS = Set.of(
            "number",
            "imei",
            "iban",
            "registration",
            "imo",
            "mmsi",
            "badge",
            "dna_ref",
            "value",
            "case_ref",
            "contact");

    /** Times that are set beforehand: of what is planned, promised, or valid for a while. */
    private static final Map<String, Set<String>> SET_BEFOREHAND = Map.of(
            "documents", Set.of("expires"),
            "shifts", Set.of("start", "end"),
            "postings", Set.of("from"),
            "duties", Set.of("until"),
            "operations", Set.of("from"),
            "raids", Set.of("time", "held_until"),
            "commitments", Set.of("due"),
            "custody", Set.of("planned_removal"),
            "orders", Set.of("from"),
            "services", Set.of("from"));

    private ColumnMeaning() {}

    /** Whether things are known by what stands here, so that it has to be whole. */
    static boolean identifies(Column column) {
        return column.type() instanceof ColumnType.Id
                || column.type() instanceof ColumnType.Reference
                || IDENTIFIERS.contains(column.name());
    }

    /** Whether a telephone, an account or a paper is known by it, all of which are numbers. */
    static boolean isNumber(Column column) {
        return column.name().equals("number") || column.name().equals("imei");
    }

    /** The value of which a telephone, an account or a paper is made, as a number without a fraction. */
    static String madeByNumber(RecordFile made, String value) {
        return switch (made) {
            case PHONES, ACCOUNTS, DOCUMENTS -> SpreadsheetCells.withoutFraction(value);
            default -> value;
        };
    }

    static boolean isTime(Column column) {
        return column.type().isTime();
    }

    static boolean isCoordinate(Column column) {
        return column.type() instanceof ColumnType.Decimal of
                && of.signed()
                && (column.name().equals("lat") || column.name().equals("lon"));
    }

    /** Whether it is a number to reckon with. */
    static boolean isQuantity(Column column) {
        return column.type() instanceof ColumnType.Decimal || column.type() instanceof ColumnType.Count;
    }

    /** Whether the time may lie after the delivery: ends of validity, and what is set beforehand. */
    static boolean mayLieAhead(RecordFile file, Column column) {
        return column.type() instanceof ColumnType.To
                || SET_BEFOREHAND.getOrDefault(file.fileName(), Set.of()).contains(column.name());
    }
}
