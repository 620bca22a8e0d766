package org.jejak.integrity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something may have held: from the first instant its start may mean until after the last its end may mean. An
 * unknown end does not limit.
 */
public record Span(@Nullable Instant from, @Nullable Instant until) {

    public static final Span ALWAYS = new Span(null, null);

    public boolean mayHoldAt(Instant when) {
        return (from == null || !when.isBefore(from)) && (until == null || when.isBefore(until));
    }

    /** Whether some instant of {@code [first, end)} may lie in it. */
    public boolean mayOverlap(Instant first, Instant end) {
        return (from == null || from.isBefore(end)) && (until == null || first.isBefore(until));
    }
}
