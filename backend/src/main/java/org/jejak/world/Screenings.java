package org.jejak.world;

import java.util.ArrayList;
import java.util.List;

/** What people who were held answer when they are screened: which questions were put, and which answers point to it. */
final class Screenings {

    static final String ADULT = "ILO_LABOUR_ADULT";
    static final String CHILD = "ILO_LABOUR_CHILD";

    /** Codes of both instruments: dimension and indicator. */
    private static final List<String> QUESTIONS = List.of(
            "D1-nature-of-the-job",
            "D1-wages",
            "D2-debt-bondage",
            "D2-confiscation-of-documents",
            "D4-excessive-hours",
            "D4-low-or-no-salary",
            "D4-bad-living-conditions",
            "D5-isolation",
            "D5-violence",
            "D5-threats",
            "D5-withholding-of-wages",
            "D6-dependency");

    private final Chance chance;

    /** @param who whoever screens, each with a stream of chance of their own */
    Screenings(WorldParameters parameters, int who) {
        chance = Chance.of(parameters.seed(), "screenings", who);
    }

    /** Sets instrument, questions and answers. An interview that was cut short leaves the last questions out. */
    void answer(RecordWriter.Row row, boolean child, String tier) {
        int put = tier.equals("initial") || chance.happens(.2) ? 7 : QUESTIONS.size();
        var asked = QUESTIONS.subList(0, put);
        var answered = new ArrayList<String>();
        for (String question : asked) {
            if (chance.happens(.6)) {
                answered.add(question);
            }
        }
        row.set("instrument", child ? CHILD : ADULT)
                .set("asked", String.join("|", asked))
                .set("indicators", String.join("|", answered))
                .set("tier", tier);
    }
}
