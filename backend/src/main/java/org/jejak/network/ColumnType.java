package org.jejak.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a cell of a column may hold, and whether it stands open in the graph or is sealed. */
public sealed interface ColumnType {

    /** The id of the row itself. */
    record Id() implements ColumnType {}

    /** Free text, a name, a number, a date of birth: whatever may identify somebody. Sealed. */
    record Text(TextKind kind) implements ColumnType {}

    /** Like {@link Text}, a list of values separated by {@code |}. Sealed. */
    record Texts(TextKind kind) implements ColumnType {}

    /** A short code (lane, unit, group). Open up to seven ASCII letters, digits, {@code . _ -}; longer ones are sealed. */
    record Code() implements ColumnType {}

    /** A day of somebody's life; a time of the contract, sealed. */
    record PersonalDate() implements ColumnType {}

    /** One or more of a closed list, lower case. */
    record Closed(List<String> values, boolean many) implements ColumnType {
        public Closed {
            values = List.copyOf(values);
        }
    }

    /** The one open list: known relations stand open, others are sealed. */
    record Relation() implements ColumnType {}

    /** One or more references to things of these kinds. */
    record Reference(Set<EntityKind> kinds, boolean many) implements ColumnType {
        public Reference {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Any row, by its file and id: {@code withdrawals.row}. */
    record RowReference() implements ColumnType {}

    record Time() implements ColumnType {}

    /** Start of validity; must not lie after the {@code to} of the same row. */
    record From() implements ColumnType {}

    /** End of validity; may be {@code open}. */
    record To() implements ColumnType {}

    /** Plain decimal ≥ 0 unless {@code signed}. */
    record Decimal(boolean signed) implements ColumnType {}

    /** Whole number ≥ 0. */
    record Count() implements ColumnType {}

    record Bool() implements ColumnType {}

    /** ISO 3166-1 alpha-2, upper case. */
    record Country(boolean many) implements ColumnType {}

    /** ISO 4217, or {@code X-} and a ticker. */
    record Currency() implements ColumnType {}

    record GradeText() implements ColumnType {}

    record Reliability() implements ColumnType {}

    record Credibility() implements ColumnType {}

    record HandlingCode() implements ColumnType {}

    /** Hexadecimal SHA-256; some systems write it in capitals. */
    record Sha256() implements ColumnType {}

    /** Whether a valid cell stands readable in the graph; everything else goes into the row's sealed part. */
    default boolean isOpen(String cell) {
        return switch (this) {
            case Text t -> false;
            case Texts t -> false;
            case PersonalDate d -> false;
            case Code c -> cell.length() <= 7 && cell.matches("[A-Za-z0-9._-]+");
            case Relation r -> RecordFile.RELATIONS.contains(cell);
            case Id i -> true;
            case Closed c -> true;
            case Reference r -> true;
            case RowReference r -> true;
            case Time t -> true;
            case From f -> true;
            case To t -> true;
            case Decimal d -> true;
            case Count c -> true;
            case Bool b -> true;
            case Country c -> true;
            case Currency c -> true;
            case GradeText g -> true;
            case Reliability r -> true;
            case Credibility c -> true;
            case HandlingCode h -> true;
            case Sha256 s -> true;
        };
    }

    /** What people write in it, where it is text. */
    default Optional<TextKind> text() {
        return switch (this) {
            case Text t -> Optional.of(t.kind());
            case Texts t -> Optional.of(t.kind());
            default -> Optional.empty();
        };
    }

    /** Whether cells are times of the contract. */
    default boolean isTime() {
        return switch (this) {
            case Time t -> true;
            case From f -> true;
            case To t -> true;
            case PersonalDate d -> true;
            default -> false;
        };
    }

    /** Whether cells are lists separated by {@code |}. */
    default boolean isList() {
        return switch (this) {
            case Texts t -> true;
            case Closed c -> c.many();
            case Reference r -> r.many();
            case Country c -> c.many();
            default -> false;
        };
    }
}
