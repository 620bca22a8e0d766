package org.jejak.world;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The time in which a world happens: whole weeks from a Monday, three shifts a day, the last one over midnight. */
final class Calendar {

    /** A Monday. */
    static final LocalDate FIRST = LocalDate.of(2014, 1, 6);

    static final String ZONE = "Asia/Kuala_Lumpur";
    static final int SHIFT_HOURS = 8;
    static final int SHIFTS_A_WEEK = 21;

    private Calendar() {}

    static LocalDate day(int day) {
        return FIRST.plusDays(day);
    }

    /** Start of a shift: {@code slot} 0 at 06:00, 1 at 14:00, 2 at 22:00. */
    static LocalDateTime shift(int day, int slot) {
        return day(day).atTime(6 + slot * SHIFT_HOURS, 0);
    }

    /** Some minute of a day, between 07:00 and 23:00. */
    static LocalDateTime moment(int day, Chance chance) {
        return day(day).atTime(chance.between(7, 22), chance.below(60));
    }
}
