package org.jejak.safeguard;

import java.util.Set;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.Viewer;

/**
 * That a row protects somebody.
 *
 * @param row the row that says so
 * @param reach for whose viewers; never {@link Protecting.Reach#CASE_OF_OFFENDERS}, which is decided by here
 * @param doors of the row
 * @param liftable whether it spares whoever has a role as an offender or official
 * @param child whether it says that the person was a child
 * @param missingSince the year since when the person is missing, if that is what it says; else the empty string
 * @param becauseOfTestimony whether it says only that the person testified or informed: an official stays in the
 *     integrity run all the same
 */
record ProtectedPerson(
        Key person,
        Key row,
        Protecting.Reach reach,
        Set<String> doors,
        boolean liftable,
        boolean child,
        String missingSince,
        boolean becauseOfTestimony) {

    ProtectedPerson {
        doors = Set.copyOf(doors);
    }

    /** Whether it holds for this viewer. Only whether a case of theirs holds the row counts, never its handling. */
    boolean holdsFor(Viewer whateverTheHandling) {
        return reach == Protecting.Reach.STORE || doors.stream().anyMatch(whateverTheHandling::opens);
    }
}
