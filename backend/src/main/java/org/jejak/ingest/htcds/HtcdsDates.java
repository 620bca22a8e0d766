package org.jejak.ingest.htcds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.network.PartialTime;

/** Reads dates as case tools write them, as far as they can mean one thing only. */
final class HtcdsDates {

    /** What a cell says of a time. */
    sealed interface Reading {

        /** @param time as the contract writes it */
        record Exact(String time) implements Reading {}

        /** Less than is written there, because the rest may mean two things. */
        record Coarser(String time, String reason) implements Reading {}

        /** What forms write where nobody knows. */
        record Unknown(String reason) implements Reading {}

        record Unreadable(String reason) implements Reading {}
    }

    private static final Set<String> NOBODY_KNOWS =
            Set.of("", "na", "none", "unknown", "notknown", "notspecified", "notspecifiedunknown", "null", "nil");

    /** Day zero of spreadsheets and the first day that many forms offer; nobody in these tables lived or acted then. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("1900-01-01", "1900-01-00", "1899-12-30", "1899-12-31", "0000-00-00", "1900-01", "1900");

    private static final String BETWEEN = "\\s*[-/. ]\\s*";
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})" + BETWEEN + "(\\d{1,2})" + BETWEEN + "(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})" + BETWEEN + "(\\d{4})");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(\\d{4})" + BETWEEN + "(\\d{1,2})(?:" + BETWEEN + "(\\d{1,2}))?");
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[-/. ]+)?(\\p{L}{3,9})[-/., ]+(\\d{4})");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,9})[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\\d{4})");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]+0{1,2}:00(:00(\\.0+)?)?$");

    private HtcdsDates() {}

    static Reading read(String cell) {
        if (NOBODY_KNOWS.contains(HtcdsWords.plain(cell))) {
            return new Reading.Unknown("'" + cell + "' says that nobody knows");
        }
        String text = MIDNIGHT.matcher(cell.strip()).replaceFirst("");
        Reading read = PartialTime.isWritten(text) ? new Reading.Exact(text) : otherwise(text);
        boolean placeholder = PLACEHOLDERS.contains(text)
                || read instanceof Reading.Exact exact && PLACEHOLDERS.contains(exact.time());
        return placeholder
                ? new Reading.Unknown("'" + cell + "' is what forms and spreadsheets write where nobody knows")
                : read;
    }

    private static Reading otherwise(String text) {
        try {
            Matcher m = DAY_MONTH_YEAR.matcher(text);
            if (m.matches()) {
                return numbers(number(m, 1), number(m, 2), number(m, 3));
            }
            m = MONTH_YEAR.matcher(text);
            if (m.matches()) {
                return month(number(m, 2), number(m, 1));
            }
            m = YEAR_MONTH_DAY.matcher(text);
            if (m.matches()) {
                return m.group(3) == null
                        ? month(number(m, 1), number(m, 2))
                        : day(number(m, 1), number(m, 2), number(m, 3));
            }
            m = DAY_NAME_YEAR.matcher(text);
            if (m.matches()) {
                int month = month(m.group(2));
                return m.group(1) == null ? month(number(m, 3), month) : day(number(m, 3), month, number(m, 1));
            }
            m = NAME_DAY_YEAR.matcher(text);
            if (m.matches()) {
                return day(number(m, 3), month(m.group(1)), number(m, 2));
            }
        } catch (DateTimeException impossible) {
            return new Reading.Unreadable("there is no such day; write it like 2015-03-07, 2015-03 or 2015");
        }
        return new Reading.Unreadable(
                text.matches("\\d{1,2}" + BETWEEN + "\\d{1,2}" + BETWEEN + "\\d{2}")
                        ? "a year of two digits may be of two centuries; write it like 2015-03-07"
                        : "it is no date that can be read; write it like 2015-03-07, 2015-03 or 2015");
    }

    /** Day and month, or month and day; where both are possible and differ, nobody can tell 3/4 from 4/3. */
    private static Reading numbers(int first, int second, int year) {
        if (first > 12 || first == second) {
            return day(year, second, first);
        }
        if (second > 12) {
            return day(year, first, second);
        }
        if (first < 1 || second < 1) {
            throw new DateTimeException("no such day");
        }
        return new Reading.Coarser(
                String.format(Locale.ROOT, "%04d", year),
                "day and month may be either way round, so only the year is taken; write " + year + "-"
                        + String.format(
                                Locale.ROOT, "%02d-%02d or %04d-%02d-%02d", second, first, year, first, second));
    }

    private static Reading day(int year, int month, int day) {
        return new Reading.Exact(LocalDate.of(year, month, day).toString());
    }

    private static Reading month(int year, int month) {
        return new Reading.Exact(YearMonth.of(year, month).toString());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int month(String name) {
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            boolean shortened =
                    name.length() >= 3 && full.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
            if (shortened) {
                return month.getValue();
            }
        }
        throw new DateTimeException("no such month");
    }

    /** The time of it, whole or coarser. */
    static Optional<String> time(Reading reading) {
        return switch (reading) {
            case Reading.Exact exact -> Optional.of(exact.time());
            case Reading.Coarser coarser -> Optional.of(coarser.time());
            case Reading.Unknown unknown -> Optional.empty();
            case Reading.Unreadable unreadable -> Optional.empty();
        };
    }
}
