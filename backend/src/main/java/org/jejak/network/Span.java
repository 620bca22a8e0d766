package org.jejak.network;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something may have held: from the first instant its start may mean until after the last its end may mean.
 *
 * <p>This is the one place that says whether two times agree. The contract: a time is the interval of its precision, an
 * unknown end does not limit, and two times agree if they can overlap.
 *
 * @param from null where nobody says when it began
 * @param until first instant after it; null where nobody says that it ended
 */
public record Span(@Nullable Instant from, @Nullable Instant until) {

    public static final Span ALWAYS = new Span(null, null);

    /** All that the time may mean. */
    public static Span of(PartialTime time) {
        return new Span(time.from(), time.until());
    }

    /** The same; at any time where none is known. */
    public static Span of(Optional<PartialTime> time) {
        return time.map(Span::of).orElse(ALWAYS);
    }

    /** From the start to the end, each the whole of what it may mean. */
    public static Span between(Optional<PartialTime> start, Optional<PartialTime> end) {
        return new Span(
                start.map(PartialTime::from).orElse(null),
                end.map(PartialTime::until).orElse(null));
    }

    public boolean mayHoldAt(Instant when) {
        return (from == null || !when.isBefore(from)) && (until == null || when.isBefore(until));
    }

    /** Whether some instant of {@code [first, end)} may lie in it. */
    public boolean mayOverlap(Instant first, Instant end) {
        return (from == null || from.isBefore(end)) && (until == null || first.isBefore(until));
    }

    /** Whether both may have held at one instant. */
    public boolean mayOverlap(Span other) {
        return (from == null || other.until == null || from.isBefore(other.until))
                && (until == null || other.from == null || other.from.isBefore(until));
    }
}
