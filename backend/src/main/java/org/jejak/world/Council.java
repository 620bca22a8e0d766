package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jejak.network.RecordFile;

/**
 * A public body and its promises: what it promised for when, what it says became of it, what others say, how often it met,
 * who sat there, and whether anybody could read what was said.
 */
final class Council {

    /** The promise of the case file, which the council takes over. */
    private static final String EARLIER_PROMISE = "1";

    private static final int MEETINGS = 8;

    private final RecordWriter rows;
    private final List<Unit> units;
    private final Chance chance;
    private final List<String> disputed = new ArrayList<>();
    private final List<String> unpublished = new ArrayList<>();

    Council(WorldParameters parameters, List<Unit> units, RecordWriter rows) {
        this.rows = rows;
        this.units = units;
        chance = Chance.of(parameters.seed(), "council", 0);
    }

    void write() {
        commitments();
        evaluations();
        meetings();
        trainings();
    }

    /** Promises that the council calls kept and somebody else does not; ids of the file. */
    List<String> disputed() {
        return disputed;
    }

    /** Meetings of which no minutes were published; ids of the file. */
    List<String> unpublished() {
        return unpublished;
    }

    private void commitments() {
        rows.named(RecordFile.COMMITMENTS, "patrols")
                .set("body", Registers.COUNCIL)
                .set("text", "Patrol the ridge every week and publish what was found")
                .set("indicator", "weeks with a patrol")
                .set("unit", "weeks")
                .set("target", "52")
                .set("baseline", "9")
                .set("due", "2015-10-31")
                .set("responsible", "o1")
                .set("succeeds", EARLIER_PROMISE)
                .set("arises_from", Sources.EARLY_SURVIVOR)
                .set("instrument", "Valley plan against trafficking")
                .set("paragraph", "4(b)")
                .set("status", "met")
                .set("value", "52")
                .set("as_of", "2015-11")
                .set("evidence", Sources.COUNCIL)
                .from(Sources.COUNCIL);
        int budget = 10_000 * chance.between(12, 20);
        rows.named(RecordFile.COMMITMENTS, "beds")
                .set("body", Registers.COUNCIL)
                .set("text", "Open forty more places in shelters, half of them for men")
                .set("indicator", "places in shelters")
                .set("unit", "places")
                .set("target", "64")
                .set("baseline", "24")
                .set("due", "2015-09-30")
                .set("budget", budget)
                .set("spent", budget / 100 * chance.between(20, 60))
                .set("currency", "MYR")
                .set("responsible", Registers.SHELTER)
                .set("instrument", "Valley plan against trafficking")
                .set("paragraph", "7")
                .set("status", "missed")
                .set("value", "24")
                .set("as_of", "2015-10")
                .from(Sources.COUNCIL);
        rows.named(RecordFile.COMMITMENTS, "fees")
                .set("body", Registers.COUNCIL)
                .set("text", "Forbid recruitment fees that workers pay")
                .set("due", "2016-06-30")
                .set("responsible", Registers.COUNCIL)
                .set("instrument", "Bill on recruitment")
                .set("tabled", "2015-08-12")
                .set("debated", "2015-10-20")
                .set("status", "open")
                .from(Sources.COUNCIL);
        rows.named(RecordFile.COMMITMENTS, "screening")
                .set("body", Registers.COUNCIL)
                .set("text", "Screen everybody who is found at a raid before anybody is charged")
                .set("indicator", "share of those found who were screened")
                .set("unit", "percent")
                .set("target", "100")
                .set("due", "2015-08-31")
                .set("responsible", "o2")
                .set("instrument", "Order on screening")
                .set("paragraph", "2")
                .set("tabled", "2015-06-08")
                .set("debated", "2015-06-15")
                .set("passed", "2015-06-22")
                .set("status", "met")
                .set("as_of", "2015-09")
                .from(Sources.COUNCIL);
    }

    private void evaluations() {
        evaluation(
                "patrols", Registers.COUNCIL, "2015-11-05", "met", "fifty-two patrols were ordered", Sources.COUNCIL);
        evaluation(
                "patrols",
                Registers.AID_GROUP,
                "2015-11-16",
                "no_evidence",
                "no report of any patrol was shown to us",
                Sources.AID_GROUP);
        disputed.add("patrols");
        evaluation("screening", Registers.COUNCIL, "2015-09-10", "met", "", Sources.COUNCIL);
        evaluation(
                "screening",
                Registers.LEGAL_AID,
                "2015-09-28",
                "partly",
                "those still held were heard by the police alone",
                Sources.AID_GROUP);
        disputed.add("screening");
        evaluation("beds", Registers.SHELTER, "2015-10-02", "not_met", "no place was added", Sources.SHELTER);
    }

    private void evaluation(String commitment, String by, String date, String finding, String text, String source) {
        rows.next(RecordFile.EVALUATIONS)
                .set("commitment", commitment)
                .set("by", by)
                .set("date", date)
                .set("finding", finding)
                .set("text", text)
                .from(source);
    }

    /** The full council lets its minutes be read; its committee, which decides, seldom does. */
    private void meetings() {
        for (int i = 0; i < MEETINGS; i++) {
            boolean full = i % 3 == 0;
            int outside = full ? chance.between(2, 6) : chance.below(2);
            boolean published = full || i == MEETINGS - 1;
            String month = "2015-" + String.format(Locale.ROOT, "%02d", 4 + i);
            rows.next(RecordFile.MEETINGS)
                    .set("body", Registers.COUNCIL)
                    .set("date", month + "-" + chance.between(10, 20))
                    .set("kind", full ? "council" : i == 4 ? "debrief" : "committee")
                    .set("regions", full ? "Coast|Ridge|South road" : "Capital")
                    .set("travel_paid", full && i > 0)
                    .set("from_government", chance.between(6, 11))
                    .set("outside_government", outside)
                    .set("from_communities", full ? chance.below(outside) : 0)
                    .set("outside_capital", outside == 0 ? 0 : chance.below(outside))
                    .set("minutes_published", published ? month + "-" + chance.between(22, 28) : "")
                    .from(Sources.COUNCIL);
            if (!published) {
                unpublished.add(Integer.toString(i + 1));
            }
        }
    }

    private void trainings() {
        var trained = units.stream().filter(Unit::isPost).limit(4).toList();
        for (Unit unit : trained) {
            rows.next(RecordFile.TRAININGS)
                    .set("unit", unit.code())
                    .set("date", "2014-0" + chance.between(2, 9))
                    .set("audience", "officers of the post")
                    .set("hours", chance.between(2, 8))
                    .set("persons", unit.officials().size() - chance.below(2))
                    .set("trainer", "Valley academy (fictional)")
                    .set("topic", "what tells a person carried from a traveller")
                    .from(Sources.PERSONNEL);
        }
        rows.next(RecordFile.TRAININGS)
                .set("agency", "o3")
                .set("date", "2015-09-14")
                .set("audience", "registrars")
                .set("hours", 3)
                .set("persons", 11)
                .set("trainer", "Legal aid")
                .set("topic", "registering people without papers")
                .from(Sources.COUNCIL);
    }
}
