package org.jejak.ingest.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;

/**
 * Reads times as the mapping says that they are written, and refuses those that nobody can have meant: births and events
 * after the delivery, and years from before anything that is recorded here. Such a year is one of another calendar, which
 * the mapping has to name.
 */
final class TimeReading {

    /** For clocks that are fast, and for the far side of the date line. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int EARLIEST_YEAR = 1850;
    private static final int YEARS_AHEAD = 100;
    private static final int SHORT_YEARS_AHEAD = 50;

    /** Years that a Thai calendar has while ours has this century and the last. */
    private static final int BUDDHIST_FROM = 2400;

    /** The contract's forms, and the same with a blank before the hour. */
    private static final List<String> ISO =
            List.of("yyyy[-MM[-dd['T'HH:mm[:ss[.S]][X]]]]", "yyyy-MM-dd HH:mm[:ss[.S]][ ][X]");

    private final ZoneId zone;
    private final Instant delivered;
    private final WrittenCalendar ordinary;
    private final List<String> languages;
    private final Map<String, TimePattern> compiled = new HashMap<>();

    /** @param languages of names of months */
    TimeReading(ZoneId zone, Instant delivered, WrittenCalendar ordinary, List<String> languages) {
        this.zone = zone;
        this.delivered = delivered;
        this.ordinary = ordinary;
        this.languages = languages;
    }

    /**
     * The time as the contract writes it.
     *
     * @param plain whether a workbook holds part of it as a day, which is then of our calendar and written as ISO 8601 has it
     */
    String read(RecordFile file, Column column, Mapping.Times times, String given, boolean plain) throws NotRead {
        if (column.type() instanceof ColumnType.To && given.equalsIgnoreCase("open")) {
            return "open";
        }
        WrittenCalendar calendar = times.calendar().orElse(ordinary);
        boolean ahead = ColumnMeaning.mayLieAhead(file, column);
        if (plain) {
            Optional<String> held = first(ISO, WrittenCalendar.GREGORIAN, given, ahead);
            if (held.isPresent()) {
                return likely(thai(held.get(), calendar), calendar, ahead);
            }
        }
        var patterns = new ArrayList<>(times.patterns().isEmpty() ? ISO : times.patterns());
        if (plain) {
            times.patterns().forEach(pattern -> patterns.addAll(SheetPatterns.of(pattern)));
        }
        String read = first(patterns, calendar, given, ahead).orElse("");
        if (read.isEmpty()) {
            throw new NotRead(
                    times.patterns().isEmpty()
                            ? "no such time; it is written as 2015, 2015-03, 2015-03-07 or 2015-03-07T21:10:05, or say"
                                    + " in the mapping how, as in time: dd/MM/yyyy HH:mm"
                            : "it is no time written as " + String.join(" or ", times.patterns()));
        }
        return likely(read, calendar, ahead);
    }

    /** A workbook takes 2558 for a year of ours, and reckons with it as if it were. */
    private static String thai(String held, WrittenCalendar calendar) {
        int year = Integer.parseInt(held.substring(0, 4));
        return calendar == WrittenCalendar.BUDDHIST && year >= BUDDHIST_FROM ? year - 543 + held.substring(4) : held;
    }

    /** As the first pattern has it that fits; the day that it names must be one. */
    private Optional<String> first(List<String> patterns, WrittenCalendar calendar, String given, boolean ahead)
            throws NotRead {
        Optional<NotRead> why = Optional.empty();
        for (String pattern : patterns) {
            String key = calendar + pattern;
            TimePattern compiledOne = compiled.get(key);
            if (compiledOne == null) {
                compiledOne = TimePattern.of(pattern, CalendarNames.of(calendar, languages));
                compiled.put(key, compiledOne);
            }
            Optional<TimePattern.Read> read = compiledOne.read(given);
            if (read.isPresent()) {
                try {
                    return Optional.of(written(read.get(), calendar, ahead));
                } catch (DateTimeException noSuchDay) {
                    why = why.or(() -> Optional.of(new NotRead(
                            "there is no such time in " + pattern + ": " + String.valueOf(noSuchDay.getMessage()))));
                }
            }
        }
        if (why.isPresent()) {
            throw why.get();
        }
        return Optional.empty();
    }

