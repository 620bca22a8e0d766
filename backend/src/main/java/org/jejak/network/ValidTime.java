package org.jejak.network;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * When what a row says was true, as the row writes it: an instant for an event, from one time to another for what lasts.
 * An end that nobody states does not limit: whoever began to guard a camp in 2012 may still guard it in 2014.
 *
 * @param from when it began, at the earliest; empty where nobody says
 * @param to when it ended, at the latest; empty where nobody says, or where it goes on
 */
public record ValidTime(String from, String to) {

    public static final ValidTime UNKNOWN = new ValidTime("", "");

    private static final String OPEN = "open";

    /**
     * Of a row of {@code file}, which may be one that the contract does not know.
     *
     * @param cells the row's cell in each column, the empty string where there is none
     */
    public static ValidTime of(String file, UnaryOperator<String> cells) {
        return RecordFile.named(file).map(known -> of(known, cells)).orElse(UNKNOWN);
    }

    private static ValidTime of(RecordFile file, UnaryOperator<String> cells) {
        return switch (file) {
            case ROLES,
                    OFFICIALS,
                    STATEMENTS,
                    LINKS,
                    EXPLOITATIONS,
                    POSTINGS,
                    OPERATIONS,
                    SERVICES,
                    EMPLOYMENTS,
                    ORDERS -> lasting(cells.apply("from"), cells.apply("to"));
            case DOCUMENTS -> lasting(cells.apply("issued"), cells.apply("expires"));
            case CUSTODY -> lasting(cells.apply("in"), cells.apply("out"));
            case SHIFTS -> lasting(cells.apply("start"), cells.apply("end"));
            case MOVEMENTS -> within(cells.apply("departed"), cells.apply("arrived"));
            case DUTIES -> within(cells.apply("time"), cells.apply("until"));
            case PERMITS -> within(cells.apply("applied"), cells.apply("decided"));
            case ENQUIRIES -> within(cells.apply("asked"), cells.apply("answered"));
            case REFERRALS -> within(cells.apply("requested"), cells.apply("accepted"));
            case PAYMENTS, CONTACTS, PASSAGES, REPORTS, LOOKUPS, RAIDS -> at(cells.apply("time"));
            case SOURCES,
                    RATES,
                    COMPLAINTS,
                    OUTCOMES,
                    SCREENINGS,
                    EVALUATIONS,
                    MEETINGS,
                    TRAININGS,
                    PROCEEDINGS,
                    CONSENTS,
                    PROTECTION_NEEDS,
                    JUDGEMENTS,
                    WITHDRAWALS -> at(cells.apply("date"));
            case TRAFFIC -> at(cells.apply("hour"));
            case COMMITMENTS -> at(cells.apply("due"));
            case PERSONS, ORGANIZATIONS, PLACES, VEHICLES, PHONES, ACCOUNTS, HANDLES -> UNKNOWN;
        };
    }

    /** An event. */
    private static ValidTime at(String time) {
        return new ValidTime(time, time);
    }

    /** What began and ended, of which one time may be all that is known. */
    private static ValidTime within(String from, String to) {
        return new ValidTime(from.isEmpty() ? to : from, to.isEmpty() ? from : to);
    }

    /** What goes on until somebody says that it ended. */
    private static ValidTime lasting(String from, String to) {
        return new ValidTime(from, to.equals(OPEN) ? "" : to);
    }

    public boolean isKnown() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /**
     * Whether it may have been true on some day from {@code first} to {@code last}, both {@code YYYY-MM-DD} and both
     * included, each without a limit where it is empty. Days are taken as they are written.
     */
    public boolean mayHoldBetween(Optional<String> first, Optional<String> last) {
        boolean over = !to.isEmpty()
                && first.filter(day -> lastDay(to).compareTo(day) < 0).isPresent();
        boolean toCome = !from.isEmpty()
                && last.filter(day -> firstDay(from).compareTo(day) > 0).isPresent();
        return !over && !toCome;
    }

    /** From the earlier beginning to the later end; what is unknown of one that is known stays unknown. */
    public ValidTime spanning(ValidTime other) {
        if (!isKnown() || !other.isKnown()) {
            return isKnown() ? this : other;
        }
        String first = from.isEmpty() || other.from.isEmpty() ? "" : earlier(from, other.from);
        String last = to.isEmpty() || other.to.isEmpty() ? "" : later(to, other.to);
        return new ValidTime(first, last);
    }

    /**
     * Times are compared as instants: of {@code T01:00+08:00} and {@code T20:00Z} on the day before, the first is the
     * earlier one. Without an offset a time is taken as UTC, since nobody says here in whose hours it was written.
     */
    private static String earlier(String one, String other) {
        var a = read(one);
        var b = read(other);
        return a.isEmpty() || b.isEmpty()
                ? (one.compareTo(other) <= 0 ? one : other)
                : (a.get().from().isAfter(b.get().from()) ? other : one);
    }

    /** The one that may last longer: {@code 2014} ends after {@code 2014-06}. */
    private static String later(String one, String other) {
        var a = read(one);
        var b = read(other);
        return a.isEmpty() || b.isEmpty()
                ? (one.compareTo(other) >= 0 ? one : other)
                : (a.get().until().isBefore(b.get().until()) ? other : one);
    }

    private static Optional<PartialTime> read(String time) {
        try {
            return Optional.of(PartialTime.parse(time, ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException otherForm) {
            return Optional.empty();
        }
    }

    private static String firstDay(String time) {
        return switch (time.length()) {
            case 4 -> time + "-01-01";
            case 7 -> time + "-01";
            default -> day(time);
        };
    }

    /** {@code 2014} may mean the end of the year. */
    private static String lastDay(String time) {
        return switch (time.length()) {
            case 4 -> time + "-12-31";
            case 7 -> lastDayOfMonth(time);
            default -> day(time);
        };
    }

    private static String lastDayOfMonth(String month) {
        try {
            return YearMonth.parse(month).atEndOfMonth().toString();
        } catch (DateTimeException other) {
            return month;
        }
    }

    private static String day(String time) {
        return time.substring(0, Math.min(10, time.length()));
    }

    /** As people read it; empty where nothing is known. */
    @Override
    public String toString() {
        if (!isKnown() || from.equals(to)) {
            return from;
        }
        return (from + " – " + to).strip();
    }
}
