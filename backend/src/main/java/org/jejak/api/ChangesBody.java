package org.jejak.api;

import java.util.List;
import java.util.Locale;
import org.jejak.investigation.Changes;
import org.jejak.investigation.KeptWays;
import org.jejak.investigation.Regrouped;

/**
 * {@code investigations compare --json}.
 *
 * @param network {@code same}, {@code differs}, or {@code counted_otherwise}: two versions of Jejak gave the answers, whose
 *     digests of a network cannot be held against each other, so {@code sameNetwork} false says nothing of the records
 * @param gone and {@code came}: ways, each in one line: who, and on which records
 * @param unlisted how many are left out: they are protected now, or the viewer may not see them
 */
public record ChangesBody(
        boolean sameNetwork,
        String network,
        String programBefore,
        String programAfter,
        boolean sameResult,
        int personsBefore,
        int personsAfter,
        int tiesBefore,
        int tiesAfter,
        List<Changes.Moved> ranks,
        List<Changes.Step> steps,
        List<Regrouped> regrouped,
        List<String> gone,
        List<String> came,
        List<Changes.Amounts> amounts,
        int unlisted) {

    public static ChangesBody of(Changes changes) {
        return new ChangesBody(
                changes.sameNetwork(),
                changes.network().name().toLowerCase(Locale.ROOT),
                changes.programBefore(),
                changes.programAfter(),
                changes.sameResult(),
                changes.personsBefore(),
                changes.personsAfter(),
                changes.tiesBefore(),
                changes.tiesAfter(),
                changes.ranks(),
                changes.steps(),
                changes.regrouped(),
                words(changes.gone()),
                words(changes.came()),
                changes.amounts(),
                changes.unlisted());
    }

    private static List<String> words(List<KeptWays.Way> ways) {
        return ways.stream().map(KeptWays.Way::inWords).toList();
    }
}
