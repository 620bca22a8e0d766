package org.jejak.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a file mean beyond the types of their columns. Every file states them, {@link #none()} too, so that no
 * new kind of record can forget to say whom it protects.
 *
 * @param protects how its rows protect people; any of these does
 * @param directed whether a row leads from one thing to another: a payment, a call, a journey
 * @param from columns of those who act, or from where a row leads; drawn first
 * @param oneOf columns of which at least one must be filled; empty where each column speaks for itself
 * @param says the column of the one thing of which a row says something, as its own row would; empty where a row describes
 *     a thing itself, or ties several
 */
public record RowTraits(
        List<Protecting> protects, boolean directed, Set<String> from, List<String> oneOf, Optional<String> says) {

    public RowTraits {
        protects = List.copyOf(protects);
        from = Set.copyOf(from);
        oneOf = List.copyOf(oneOf);
    }

    /** It protects nobody, and its rows have no direction. */
    static RowTraits none() {
        return new RowTraits(List.of(), false, Set.of(), List.of(), Optional.empty());
    }

    static RowTraits protecting(Protecting... ways) {
        return new RowTraits(List.of(ways), false, Set.of(), List.of(), Optional.empty());
    }

    /** A row leads from one of these columns to the others. */
    RowTraits leading(String... first) {
        return new RowTraits(protects, true, Set.of(first), oneOf, says);
    }

    /** A row is drawn from one of these columns, but leads nowhere. */
    RowTraits drawnFrom(String... first) {
        return new RowTraits(protects, directed, Set.of(first), oneOf, says);
    }

    RowTraits needing(String... anyOf) {
        return new RowTraits(protects, directed, from, List.of(anyOf), says);
    }

    RowTraits saying(String of) {
        return new RowTraits(protects, directed, from, oneOf, Optional.of(of));
    }
}
