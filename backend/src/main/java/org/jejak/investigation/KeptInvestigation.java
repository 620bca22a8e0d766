package org.jejak.investigation;

import java.time.Instant;
import java.util.Set;
import org.jejak.network.Handling;

/**
 * A question that was asked, with all it takes to ask it again, and what the answer was.
 *
 * @param user who asked
 * @param program version of Jejak that answered
 * @param cases all cases that the one who asked could read: who is protected was judged on them
 * @param clearance of the one who asked; only whoever sees as much may see the answer
 * @param snapshot digest of the network it was asked of
 * @param resultDigest SHA-256 of the result as it is kept, in lower-case hexadecimal
 */
public record KeptInvestigation(
        String id,
        String title,
        String user,
        Instant kept,
        String program,
        Set<String> cases,
        Handling clearance,
        KeptQuestion question,
        String snapshot,
        KeptResult result,
        String resultDigest) {

    public KeptInvestigation {
        cases = Set.copyOf(cases);
    }
}
