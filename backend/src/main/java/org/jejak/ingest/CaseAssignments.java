package org.jejak.ingest;

import java.util.Optional;
import org.jejak.network.NotAllowed;
import org.jejak.network.Viewer;

/** What ingest needs of whoever keeps the cases: that a load may go into one. */
@FunctionalInterface
public interface CaseAssignments {

    /**
     * Makes the case if it is not there, and assigns who loads.
     *
     * @throws NotAllowed if the loader may not load, or the case exists and is not theirs
     */
    void openForLoading(Viewer loader, String caseRef, Optional<String> title);

    /**
     * Whether {@link #openForLoading} would let the loader in; nothing is made or changed.
     *
     * @throws NotAllowed if it would not
     */
    default void requireOpenForLoading(Viewer loader, String caseRef) {}
}
