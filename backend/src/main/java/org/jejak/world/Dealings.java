package org.jejak.world;

import java.util.List;
import java.util.Locale;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/** What the network does: calls, ties, journeys, ransom, and how the ransom travels to those who are paid from it. */
final class Dealings {

    private final WorldParameters parameters;
    private final Cast cast;
    private final RecordWriter rows;
    private final Chance chance;
    private final int days;

    Dealings(WorldParameters parameters, Cast cast, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.rows = rows;
        days = parameters.weeks() * 7;
        chance = Chance.of(parameters.seed(), "dealings", 0);
    }

    void write(Geography geography) {
        acquaintances();
        captivity(geography);
        ransom();
        payroll();
        journeys();
    }

    /** How each acquaintance shows: mostly by telephone, sometimes only because somebody says so. */
    private void acquaintances() {
        for (var pair : cast.acquaintances()) {
            if (chance.happens(.25)) {
                String relation = chance.happens(.2) ? "family" : chance.happens(.3) ? "commands" : "associate";
                var row = rows.next(RecordFile.LINKS)
                        .set("subject", pair.one().id())
                        .set("relation", relation)
                        .set("object", pair.other().id())
                        .set("from", "2013");
                row.set("grade", chance.oneOf(List.of("", "B2", "C3", "F6", "D4")))
                        .from(chance.oneOf(List.of(Sources.SURVIVOR, Sources.NOTEBOOK, Sources.AID_GROUP)));
            } else {
                int calls = chance.between(1, 4);
                for (int i = 0; i < calls; i++) {
                    call(pair.one(), pair.other());
                }
            }
        }
    }

    private void call(Person one, Person other) {
        boolean outward = chance.happens(.5);
        boolean abroad = chance.happens(.2);
        var time = Calendar.moment(chance.below(days), chance);
        var row = rows.next(RecordFile.CONTACTS)
                .set("a", (outward ? one : other).phone())
                .set("b", (outward ? other : one).phone());
        if (abroad) {
            row.set("time", time.minusHours(1) + "+07:00");
        } else {
            row.set("time", time);
        }
        if (chance.happens(.7)) {
            row.set("channel", "call").set("duration_s", chance.between(5, 900));
        } else {
            row.set("channel", chance.happens(.5) ? "sms" : "message");
        }
        row.from(abroad ? Sources.OPERATOR_ABROAD : Sources.OPERATOR);
    }

    /** Two victims in three are known from a camp, one in four from whoever recruited them, very few from both. */
    private void captivity(Geography geography) {
        var camps = List.of(Circle.RIDGE_CAMP, Circle.STREAM_CAMP, Circle.OLD_CAMP);
        int i = 0;
        for (Person victim : cast.victims()) {
            var camp = camps.get(i % camps.size());
            boolean both = i % 120 == 57;
            if (i % 3 != 2 || both) {
                var keeper = chance.oneOf(cast.members(camp));
                tie(keeper, "harbours", victim, Sources.NOTEBOOK);
                rows.next(RecordFile.LINKS)
                        .set("subject", victim.id())
                        .set("relation", "located_at")
                        .set("object", geography.campOf(camp).id())
                        .set("from", "2014-0" + chance.between(1, 9))
                        .set("to", "2015-05")
                        .from(Sources.NOTEBOOK);
            }
            if (i % 4 == 2 || both) {
                var recruiters = i % 8 == 2 ? Circle.COAST_RECRUITERS : Circle.INLAND_RECRUITERS;
                tie(chance.oneOf(cast.members(recruiters)), "recruits", victim, Sources.AID_GROUP);
            }
            i++;
        }
        exploited();
        for (Circle camp : camps) {
            for (Person guard : cast.members(camp)) {
                rows.next(RecordFile.LINKS)
                        .set("subject", guard.id())
                        .set("relation", "guards")
                        .set("object", geography.campOf(camp).id())
                        .set("from", "2013")
                        .set("grade", "B3")
                        .from(Sources.SURVIVOR);
            }
        }
    }

    /** Whom neither a camp nor a recruiter is known of, the outsourcing company's people put to work. */
    private void exploited() {
        for (int i = 11; i < cast.victims().size(); i += 12) {
            for (int j = i; j > i - 12; j -= 4) {
                tie(
                        chance.oneOf(cast.members(Circle.OUTSOURCING)),
                        "exploits",
                        cast.victims().get(j),
                        Sources.COURT);
            }
        }
    }

