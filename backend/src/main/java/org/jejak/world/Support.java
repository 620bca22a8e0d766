package org.jejak.world;

import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/**
 * What people who were held are offered, asked and ordered: the directory of services and the papers they ask for,
 * referrals that fail for want of one, consents given and taken back, needs of protection, and orders that run out.
 */
final class Support {

    /** Held on after the others left, with a day on which they are to be removed. */
    private static final int STILL_HELD = 3;

    private static final String[] LANGUAGES = {"rhg", "my", "bn"};

    private final Cast cast;
    private final Ages ages;
    private final RecordWriter rows;
    private final Screenings screenings;
    private final Chance chance;

    Support(WorldParameters parameters, Cast cast, Ages ages, RecordWriter rows) {
        this.cast = cast;
        this.ages = ages;
        this.rows = rows;
        screenings = new Screenings(parameters, 1);
        chance = Chance.of(parameters.seed(), "support", 0);
    }

    void write() {
        services();
        referrals();
        stillHeld();
        for (int i = 0; i < Aftermath.SCREENED; i++) {
            consents(i, cast.victims().get(i));
        }
        needs();
        orders();
    }

    /** Who is held still and to be removed after the delivery of the case. */
    List<Person> toBeRemoved() {
        return cast.victims().subList(Aftermath.EXPLOITED - STILL_HELD, Aftermath.EXPLOITED);
    }

    /** Everybody who consented to something once and took it back. */
    List<Person> withdrew() {
        return List.of(cast.victims().get(3), cast.victims().get(11));
    }

    private void services() {
        service(Registers.SHELTER, "shelter", "women|children", "police_report", "rhg|my", 24, "");
        service(Registers.SHELTER, "child_protection", "children", "none", "rhg|my|bn", 8, "");
        service(Registers.AID_GROUP, "medical", "all", "none", "rhg|bn|en", 0, "Monday to Friday, 9 to 17");
        service(Registers.AID_GROUP, "psychological", "all", "none", "rhg|bn", 0, "by arrangement");
        service(Registers.AID_GROUP, "interpreting", "all", "none", "rhg|my|bn|th", 0, "day and night");
        service(Registers.LEGAL_AID, "legal", "all", "none", "ms|en|my", 0, "Monday to Thursday, 9 to 16");
        service("o3", "civil_registration", "families|children", "passport|residence_permit", "ms", 0, "");
        service("o3", "visa_extension", "all", "passport|court_order", "ms|en", 0, "Monday to Friday, 8 to 12");
        service("o3", "work_permit", "all", "passport|court_order", "ms", 0, "");
        service("o2", "screening", "all", "none", "ms|th", 0, "");
    }

    private void service(
            String organization, String kind, String whom, String papers, String languages, int beds, String hours) {
        rows.next(RecordFile.SERVICES)
                .set("organization", organization)
                .set("kind", kind)
                .set("languages", languages)
                .set("papers", papers)
                .set("for", whom)
                .set("contact", Papers.phone(0, 90_000 + chance.below(9_999)))
                .set("capacity", beds > 0 ? beds : "")
                .set("hours", hours)
                .set("from", "2014")
                .set("to", "open")
                .from(organization.equals(Registers.SHELTER) ? Sources.SHELTER : Sources.AID_GROUP);
    }

    /** Half of those who ask the registry are sent away for a paper that nobody of them can have. */
    private void referrals() {
        for (int i = 1; i < Aftermath.EXPLOITED; i += 4) {
            var row = rows.next(RecordFile.REFERRALS)
                    .set("person", cast.victims().get(i).id())
                    .set("to", "o3")
                    .set("kind", i % 8 == 1 ? "civil_registration" : "work_permit")
                    .set("requested", "2015-08-" + chance.between(10, 28));
            if (chance.happens(.5)) {
                row.set("refused_reason", "no paper of a state was shown").set("refused_paper", "passport");
            } else {
                row.set("accepted", "2015-10");
            }
            row.from(Sources.SHELTER);
        }
        for (Person child : ages.children().subList(1, 4)) {
            rows.next(RecordFile.REFERRALS)
                    .set("person", child.id())
                    .set("to", Registers.SHELTER)
                    .set("kind", "child_protection")
                    .set("requested", "2015-06-" + chance.between(10, 28))
                    .set("accepted", "2015-07-" + chance.between(10, 28))
                    .from(Sources.SHELTER);
        }
    }

