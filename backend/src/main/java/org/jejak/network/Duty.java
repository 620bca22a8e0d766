package org.jejak.network;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * That an official had to do with some persons, phones or vehicles for a while.
 *
 * @param row key of the row that says so
 */
public record Duty(Key row, Key official, Set<Key> subjects, Span span) {

    public Duty {
        subjects = Set.copyOf(subjects);
    }

    /** What a row of {@code duties} says; empty where it does not say whose or when. */
    public static Optional<Duty> of(VisibleRecord row) {
        var span = span(row);
        return row.reference("official")
                .filter(any -> span.isPresent())
                .map(official ->
                        new Duty(row.key(), official, Set.copyOf(row.references("subjects")), span.orElseThrow()));
    }

    /** While the duty of a row lasted; empty where it does not say when. */
    public static Optional<Span> span(VisibleRecord row) {
        return row.time("time").map(time -> span(time, row.time("until"), row.zone()));
    }

    /**
     * From {@code time} to {@code until}, each the whole of what it may mean; without an {@code until} that day, from
     * midnight to midnight where the records were made. Where a time names no day (2015, 2015-03) it is all of that.
     */
    public static Span span(PartialTime time, Optional<PartialTime> until, ZoneId zone) {
        if (until.isPresent()) {
            return new Span(time.from(), until.get().until());
        }
        LocalDate day = time.from().atZone(zone).toLocalDate();
        var midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Span(day.atStartOfDay(zone).toInstant(), midnight.isBefore(time.until()) ? time.until() : midnight);
    }
}