    private void tie(Person one, String relation, Person other, String source) {
        rows.next(RecordFile.LINKS)
                .set("subject", one.id())
                .set("relation", relation)
                .set("object", other.id())
                .set("from", "2014")
                .from(source);
    }

    /** Families pay to whoever lends an account this month; that person passes it on the next day or so, less a share. */
    private void ransom() {
        var ring = cast.members(Circle.MONEY);
        var broker = cast.brokers().get(2).person();
        int i = 0;
        for (Person relative : cast.relatives()) {
            if (i % 15 == 0 && i < cast.victims().size()) {
                tie(relative, "family", cast.victims().get(i), Sources.AID_GROUP);
            }
            int day = chance.below(days - 10);
            var mule = ring.get(2 + day / 45 % (ring.size() - 2));
            var collector = i % 3 == 2 ? broker : ring.get(i % 3);
            int amount = 500 * chance.between(12, 16);
            pay(
                    relative.account(),
                    mule.account(),
                    amount,
                    day,
                    chance.happens(.2) ? "hawala" : "bank",
                    "ransom",
                    "for the release");
            pay(mule.account(), collector.account(), (int) (amount * .95), day + chance.between(0, 2), "bank", "", "");
            i++;
        }
    }

    /** The cashier pays the brokers, they and the hubs pay their circles, the companies pay their people. */
    private void payroll() {
        var cashier = cast.hub(Circle.MONEY);
        for (int month = 0; month < days / 30; month++) {
            int day = month * 30 + chance.below(5);
            pay(
                    cashier.account(),
                    cast.brokers().get(2).person().account(),
                    4_000 + 100 * chance.below(20),
                    day,
                    "bank",
                    "",
                    "");
            for (Circle circle : Circle.values()) {
                var payees = cast.members(circle);
                for (int i = 1; i < payees.size(); i += 4) {
                    if (circle != Circle.MONEY && chance.happens(.3)) {
                        pay(
                                cast.hub(circle).account(),
                                payees.get(i).account(),
                                50 * chance.between(6, 30),
                                day + 2,
                                "bank",
                                "wage",
                                "");
                    }
                }
            }
            pay(
                    "a" + Registers.OUTSOURCING_COMPANY,
                    "a" + Registers.TRANSPORT_COMPANY,
                    12_000 + 250 * chance.below(16),
                    day + 3,
                    "bank",
                    "fee",
                    "haulage");
        }
    }

    private void pay(String payer, String payee, int amount, int day, String method, String reason, String purpose) {
        rows.next(RecordFile.PAYMENTS)
                .set("payer", payer)
                .set("payee", payee)
                .set("amount", amount + "." + String.format(Locale.ROOT, "%02d", chance.below(2) * 50))
                .set("currency", "MYR")
                .set("time", Calendar.moment(day, chance))
                .set("method", method)
                .set("reason", reason)
                .set("purpose", purpose)
                .from(Sources.BANK);
    }

    /** Journeys of those who are carried; few of them are known by name. */
    private void journeys() {
        String[][] legs = {
            {"k8", "k7", "recruitment"},
            {"k9", "k7", "recruitment"},
            {"k7", "k5", "transit"},
            {"k5", "k1", "transit"},
            {"k5", "k2", "transit"},
            {"k1", "k6", "transit"},
            {"k6", "k12", "exploitation"}
        };
        int journeys = Math.max(30, cast.victims().size() / 2);
        var victims = cast.victims();
        for (int i = 0; i < journeys; i++) {
            String[] leg = legs[i % legs.length];
            var departed = Calendar.moment(chance.below(days), chance);
            int first = 3 * chance.below(victims.size() / 3);
            var row = rows.next(RecordFile.MOVEMENTS)
                    .set("origin", leg[0])
                    .set("destination", leg[1])
                    .set("departed", i % 3 == 0 ? departed.toLocalDate() : departed)
                    .set("head_count", chance.between(8, 90))
                    .set("stage", leg[2]);
            int post = i % Math.min(4, parameters.posts());
            boolean byBoat = leg[2].equals("recruitment");
            if (byBoat == (post == 0)) {
                row.set("vehicle", "v" + (post * Trips.CREW_VEHICLES + 1 + chance.below(Trips.CREW_VEHICLES - 1)));
            }
            if (i % 2 == 0 && first + 3 < victims.size()) {
                row.set(
                        "persons",
                        victims.get(first).id() + "|" + victims.get(first + 3).id());
            }
            row.from(i % 2 == 0 ? Sources.SURVIVOR : Sources.NOTEBOOK);
        }
    }
}
