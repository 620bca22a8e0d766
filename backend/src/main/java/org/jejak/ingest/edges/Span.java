package org.jejak.ingest.edges;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jejak.network.PartialTime;

/**
 * How long something of a graph file holds: a time of the calendar, or of a clock of the file's own that counts from
 * nought.
 *
 * @param start as written; empty where it has no beginning
 * @param end alike
 * @param calendar whether they are times that the contract knows
 */
record Span(String start, String end, boolean calendar) {

    static final Span ALWAYS = new Span("", "", true);

    private static final Pattern INTERVAL =
            Pattern.compile("[\\[(\\]]\\s*([^,;\\[\\]()<>]*?)\\s*,\\s*([^,;\\[\\]()<>]*?)\\s*[\\])\\[]");

    /** What a file knows of its clock. */
    interface Clock {
        boolean isCalendar(String time);
    }

    boolean isAlways() {
        return start.isEmpty() && end.isEmpty();
    }

    /** As it is kept in a cell. */
    String text() {
        return start.equals(end) ? start : start + "/" + end;
    }

    /** The time at which the attributes of an element say that it holds. */
    static Span of(Map<String, String> attributes, Clock clock) {
        String at = attributes.getOrDefault("timestamp", "");
        String start = bound(attributes.getOrDefault("start", at));
        String end = bound(attributes.getOrDefault("end", at));
        String startOpen = bound(attributes.getOrDefault("startopen", ""));
        String endOpen = bound(attributes.getOrDefault("endopen", ""));
        return of(start.isEmpty() ? moved(startOpen, 1) : start, end.isEmpty() ? moved(endOpen, -1) : end, clock);
    }

    private static Span of(String start, String end, Clock clock) {
        return new Span(start, end, isCalendar(start, clock) && isCalendar(end, clock));
    }

    private static boolean isCalendar(String time, Clock clock) {
        return time.isEmpty() || clock.isCalendar(time) && PartialTime.isWritten(time);
    }

    /** All of {@code <[2014, 2015]; [2016, 2017)>} and {@code <[2014, 2016]>}, as Gephi writes intervals and timestamps. */
    static List<Span> listed(Map<String, String> attributes, Clock clock) {
        var spans = new ArrayList<Span>();
        var intervals = INTERVAL.matcher(attributes.getOrDefault("intervals", ""));
        while (intervals.find()) {
            String last = intervals.group();
            boolean open = last.endsWith(")") || last.endsWith("[");
            String end = bound(intervals.group(2));
            spans.add(of(bound(intervals.group(1)), open ? moved(end, -1) : end, clock));
        }
        for (String at : attributes.getOrDefault("timestamps", "").split("[\\[\\]<>,;\\s]+")) {
            if (!at.isEmpty()) {
                spans.add(of(at, at, clock));
            }
        }
        return spans;
    }

    private static String bound(String time) {
        return time.toLowerCase(java.util.Locale.ROOT).contains("infinity") ? "" : time;
    }

    /** A day that is itself left out gives way to the next; a moment that is left out is as good as one that is not. */
    private static String moved(String open, int days) {
        try {
            return LocalDate.parse(open).plusDays(days).toString();
        } catch (DateTimeParseException noDay) {
            return open;
        }
    }

    /** What both have in common; empty list where they never meet. */
    List<Span> with(Span other) {
        if (other.isAlways()) {
            return List.of(this);
        }
        if (isAlways()) {
            return List.of(other);
        }
        String latest =
                start.isEmpty() || !other.start.isEmpty() && begins(other.start) > begins(start) ? other.start : start;
        String earliest = end.isEmpty() || !other.end.isEmpty() && ends(other.end) < ends(end) ? other.end : end;
        boolean meet = latest.isEmpty() || earliest.isEmpty() || begins(latest) <= ends(earliest);
        return meet ? List.of(new Span(latest, earliest, calendar && other.calendar)) : List.of();
    }

    private double begins(String time) {
        return calendar ? PartialTime.parse(time, ZoneOffset.UTC).from().getEpochSecond() : number(time);
    }

    private double ends(String time) {
        return calendar ? PartialTime.parse(time, ZoneOffset.UTC).until().getEpochSecond() - 1 : number(time);
    }

    private static double number(String time) {
        try {
            return Double.parseDouble(time);
        } catch (NumberFormatException neither) {
            return 0;
        }
    }
}
