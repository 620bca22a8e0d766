package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;
import org.jejak.world.FictionalNames.Script;

/**
 * Records beyond one for each person of the world: whoever came to the shelter is written down there once more, families
 * report who is missing, graves hold people without a name. What people decided about two records goes with them.
 */
final class LateRecords {

    private static final int TWICE = 4;
    private static final int MISSING = 5;
    private static final int DEAD = 6;

    /** Somebody recorded a second time. */
    record Twice(Person person, String again) {}

    private final WorldParameters parameters;
    private final Cast cast;
    private final Ages ages;
    private final RecordWriter rows;
    private final Chance chance;
    private final List<Twice> twice = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> remains = new ArrayList<>();
    private int written;

    LateRecords(WorldParameters parameters, Cast cast, Ages ages, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.ages = ages;
        this.rows = rows;
        chance = Chance.of(parameters.seed(), "late records", 0);
    }

    void write() {
        recordedTwice();
        missing();
        remains();
        judgements();
    }

    List<Twice> twice() {
        return twice;
    }

    List<String> missingPersons() {
        return missing;
    }

    List<String> remainsFound() {
        return remains;
    }

    private String next() {
        written++;
        return "p" + (parameters.persons() + written);
    }

    private void recordedTwice() {
        for (int i = 0; i < TWICE; i++) {
            var person = cast.victims().get(7 + 9 * i);
            var guess = ages.guess(person).orElseThrow();
            String heard = person.name().in(Script.LATIN);
            String id = next();
            rows.named(RecordFile.PERSONS, id)
                    .set("name", heard.substring(0, heard.length() - 1))
                    .set("sex", person.female() ? "female" : "male")
                    .set("age_from", guess.from() + chance.below(2))
                    .set("age_to", guess.to() + chance.below(3))
                    .set("undocumented", "true")
                    .set("note", "written down as he or she said the name; no paper was shown")
                    .from(Sources.SHELTER);
            rows.next(RecordFile.ROLES)
                    .set("person", id)
                    .set("role", "survivor")
                    .set("from", "2015-06")
                    .set("to", "open")
                    .from(Sources.SHELTER);
            twice.add(new Twice(person, id));
        }
    }

    /** Reported by a family that paid and heard nothing more; a sample of a relative's is kept for comparison. */
    private void missing() {
        for (int i = 0; i < MISSING; i++) {
            var reporter = cast.relatives().get(1 + 4 * i);
            String id = next();
            rows.named(RecordFile.PERSONS, id)
                    .set("name", FictionalNames.person(chance).in(Script.LATIN))
                    .set("sex", chance.happens(.3) ? "female" : "male")
                    .set("birth_date", chance.between(1985, 1999))
                    .set("nationality", "BD")
                    .set("missing_since", "2014-0" + chance.between(2, 9))
                    .set("last_seen", i % 2 == 0 ? "k9" : "k8")
                    .set("dna_ref", "K-" + chance.between(1_000, 9_999))
                    .from(Sources.AID_GROUP);
            rows.next(RecordFile.LINKS)
                    .set("subject", reporter.id())
                    .set("relation", "family")
                    .set("object", id)
                    .from(Sources.AID_GROUP);
            missing.add(id);
        }
    }

    private void remains() {
        for (int i = 0; i < DEAD; i++) {
            String id = next();
            int age = chance.between(15, 40);
            rows.named(RecordFile.PERSONS, id)
                    .set("sex", i % 3 == 2 ? "" : "male")
                    .set("age_from", age)
                    .set("age_to", age + chance.between(4, 9))
                    .set("remains", "true")
                    .set("died", i % 2 == 0 ? "2014" : "")
                    .set("dna_ref", "G-" + chance.between(1_000, 9_999))
                    .from(Sources.MORTUARY);
            rows.next(RecordFile.LINKS)
                    .set("subject", id)
                    .set("relation", "located_at")
                    .set("object", "k4")
                    .set("to", "2015-06-02")
                    .set("note", "recovered at the forensic search")
                    .from(Sources.MORTUARY);
            remains.add(id);
        }
    }

    private void judgements() {
        for (int i = 0; i < twice.size(); i++) {
            String one = twice.get(i).person().id();
            String again = twice.get(i).again();
            judge(
                    one,
                    again,
                    "same",
                    "2015-07-0" + (2 + i),
                    "same village, same scar, same boat",
                    Sources.IDENTITY_DESK);
            boolean doubted = i == TWICE - 1;
            judge(
                    again,
                    one,
                    doubted ? "undecided" : "same",
                    "2015-07-2" + i,
                    doubted ? "could not be asked again" : "recognised by a person held with him or her",
                    Sources.SHELTER);
        }
        String lookalike = cast.victims().get(2).id();
        judge(
                twice.getFirst().again(),
                lookalike,
                "different",
                "2015-07-09",
                "names alike, another village and another boat",
                Sources.IDENTITY_DESK);
        judge(missing.getFirst(), remains.getFirst(), "undecided", "2015-08-14", "samples sent", Sources.MORTUARY);
        judge("k1", "k2", "different", "2015-06-20", "survivors mix the two up", Sources.IDENTITY_DESK);
    }

    private void judge(String a, String b, String verdict, String date, String reason, String source) {
        rows.next(RecordFile.JUDGEMENTS)
                .set("a", a)
                .set("b", b)
                .set("verdict", verdict)
                .set("date", date)
                .set("reason", reason)
                .from(source);
    }
}
