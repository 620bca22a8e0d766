package org.jejak.investigation;

import java.time.Instant;
import java.util.Set;
import org.jejak.network.Handling;

/**
 * A question that was asked, with all it takes to ask it again; the answer is beside it in {@link AnswerToday}.
 *
 * @param user who asked
 * @param program version of Jejak that answered
 * @param cases all cases that the one who asked could read: who is protected was judged on them
 * @param clearance of the one who asked; only whoever sees as much may see the answer
 * @param question without whom this viewer may not be shown in it
 * @param snapshot digest of the network it was asked of
 * @param resultDigest SHA-256 of the result as it is kept, in lower-case hexadecimal
 * @param unlisted how many are left out of the question, and of the answer where it stands beside: they are protected now, or
 *     the viewer may not see them
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
        String resultDigest,
        int unlisted) {

    public KeptInvestigation {
        cases = Set.copyOf(cases);
    }

    KeptInvestigation shown(KeptQuestion asked, int leftOut) {
        return new KeptInvestigation(
                id, title, user, kept, program, cases, clearance, asked, snapshot, resultDigest, leftOut);
    }
}