    private String written(TimePattern.Read read, WrittenCalendar calendar, boolean ahead) {
        int year = read.shortYear() ? year(read, calendar, ahead) : read.year();
        if (read.month() < 0) {
            return within(calendar.firstOf(year), calendar.firstOf(year + 1));
        }
        if (read.day() < 0) {
            LocalDate first = calendar.firstOf(year, read.month());
            LocalDate next =
                    read.month() == 12 ? calendar.firstOf(year + 1, 1) : calendar.firstOf(year, read.month() + 1);
            return within(first, next);
        }
        LocalDate day = calendar.day(year, read.month(), read.day());
        if (read.weekday() > 0 && day.getDayOfWeek().getValue() != read.weekday()) {
            throw new DateTimeException("that day is a "
                    + day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH));
        }
        return read.hour() < 0 ? day.toString() : moment(read, day);
    }

    /** With the precision that all of it has in our calendar: a month of another lies in two of ours. */
    private static String within(LocalDate first, LocalDate next) {
        LocalDate last = next.minusDays(1);
        if (first.getYear() != last.getYear()) {
            throw new DateTimeException(
                    "a year or month of that calendar lies in two of our years; only a day can be said in ours");
        }
        String day = first.toString();
        return first.getMonth() == last.getMonth() ? day.substring(0, 7) : day.substring(0, 4);
    }

    private static String moment(TimePattern.Read read, LocalDate day) {
        boolean endOfDay = read.hour() == 24 && read.minute() <= 0 && read.second() <= 0;
        LocalDate of = endOfDay ? day.plusDays(1) : day;
        var time = LocalTime.of(endOfDay ? 0 : read.hour(), Math.max(0, read.minute()), Math.max(0, read.second()));
        var text = new StringBuilder(of.toString());
        text.append(String.format(Locale.ROOT, "T%02d:%02d", time.getHour(), time.getMinute()));
        if (read.second() >= 0) {
            text.append(String.format(Locale.ROOT, ":%02d", time.getSecond()));
            text.append(read.fraction().isEmpty() ? "" : "." + read.fraction());
        }
        return text.append(offset(read.zone(), of.atTime(time))).toString();
    }

    private static String offset(String zone, LocalDateTime at) {
        if (zone.isEmpty()) {
            return "";
        }
        ZoneOffset offset = ZoneId.of(zone.toUpperCase(Locale.ROOT).equals("Z") ? "Z" : zone)
                .getRules()
                .getOffset(at);
        return offset.getId();
    }

    /** Of the years that two digits may mean, the last that lies behind us, or within reach where it may lie ahead. */
    private int year(TimePattern.Read read, WrittenCalendar calendar, boolean ahead) {
        LocalDate today = delivered.atZone(zone).toLocalDate();
        LocalDate last = ahead ? today.plusYears(SHORT_YEARS_AHEAD) : today.plusDays(GRACE.toDays());
        int lastYear = calendar.year(last);
        int year = lastYear - Math.floorMod(lastYear - read.year(), 100);
        LocalDate first = read.month() < 0 ? calendar.firstOf(year) : calendar.firstOf(year, read.month());
        LocalDate begins = read.day() < 0 ? first : first.plusDays(read.day() - 1);
        return begins.isAfter(last) ? year - 100 : year;
    }

    /** The time, unless nobody can have meant it. */
    private String likely(String read, WrittenCalendar calendar, boolean ahead) throws NotRead {
        Instant begins;
        try {
            begins = PartialTime.parse(read, zone).from();
        } catch (DateTimeException skippedHour) {
            return read; // the check that all rows go through says why
        }
        int year = begins.atZone(zone).getYear();
        Instant last = ahead ? delivered.atZone(zone).plusYears(YEARS_AHEAD).toInstant() : delivered.plus(GRACE);
        if (begins.isAfter(last)) {
            LocalDate day = delivered.atZone(zone).toLocalDate();
            throw new NotRead("it would be " + read + ", and "
                    + (ahead ? "nothing is set so far ahead of " : "no birth and no event comes after ")
                    + "the delivery of " + day
                    + advice(
                            year >= BUDDHIST_FROM && calendar == WrittenCalendar.GREGORIAN
                                    ? "; a year of the Buddhist era is read with calendar: buddhist in the mapping"
                                    : ""));
        }
        if (year < EARLIEST_YEAR) {
            throw new NotRead("it would be " + read + ", a year before anything that is recorded here"
                    + advice(
                            year >= 1250 && year <= 1550 && calendar == WrittenCalendar.GREGORIAN
                                    ? "; a year of the Hijri is read with calendar: hijri in the mapping, one of the calendar of"
                                            + " Iran and Afghanistan with calendar: persian"
                                    : ""));
        }
        return read;
    }

    private static String advice(String calendar) {
        return calendar.isEmpty() ? "; look how the table writes its years" : calendar;
    }
}
