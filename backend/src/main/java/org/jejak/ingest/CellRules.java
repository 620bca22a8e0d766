package org.jejak.ingest;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jejak.network.ColumnType;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;

/** What one cell may hold, by the type of its column. The answer is the reason to refuse it, with how to mend it. */
final class CellRules {

    private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern SIGNED = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern TICKER = Pattern.compile("X-[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> HANDLINGS =
            Arrays.stream(Handling.values()).map(Handling::label).collect(Collectors.toUnmodifiableSet());

    private final ZoneId zone;

    CellRules(ZoneId zone) {
        this.zone = zone;
    }

    /** Why a non-empty cell is wrong; empty if it is right. References are looked at elsewhere. */
    Optional<String> broken(ColumnType type, String cell) {
        return switch (type) {
            case ColumnType.Id i -> when(!Key.isId(cell), idAdvice());
            case ColumnType.Text t -> Optional.empty();
            case ColumnType.Texts t -> Optional.empty();
            case ColumnType.Code c -> Optional.empty();
            case ColumnType.Relation r -> Optional.empty();
            case ColumnType.Reference r -> Optional.empty();
            case ColumnType.RowReference r -> Optional.empty();
            case ColumnType.GradeText g -> Optional.empty();
            case ColumnType.PersonalDate d -> time(cell);
            case ColumnType.Time t -> time(cell);
            case ColumnType.From f -> time(cell);
            case ColumnType.To t -> cell.equals("open") ? Optional.empty() : time(cell);
            case ColumnType.Closed c -> closed(c, cell);
            case ColumnType.Decimal d ->
                d.signed()
                        ? when(!SIGNED.matcher(cell).matches(), "not a plain decimal like -6.72")
                        : when(
                                !DECIMAL.matcher(cell).matches(),
                                "not a plain decimal like 1200.50; no sign, no thousands separator, a point before the fraction");
            case ColumnType.Count c -> when(!COUNT.matcher(cell).matches(), "not a whole number of 0 or more");
            case ColumnType.Bool b ->
                when(!cell.equals("true") && !cell.equals("false"), "not a boolean; write true or false");
            case ColumnType.Country c -> countries(c, cell);
            case ColumnType.Currency c ->
                when(
                        !CURRENCIES.contains(cell) && !TICKER.matcher(cell).matches(),
                        "no ISO 4217 currency like MYR, nor X- and a ticker like X-USDT");
            case ColumnType.Reliability r ->
                when(cell.length() != 1 || cell.charAt(0) < 'A' || cell.charAt(0) > 'F', "a reliability is A to F");
            case ColumnType.Credibility c ->
                when(cell.length() != 1 || cell.charAt(0) < '1' || cell.charAt(0) > '6', "a credibility is 1 to 6");
            case ColumnType.HandlingCode h ->
                when(
                        !HANDLINGS.contains(cell),
                        "a handling is one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR");
            case ColumnType.Sha256 s -> when(!SHA256.matcher(cell).matches(), "a SHA-256 is 64 digits of 0-9 and a-f");
        };
    }

    static String idAdvice() {
        return "an id is 1 to 200 characters, no control characters, none of | , : / @ and no blank at either end;"
                + " percent-encode what you take over from elsewhere";
    }

    private Optional<String> time(String cell) {
        try {
            PartialTime.parse(cell, zone);
            return Optional.empty();
        } catch (DateTimeException | ArithmeticException impossible) {
            return Optional.of("no such time; write 2015, 2015-03, 2015-03-07, 2015-03-07T21:10 or 2015-03-07T21:10:05,"
                    + " the last two also with an offset");
        }
    }

    private static Optional<String> closed(ColumnType.Closed closed, String cell) {
        List<String> members = closed.many() ? members(cell) : List.of(cell);
        for (String member : members) {
            if (!closed.values().contains(member)) {
                String instead = closed.values().stream()
                        .filter(v -> v.equalsIgnoreCase(member.strip()))
                        .findFirst()
                        .map(v -> "write " + v)
                        .orElse("it takes " + String.join(" ", closed.values()));
                return Optional.of("not in the list of this column; " + instead);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> countries(ColumnType.Country country, String cell) {
        List<String> members = country.many() ? members(cell) : List.of(cell);
        return when(!COUNTRIES.containsAll(members), "no ISO 3166-1 country of two capital letters, like MY");
    }

    /** The members of a list, empty ones too. */
    static List<String> members(String cell) {
        return Arrays.asList(cell.split("\\|", -1));
    }

    private static Optional<String> when(boolean broken, String reason) {
        return broken ? Optional.of(reason) : Optional.empty();
    }
}
