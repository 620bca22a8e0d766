package org.jejak.api;

import org.jejak.investigation.AnswerToday;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.investigation.KeptQuestion;
import org.jejak.investigation.KeptResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code investigations --json}: one kept answer, as it may be shown to the viewer today.
 *
 * @param snapshot digest of the network it was asked of
 * @param unlisted how many it leaves out: they are protected now, or the viewer may not see them
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
        int unlisted,
        @Nullable KeptResult result) {

    public static InvestigationBody of(AnswerToday answer) {
        return of(answer.investigation(), answer.result());
    }

    /** Without its result. */
    public static InvestigationBody of(KeptInvestigation kept) {
        return of(kept, null);
    }

    private static InvestigationBody of(KeptInvestigation kept, @Nullable KeptResult result) {
        return new InvestigationBody(
                kept.id(),
                kept.title(),
                kept.user(),
                kept.kept().toString(),
                kept.program(),
                kept.question(),
                kept.snapshot(),
                kept.resultDigest(),
                kept.unlisted(),
                result);
    }
}
