package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import org.jejak.network.RecordFile;

/** Charges, trials and letters between states; what an operation counts of itself; licences and complaints of companies. */
final class Justice {

    private final Cast cast;
    private final List<Unit> units;
    private final RecordWriter rows;
    private final Chance chance;
    private final List<String> unanswered = new ArrayList<>();
    private int enquiries;

    Justice(WorldParameters parameters, Cast cast, List<Unit> units, RecordWriter rows) {
        this.cast = cast;
        this.units = units;
        this.rows = rows;
        chance = Chance.of(parameters.seed(), "justice", 0);
    }

    void write() {
        parts();
        outcomes();
        proceedings();
        enquiries();
        companies();
    }

    /** Enquiries of which no answer is known; ids of the file. */
    List<String> unanswered() {
        return unanswered;
    }

    private void parts() {
        rows.named(RecordFile.OPERATIONS, "coast")
                .set("name", "Operation Valley, coast")
                .set("from", "2014-05")
                .set("to", "2014-12")
                .set("part_of", Aftermath.OPERATION)
                .set("lead", "o1")
                .set("countries", "MY|TH")
                .set("aims", "stop the boats at the landing")
                .from(Sources.COURT);
    }

    /** What is announced: rarely an exact count, and once no number at all. */
    private void outcomes() {
        outcome("network_disrupted", 2, "about", "events", "2015-06");
        outcome("warrant", 70, "over", "persons", "2015-09");
        outcome("training", 4, "exact", "events", "2014");
        outcome("bilateral_enquiry", 3, "at_least", "events", "2015-10");
        outcome("awareness", 0, "unstated", "events", "2015");
    }

    private void outcome(String kind, int count, String countIs, String unit, String date) {
        rows.next(RecordFile.OUTCOMES)
                .set("operation", kind.equals("training") ? "coast" : Aftermath.OPERATION)
                .set("kind", kind)
                .set("count", count)
                .set("count_is", countIs)
                .set("unit", unit)
                .set("date", date)
                .set("country", "MY")
                .from(Sources.COURT);
    }

    /** Six people of the camps and the road stand trial; compensation is awarded, and hardly paid. */
    private void proceedings() {
        Circle[] circles = {Circle.RIDGE_CAMP, Circle.TRANSPORT, Circle.MONEY};
        for (int i = 0; i < circles.length; i++) {
            String accused = cast.hub(circles[i]).id() + "|"
                    + cast.members(circles[i]).get(3).id();
            proceeding(accused, "investigation", "2015-06-0" + (2 + i), "", "");
            proceeding(accused, "charge", "2015-07-1" + i, "", "");
            String verdict = i == 2 ? "acquitted" : "convicted";
            proceeding(
                    accused,
                    "verdict",
                    "2015-11-1" + i,
                    verdict,
                    i == 2 ? "" : chance.between(4, 18) + " years of imprisonment");
        }
        proceeding(Registers.OUTSOURCING_COMPANY, "trial", "2015-11-23", "pending", "");
    }

    private void proceeding(String accused, String stage, String date, String outcome, String sentence) {
        var row = rows.next(RecordFile.PROCEEDINGS)
                .set("accused", accused)
                .set("law", "Act of the valley on trafficking (fictional)")
                .set("section", stage.equals("investigation") ? "" : "12")
                .set("stage", stage)
                .set("date", date)
                .set("outcome", outcome)
                .set("sentence", sentence);
        if (outcome.equals("convicted")) {
            row.set("compensation_awarded", 1_000 * chance.between(20, 60))
                    .set("compensation_paid", 500 * chance.below(8))
                    .set("currency", "MYR");
        }
        row.from(Sources.COURT);
    }

    private void enquiries() {
        var camp = cast.hub(Circle.RIDGE_CAMP);
        var collector = cast.members(Circle.MONEY).get(2);
        var recruiter = cast.hub(Circle.INLAND_RECRUITERS);
        enquiry("MY", "TH", "", "bilateral_enquiry", "2015-02-10", "2015-07-15", "answered", camp.phone());
        enquiry("MY", "TH", "", "extradition_request", "2015-08-03", "2015-10-12", "refused", camp.id());
        enquiry("MY", "BD", "", "mutual_legal_assistance", "2015-08-20", "", "pending", recruiter.id());
        enquiry("TH", "MY", "", "bilateral_enquiry", "2014-06-11", "", "", "k3|" + camp.id());
        enquiry(
                "MY",
                "",
                Registers.WALLET_COMPANY,
                "mutual_legal_assistance",
                "2015-09-01",
                "2015-09-" + chance.between(10, 29),
                "partly",
                collector.account());
    }

    private void enquiry(
            String from,
            String to,
            String company,
            String kind,
            String asked,
            String answered,
            String outcome,
            String about) {
        rows.named(RecordFile.ENQUIRIES, "e" + (++enquiries))
                .set("operation", Aftermath.OPERATION)
                .set("from_country", from)
                .set("to_country", to)
                .set("to_organization", company)
                .set("kind", kind)
                .set("asked", asked)
                .set("answered", answered)
                .set("outcome", outcome)
                .set("about", about)
                .from(Sources.LIAISON);
        if (answered.isEmpty()) {
            unanswered.add("e" + enquiries);
        }
    }

    /** The recruitment agency's licence is suspended after the raid, then revoked; families had complained long before. */
    private void companies() {
        var official = units.getLast().officials().getFirst();
        String[][] decisions = {{"2015-06-10", "suspended"}, {"2015-11-24", "revoked"}};
        for (String[] decision : decisions) {
            rows.next(RecordFile.PERMITS)
                    .set("official", official.id())
                    .set("organization", Registers.RECRUITMENT_AGENCY)
                    .set("kind", "licence")
                    .set("decided", decision[0])
                    .set("decision", decision[1])
                    .from(Sources.COMPANY_REGISTER);
        }
        String[] complained = {Registers.OUTSOURCING_COMPANY, Registers.RECRUITMENT_AGENCY};
        for (int i = 0; i < 4; i++) {
            rows.next(RecordFile.COMPLAINTS)
                    .set("date", "2014-0" + chance.between(3, 9))
                    .set("organizations", i == 3 ? String.join("|", complained) : complained[i % 2])
                    .set("kind", i % 2 == 0 ? "wages kept back" : "fee for work that was not there")
                    .set("finding", i == 0 ? "sustained" : "pending")
                    .from(Sources.AID_GROUP);
        }
    }
}
