package org.jejak.network;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A time as it was written, with its precision: {@code 2015} is a year, not 1 January. It stands for the interval
 * {@code [from, until)} of instants; whether two times agree is said by {@link Span}.
 *
 * @param text as written in the record
 * @param from first instant it may mean
 * @param until first instant after all it may mean
 * @param ambiguous whether the local time occurs twice in its zone; the earlier offset was taken
 */
public record PartialTime(String text, Precision precision, Instant from, Instant until, boolean ambiguous)
        implements Comparable<PartialTime> {

    /** How exactly a time is known, coarsest first. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        MINUTE,
        SECOND,
        FRACTION
    }

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");

    /** Whether this is one of the contract's forms; whether the hour exists in a zone is another question. */
    public static boolean isWritten(String text) {
        try {
            parse(text, ZoneOffset.UTC);
            return true;
        } catch (DateTimeException | ArithmeticException otherForm) {
            return false;
        }
    }

    /**
     * Reads one of the contract's forms; {@code zone} is the bundle's, for times without an offset.
     *
     * @throws DateTimeParseException if it is another form or no such day or hour exists
     */
    public static PartialTime parse(String text, ZoneId zone) {
        if (YEAR.matcher(text).matches()) {
            var first = LocalDate.of(Integer.parseInt(text), 1, 1);
            return days(text, Precision.YEAR, first, first.plusYears(1), zone);
        }
        if (MONTH.matcher(text).matches()) {
            var month = YearMonth.parse(text);
            return days(
                    text, Precision.MONTH, month.atDay(1), month.plusMonths(1).atDay(1), zone);
        }
        if (DAY.matcher(text).matches()) {
            var day = LocalDate.parse(text);
            return days(text, Precision.DAY, day, day.plusDays(1), zone);
        }
        var m = INSTANT.matcher(text);
        if (!m.matches()) {
            throw new DateTimeParseException("not a time of the contract", text, 0);
        }
        var precision =
                m.group(3) == null ? Precision.MINUTE : m.group(4) == null ? Precision.SECOND : Precision.FRACTION;
        long width = switch (precision) {
            case MINUTE -> 60_000_000_000L;
            case SECOND -> 1_000_000_000L;
            default -> (long) Math.pow(10, 9 - (m.group(4).length() - 1));
        };
        Instant from;
        boolean ambiguous = false;
        if (m.group(5) != null) {
            from = OffsetDateTime.parse(text).toInstant();
        } else {
            var local = LocalDateTime.of(
                    LocalDate.parse(m.group(1)), LocalTime.parse(m.group(2) + (m.group(3) == null ? "" : m.group(3))));
            var offsets = zone.getRules().getValidOffsets(local);
            ambiguous = offsets.size() > 1;
            if (offsets.isEmpty()) {
                throw new DateTimeParseException("clocks skipped this local time in " + zone, text, 0);
            }
            from = local.toInstant(offsets.get(0));
        }
        return new PartialTime(text, precision, from, from.plusNanos(width), ambiguous);
    }

    private static PartialTime days(String text, Precision precision, LocalDate first, LocalDate end, ZoneId zone) {
        return new PartialTime(
                text,
                precision,
                first.atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                false);
    }

    public boolean isAtLeast(Precision wanted) {
        return precision.compareTo(wanted) >= 0;
    }

    @Override
    public int compareTo(PartialTime other) {
        int c = from.compareTo(other.from);
        return c != 0 ? c : until.compareTo(other.until);
    }

    @Override
    public String toString() {
        return text;
    }
}
