package org.jejak.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * From which day on somebody may have been an adult, as one row of theirs says: by {@code birth_date}, {@code age_to} or
 * {@code thought_child}. Whoever was last heard of before that day was certainly a child. A birth date of which only the
 * year is known counts from the first of January: a child for certain, not perhaps.
 */
public final class ChildAge {

    private static final int OF_AGE = 18;

    private ChildAge() {}

    static boolean isStated(UnaryOperator<String> cells) {
        return !cells.apply("birth_date").isEmpty()
                || !cells.apply("age_to").isEmpty()
                || cells.apply("thought_child").equals("true");
    }

    /**
     * The first day on which nobody can call the person a child any more; the latest of what the row's cells say, each of
     * which is enough. A birth date says it to its precision. An age, and that somebody was thought a child, protect until
     * whoever was just that old, or just born, when the row was delivered has grown up: nothing in it says how old they were
     * to the day, and a child is rather protected for a year too long.
     *
     * @param stated the day on which the row was delivered: an age is of that day at the latest
     * @return empty if the row says nothing of an age
     */
    public static Optional<LocalDate> adultFrom(UnaryOperator<String> cells, LocalDate stated) {
        Optional<LocalDate> latest = birth(cells.apply("birth_date")).map(day -> day.plusYears(OF_AGE));
        latest = later(latest, age(cells.apply("age_to")).map(age -> stated.plusYears((long) OF_AGE - age)));
        if (cells.apply("thought_child").equals("true")) {
            latest = later(latest, Optional.of(stated.plusYears(OF_AGE)));
        }
        return latest;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().isAfter(other.get()) ? one : other;
    }

    private static Optional<LocalDate> birth(String cell) {
        try {
            return cell.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PartialTime.parse(cell, ZoneOffset.UTC)
                            .from()
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate());
        } catch (DateTimeException kept) {
            return Optional.empty();
        }
    }

    /** A whole age of somebody who is still a child by it. */
    private static Optional<Integer> age(String cell) {
        return cell.matches("0*\\d{1,3}")
                ? Optional.of(Integer.parseInt(cell)).filter(age -> age < OF_AGE)
                : Optional.empty();
    }
}