    /** Screened in a hurry by whoever held them, punished for having come, and to be removed in winter. */
    private void stillHeld() {
        int i = 0;
        for (Person held : toBeRemoved()) {
            rows.next(RecordFile.CUSTODY)
                    .set("person", held.id())
                    .set("place", "k14")
                    .set("in", "2015-05-25")
                    .set("outcome", "held")
                    .set("raid", "ridge")
                    .set("planned_removal", i % 2 == 0 ? "2015-12-" + (14 + i) : "2016-01")
                    .from(Sources.COURT);
            var row = rows.next(RecordFile.SCREENINGS)
                    .set("person", held.id())
                    .set("date", "2015-05-2" + (6 + i % 3))
                    .set("raid", "ridge");
            screenings.answer(row, ages.isChild(held), "initial");
            row.set("status", i == 0 ? "possible" : i == 1 ? "not_trafficked" : "pending")
                    .set("deciding_body", "Valley Police (fictional)")
                    .set("consent", "not_asked")
                    .set("penalties", i % 2 == 0 ? "detained|fined" : "detained")
                    .from(Sources.COURT);
            i++;
        }
    }

    private void consents(int i, Person person) {
        String language = LANGUAGES[i % LANGUAGES.length];
        int day = chance.between(10, 20);
        boolean police = chance.happens(.6);
        consent(person, "interview", "", "given", "2015-06-" + day, language);
        consent(person, "record", "", "given", "2015-06-" + day, language);
        consent(person, "police", "", police ? "given" : "refused", "2015-06-" + (day + 1), language);
        if (i % 2 == 0) {
            consent(person, "family", "", "given", "2015-06-" + (day + 1), language);
            consent(person, "consulate", "MM", "refused", "2015-06-" + (day + 2), language);
        }
        if (i % 5 == 1) {
            consent(person, "cross_border", "TH", "given", "2015-06-" + (day + 2), language);
        }
        if (withdrew().contains(person)) {
            consent(person, "record", "", "withdrawn", "2015-09-" + day, language);
        }
    }

    private void consent(Person person, String purpose, String state, String answer, String date, String language) {
        rows.next(RecordFile.CONSENTS)
                .set("person", person.id())
                .set("purpose", purpose)
                .set("state", state)
                .set("answer", answer)
                .set("date", date)
                .set("language", language)
                .set("interpreter", "true")
                .set("guardian", ages.isChild(person) ? "true" : "")
                .from(Sources.SHELTER);
    }

    private void needs() {
        for (int i = 0; i < Aftermath.SCREENED; i += 2) {
            need(cast.victims().get(i), i % 4 == 0 ? "stateless" : "fears_return", "MM");
        }
        for (Person child : ages.children().subList(1, 4)) {
            need(child, "unaccompanied_child", "");
        }
        need(cast.victims().get(15), "asylum_seeker", "BD");
    }

    private void need(Person person, String kind, String country) {
        rows.next(RecordFile.PROTECTION_NEEDS)
                .set("person", person.id())
                .set("kind", kind)
                .set("country", country)
                .set("date", "2015-07-" + chance.between(10, 28))
                .from(Sources.SHELTER);
    }

    /** An interim order of three weeks, then for some one that runs past the delivery of the case. */
    private void orders() {
        for (int i = 0; i < Aftermath.SCREENED; i += 3) {
            String person = cast.victims().get(i).id();
            int day = chance.between(10, 19);
            order(person, "interim_protection", "2015-06-" + day, "2015-07-" + day, "false");
            if (i % 4 == 2) {
                order(person, "protection", "2015-07-" + day, "2016-0" + chance.between(1, 6) + "-" + day, "true");
            }
        }
        for (Person held : toBeRemoved()) {
            order(held.id(), "removal", "2015-11-" + chance.between(10, 28), "", "");
        }
    }

    private void order(String person, String kind, String from, String to, String mayWork) {
        boolean removal = kind.equals("removal");
        rows.next(RecordFile.ORDERS)
                .set("person", person)
                .set("kind", kind)
                .set("from", from)
                .set("to", to)
                .set("place", removal ? "k14" : "k13")
                .set("free_movement", kind.equals("protection"))
                .set("right_to_work", mayWork)
                .set(
                        "authority",
                        removal ? "Valley Immigration Office (fictional)" : "Magistrate of the valley (fictional)")
                .from(Sources.COURT);
    }
}
