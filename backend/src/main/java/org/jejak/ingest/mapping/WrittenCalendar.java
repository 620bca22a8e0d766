package org.jejak.ingest.mapping;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.time.temporal.JulianFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The calendar in which a table writes its days. */
public enum WrittenCalendar {
    GREGORIAN("gregorian"),
    /**
     * The Thai solar calendar: the year is 543 ahead. Until 2483 it began in April, so January to March of these years are
     * days that two people may mean differently; they are refused.
     */
    BUDDHIST("buddhist"),
    /** The Islamic calendar as Umm al-Qura reckons it; where the moon is sighted, a day may be the next or the one before. */
    HIJRI("islamic-umalqura"),
    /** The solar Hijri calendar of Iran and Afghanistan. */
    PERSIAN("persian");

    /** The last year before the Thai year was moved to January. */
    private static final int LAST_APRIL_YEAR = 2483;

    private static final int NINETEEN_FORTY = 1940;

    private final String icu;

    WrittenCalendar(String icu) {
        this.icu = icu;
    }

    /** As a mapping names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WrittenCalendar> named(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /** The calendar of the JDK that it is; empty where the JDK has none. */
    Optional<Chronology> chronology() {
        return switch (this) {
            case GREGORIAN -> Optional.of(IsoChronology.INSTANCE);
            case BUDDHIST -> Optional.of(ThaiBuddhistChronology.INSTANCE);
            case HIJRI -> Optional.of(HijrahChronology.INSTANCE);
            case PERSIAN -> Optional.empty();
        };
    }

    /** For names of months in a language. */
    Calendar in(ULocale language) {
        return Calendar.getInstance(language.setKeywordValue("calendar", icu));
    }

    /**
     * The day of our calendar.
     *
     * @throws DateTimeException if there is none
     */
    LocalDate day(int year, int month, int day) {
        return switch (this) {
            case GREGORIAN -> LocalDate.of(year, month, day);
            case BUDDHIST -> {
                if (year <= LAST_APRIL_YEAR && month <= 3) {
                    throw new DateTimeException(
                            "until 2483 the Thai year began in April, so this may be a day of two years; write the year as a"
                                    + " year alone");
                }
                yield LocalDate.from(ThaiBuddhistDate.of(year, month, day));
            }
            case HIJRI -> LocalDate.from(HijrahChronology.INSTANCE.date(year, month, day));
            case PERSIAN -> persian(year, month, day);
        };
    }

    private static LocalDate persian(int year, int month, int day) {
        Calendar calendar = Calendar.getInstance(new ULocale("en@calendar=persian"));
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        try {
            return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
        } catch (IllegalArgumentException noSuchDay) {
            throw new DateTimeException("there is no such day", noSuchDay);
        }
    }

    /** The year of this calendar in which a day lies. */
    int year(LocalDate day) {
        return switch (this) {
            case GREGORIAN -> day.getYear();
            case BUDDHIST -> ThaiBuddhistDate.from(day).get(ChronoField.YEAR);
            case HIJRI -> HijrahDate.from(day).get(ChronoField.YEAR);
            case PERSIAN -> {
                int near = day.getYear() - 621;
                yield persian(near, 1, 1).isAfter(day) ? near - 1 : near;
            }
        };
    }

    /** The first day of a year. */
    LocalDate firstOf(int year) {
        boolean fromApril = this == BUDDHIST && year <= LAST_APRIL_YEAR;
        return fromApril ? LocalDate.of(year - LAST_APRIL_YEAR + NINETEEN_FORTY, 1, 1) : day(year, 1, 1);
    }

    /** The first day of a month. */
    LocalDate firstOf(int year, int month) {
        return day(year, month, 1);
    }
}
