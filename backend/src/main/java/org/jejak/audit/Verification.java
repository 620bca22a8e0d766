package org.jejak.audit;

import java.util.List;
import java.util.Optional;

/**
 * What checking the log found.
 *
 * @param entries how many entries there are
 * @param head the last of them
 * @param kept the head kept in the database; empty if none is
 * @param problems what does not fit, in order; empty if the log is whole
 */
public record Verification(long entries, Head head, Optional<Head> kept, List<Problem> problems) {

    /**
     * @param line number of the line, counted from 1; the last plus one for something missing at the end
     */
    public record Problem(long line, String text) {}

    public Verification {
        problems = List.copyOf(problems);
    }

    public boolean whole() {
        return problems.isEmpty();
    }
}
