package org.jejak.api;

import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code investigations --json}: one kept answer.
 *
 * @param snapshot digest of the network it was asked of
 * @param result null in lists
 */
public record InvestigationBody(
        String id,
        String title,
        String user,
        String kept,
        String program,
        KeptQuestion question,
        String snapshot,
        String resultDigest,
        @Nullable KeptResult result) {

    public static InvestigationBody of(KeptInvestigation kept, boolean whole) {
        return new InvestigationBody(
                kept.id(),
                kept.title(),
                kept.user(),
                kept.kept().toString(),
                kept.program(),
                kept.question(),
                kept.snapshot(),
                kept.resultDigest(),
                whole ? kept.result() : null);
    }
}
