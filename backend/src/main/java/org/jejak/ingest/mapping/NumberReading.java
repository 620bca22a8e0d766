package org.jejak.ingest.mapping;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;

/**
 * Reads numbers as people write them: with a point or a comma before the fraction, and groups of three digits. Which of
 * the two it is, the mapping says, or the number itself: {@code 1.355,90}, {@code 1,355.90} and {@code 12,5} can be read in
 * one way alone. {@code 1.355} cannot, and nobody's money is multiplied by a guess.
 */
final class NumberReading {

    private static final Pattern POINT = forSign("\\.", ",");
    private static final Pattern COMMA = forSign(",", "\\.");
    private static final Pattern LASTING = Pattern.compile("(\\d{1,4}):([0-5]\\d):([0-5]\\d)");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private NumberReading() {}

    private static Pattern forSign(String decimal, String other) {
        String group = "[1-9]\\d{0,2}(?:(?<sign>" + other + "|[ \u00A0\u2009\u202F'\u2019])\\d{3}(?:\\k<sign>\\d{3})*)";
        return Pattern.compile("(?<whole>" + group + "|\\d+)(?:" + decimal + "(?<fraction>\\d+))?");
    }

    /**
     * The number as the contract writes it.
     *
     * @param decimal what stands before the fraction, where the mapping says it
     * @param plain whether a workbook holds it as a number, so that it is written plainly
     */
    static String read(Column column, Optional<Character> decimal, String given, boolean plain) throws NotRead {
        String text = Digits.ours(given).strip().replace('\u2212', '-');
        var lasting = LASTING.matcher(text);
        if (column.name().equals("duration_s") && lasting.matches()) {
            return Long.toString(Long.parseLong(lasting.group(1)) * 3600
                    + Long.parseLong(lasting.group(2)) * 60
                    + Long.parseLong(lasting.group(3)));
        }
        if (SpreadsheetCells.hasLostDigits(text)) {
            throw new NotRead("only its first digits are left; format the column as a number, and export it again");
        }
        boolean below = text.startsWith("-") || text.endsWith("-") || text.startsWith("(") && text.endsWith(")");
        String size = below ? text.replaceFirst("^[-(]\\s*", "").replaceFirst("\\s*[-)]$", "") : text;
        String read = size(column, plain ? Optional.of('.') : decimal, size, plain);
        if (!below || read.matches("0+(?:\\.0+)?")) {
            return read;
        }
        boolean signed = column.type() instanceof ColumnType.Decimal of && of.signed();
        if (!signed) {
            throw new NotRead("it is below zero, and " + column.name()
                    + " has no sign; what went the other way is a row the other way round");
        }
        return "-" + read;
    }

    private static String size(Column column, Optional<Character> decimal, String text, boolean plain) throws NotRead {
        if (plain && !PLAIN.matcher(text).matches()) {
            throw new NotRead(
                    text.endsWith("%") ? "it is a percentage, and here stands a plain number" : expected(decimal));
        }
        Set<String> readings = new LinkedHashSet<>();
        if (decimal.orElse('.') == '.') {
            read(POINT, column, text).ifPresent(readings::add);
        }
        if (decimal.orElse(',') == ',') {
            read(COMMA, column, text).ifPresent(readings::add);
        }
        if (readings.isEmpty()) {
            throw new NotRead(column.type() instanceof ColumnType.Count ? whole(decimal) : expected(decimal));
        }
        if (readings.size() > 1) {
            throw new NotRead("it may be " + String.join(" or ", readings)
                    + "; say in the mapping what stands before the fraction, decimal: \",\" or decimal: \".\"");
        }
        return readings.iterator().next();
    }

    private static Optional<String> read(Pattern pattern, Column column, String text) {
        var found = pattern.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String whole = found.group("whole").replaceAll("\\D", "");
        String fraction = Optional.ofNullable(found.group("fraction")).orElse("");
        if (column.type() instanceof ColumnType.Count) {
            return fraction.chars().allMatch(c -> c == '0') ? Optional.of(whole) : Optional.empty();
        }
        return Optional.of(fraction.isEmpty() ? whole : whole + "." + fraction);
    }

    private static String whole(Optional<Character> decimal) {
        return "it is no whole number"
                + decimal.map(sign -> " with " + sign + " before a fraction").orElse("");
    }

    private static String expected(Optional<Character> decimal) {
        return decimal.map(sign -> sign == ','
                                ? "it is no number like 1355,90 or 1.355,90"
                                : "it is no number like 1355.90 or 1,355.90")
                        .orElse("it is no number like 1355.90, 1,355.90 or 1.355,90")
                + "; a group has three digits and stands before the fraction, and no currency stands in the cell";
    }
}
