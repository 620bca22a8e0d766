package org.jejak.network;

import java.util.List;

/**
 * What the rows of a file mean beyond the types of their columns. Every file states them, {@link #none()} too, so that no
 * new kind of record can forget to say whom it protects.
 *
 * @param protects how its rows protect people; any of these does
 * @param directed whether a row leads from one thing to another: a payment, a call, a journey
 * @param oneOf columns of which at least one must be filled; empty where each column speaks for itself
 */
public record RowTraits(List<Protecting> protects, boolean directed, List<String> oneOf) {

    public RowTraits {
        protects = List.copyOf(protects);
        oneOf = List.copyOf(oneOf);
    }

    /** It protects nobody, and its rows have no direction. */
    static RowTraits none() {
        return new RowTraits(List.of(), false, List.of());
    }

    static RowTraits protecting(Protecting... ways) {
        return new RowTraits(List.of(ways), false, List.of());
    }

    RowTraits leading() {
        return new RowTraits(protects, true, oneOf);
    }

    RowTraits needing(String... anyOf) {
        return new RowTraits(protects, directed, List.of(anyOf));
    }
}
