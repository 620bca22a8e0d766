package org.jejak.projection;

import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.Handling;
import org.jejak.network.Viewer;

/**
 * For whom an answer was made, as far as it can differ from another's: two viewers with equal eyes get equal answers.
 * Who they are is in the audit log.
 *
 * @param cases all they may read, which decides who is protected; the question may name fewer
 */
public record Eyes(Set<String> cases, Handling clearance) {

    public Eyes {
        cases = Set.copyOf(cases);
    }

    public static Eyes of(Viewer viewer) {
        return new Eyes(viewer.cases(), viewer.clearance());
    }

    /** In order, to be written down. */
    public Set<String> sortedCases() {
        return new TreeSet<>(cases);
    }
}
