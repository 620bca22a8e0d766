package org.jejak.world;

import java.time.LocalDateTime;
import java.util.List;
import org.jejak.network.RecordFile;

/** Raids, custody, care and promises: what the authorities did with what they knew, in time or late. */
final class Aftermath {

    static final String OPERATION = "1";

    /** So many of those held are known by what was done to them; the first of them were screened as well. */
    static final int EXPLOITED = 30;

    static final int SCREENED = 20;

    private final WorldParameters parameters;
    private final Cast cast;
    private final Ages ages;
    private final List<Unit> units;
    private final RecordWriter rows;
    private final Screenings screenings;
    private final Chance chance;

    Aftermath(WorldParameters parameters, Cast cast, Ages ages, List<Unit> units, RecordWriter rows) {
        this.parameters = parameters;
        this.cast = cast;
        this.ages = ages;
        this.units = units;
        this.rows = rows;
        screenings = new Screenings(parameters, 0);
        chance = Chance.of(parameters.seed(), "aftermath", 0);
    }

    void write() {
        operation();
        raids();
        reports();
        custody();
        permits();
        lookups();
        complaints();
        care();
        rows.next(RecordFile.RATES)
                .set("currency", "MYR")
                .set("into", "USD")
                .set("rate", "0.3058")
                .set("date", "2014-07-01")
                .from(Sources.BANK);
        rows.next(RecordFile.RATES)
                .set("currency", "THB")
                .set("into", "USD")
                .set("rate", "0.0309")
                .set("date", "2014-07-01")
                .from(Sources.BANK);
    }

    private void operation() {
        rows.next(RecordFile.OPERATIONS)
                .set("name", "Operation Valley")
                .set("from", "2014-03")
                .set("to", "2015-06")
                .set("parts", 3)
                .set("supporters", "liaison officers abroad|money transfer supervisors")
                .set("lead", "o2")
                .set("countries", "MY|TH")
                .set("aims", "close the camps|free those held")
                .set("lessons", "the first report lay unread for four years")
                .from(Sources.COURT);
    }

    /** Half of the ordinary raids find somebody; those a colluder knew of by plan mostly find nobody. */
    private void raids() {
        int perPost = 10;
        for (Unit unit : units.stream().filter(Unit::isPost).limit(8).toList()) {
            for (int i = 0; i < perPost; i++) {
                var time = Calendar.moment(chance.below(parameters.weeks() * 7), chance);
                boolean knew = unit.colluder() >= 0 && i % 2 == 0;
                var known = unit.officials()
                        .get(
                                knew
                                        ? unit.colluder()
                                        : (i + unit.colluder() + 2)
                                                % unit.officials().size());
                boolean empty = chance.happens(knew ? .85 : .45);
                var row = rows.next(RecordFile.RAIDS)
                        .set("operation", OPERATION)
                        .set("place", i % 3 == 0 ? "k5" : i % 3 == 1 ? "k6" : "k3")
                        .set("planned", time.minusDays(chance.between(2, 6)))
                        .set("time", time)
                        .set("unit", unit.code())
                        .set("outcome", empty ? (chance.happens(.2) ? "called_off" : "empty") : "found")
                        .set("known_to", known.id())
                        .set("known_to_basis", "plan");
                if (!empty) {
                    row.set("persons_found", chance.between(3, 40));
                }
                row.from(Sources.PATROL_LOG);
            }
        }
        rows.named(RecordFile.RAIDS, "ridge")
                .set("operation", OPERATION)
                .set("place", "k1")
                .set("planned", "2015-01-19")
                .set("time", "2015-05-25T05:30")
                .set("unit", units.getFirst().code())
                .set("outcome", "partial")
                .set("persons_found", 14)
                .set("ordered_by", units.getFirst().officials().getFirst().id())
                .set("held_by", commander().id())
                .set("held_until", "2015-05-24")
                .from(Sources.COURT);
    }

    private Cast.Person commander() {
        return units.getLast().officials().getFirst();
    }

    private void reports() {
        String camp = "k1";
        report(units.get(units.size() - 2).officials().get(1), camp, "2012-02-14T10:00", "sighting");
        report(units.getLast().officials().get(1), camp, "2015-01-19T16:20", "discovery");
        report(commander(), camp, "2015-01-20T09:05", "order_hold");
        report(commander(), camp, "2015-05-27T08:00", "request_forensics");
        report(commander(), "k4", "2015-06-02", "forensics");
        for (Unit unit : units) {
            var official = unit.officials().get(chance.below(unit.officials().size()));
            report(
                    official,
                    chance.oneOf(cast.network()).id(),
                    Calendar.moment(chance.below(parameters.weeks() * 7), chance)
                            .toString(),
                    "suspicion");
        }
    }

    private void report(Cast.Person official, String about, String time, String kind) {
        rows.next(RecordFile.REPORTS)
                .set("official", official.id())
                .set("about", about)
                .set("time", time)
                .set("kind", kind)
                .from(Sources.PATROL_LOG);
    }

    private void custody() {
        var posts = units.stream().filter(Unit::isPost).limit(8).toList();
        for (int i = 0; i < 48; i++) {
            var unit = posts.get(i % posts.size());
            var held = chance.oneOf(cast.members(unit.circle()));
            var in = Calendar.moment(chance.below(parameters.weeks() * 7), chance);
            int by = chance.below(unit.officials().size());
            boolean friend = by == unit.colluder();
            boolean released = chance.happens(friend ? .9 : .4);
            var row = rows.next(RecordFile.CUSTODY)
                    .set("person", held.id())
                    .set("place", unit.place())
                    .set("in", in)
                    .set("out", in.plusHours(chance.between(3, 60)))
                    .set("outcome", released ? "released" : "charged")
                    .set("authorised_by", unit.officials().get(by).id());
            if (released && friend) {
                row.set("released_to", cast.hub(unit.circle()).id());
            }
            row.from(Sources.PATROL_LOG);
        }
        for (int i = 0; i < 14; i++) {
            String out = "2015-0" + chance.between(6, 9);
            boolean deported = i % 4 == 0;
            rows.next(RecordFile.CUSTODY)
                    .set("person", cast.victims().get(i).id())
                    .set("place", "k14")
                    .set("in", "2015-05-25")
                    .set("out", out)
                    .set("outcome", deported ? "deported" : "transferred")
                    .set("raid", "ridge")
                    .set("planned_removal", deported ? out : "")
                    .from(Sources.COURT);
        }
    }

    private void permits() {
        for (int i = 0; i < 24; i++) {
            var unit = units.get(i % units.size());
            LocalDateTime decided = Calendar.moment(20 + chance.below(parameters.weeks() * 7 - 20), chance);
            rows.next(RecordFile.PERMITS)
                    .set("official", unit.officials().getFirst().id())
                    .set(
                            "organization",
                            i % 3 == 0
                                    ? Registers.OUTSOURCING_COMPANY
                                    : i % 3 == 1 ? Registers.TRANSPORT_COMPANY : Registers.RECRUITMENT_AGENCY)
                    .set("kind", i % 3 == 0 ? "quota" : "licence")
                    .set("applied", decided.minusDays(chance.between(2, 20)).toLocalDate())
                    .set("decided", decided.toLocalDate())
                    .set("decision", chance.happens(.7) ? "approved" : "refused")
                    .set("objection", chance.happens(.2))
                    .from(Sources.COMPANY_REGISTER);
        }
    }

    private void lookups() {
        for (int i = 0; i < 90; i++) {
            var unit = units.get(i % units.size());
            boolean colludes = unit.colluder() >= 0 && chance.happens(.5);
            int by = colludes ? unit.colluder() : chance.below(unit.officials().size());
            var row = rows.next(RecordFile.LOOKUPS)
                    .set("official", unit.officials().get(by).id())
                    .set("subject", chance.oneOf(cast.members(unit.circle())).id())
                    .set("time", Calendar.moment(chance.below(parameters.weeks() * 7), chance))
                    .set("system", "REG");
            if (!colludes && chance.happens(.85)) {
                row.set("case_ref", "D" + chance.between(100, 999));
            }
            row.from(Sources.PERSONNEL);
        }
    }

    private void complaints() {
        for (int i = 0; i < 20; i++) {
            var unit = units.get(i % units.size());
            int first = chance.below(unit.officials().size());
            var row = rows.next(RecordFile.COMPLAINTS)
                    .set("date", Calendar.day(chance.below(parameters.weeks() * 7)))
                    .set("kind", chance.oneOf(List.of("rudeness", "delay", "asked for money", "use of force")))
                    .set("finding", chance.oneOf(List.of("not_sustained", "unfounded", "pending", "sustained")));
            String officials = unit.officials().get(first).id();
            if (chance.happens(.3)) {
                officials += "|"
                        + unit.officials()
                                .get((first + 1) % unit.officials().size())
                                .id();
            }
            row.set("officials", officials).from(Sources.AID_GROUP);
        }
    }

    private void care() {
        for (int i = 0; i < EXPLOITED; i++) {
            String victim = cast.victims().get(i).id();
            rows.next(RecordFile.EXPLOITATIONS)
                    .set("victim", victim)
                    .set(
                            "exploiter",
                            i % 3 == 0
                                    ? Registers.OUTSOURCING_COMPANY
                                    : cast.hub(Circle.RIDGE_CAMP).id())
                    .set("place", i % 3 == 0 ? "k12" : "k1")
                    .set("acts", "transportation|harbouring")
                    .set("means", i % 2 == 0 ? "threat_or_force|abduction" : "deception|debt_bondage")
                    .set("purposes", i % 3 == 0 ? "forced_labour" : "slavery")
                    .set("sector", i % 3 == 0 ? "plantation" : "")
                    .set("debt", 500 * chance.between(10, 16))
                    .set("currency", "MYR")
                    .set("from", "2014")
                    .set("to", "2015-05")
                    .from(Sources.SURVIVOR);
            if (i < SCREENED) {
                var row = rows.next(RecordFile.SCREENINGS)
                        .set("person", victim)
                        .set("date", "2015-06-" + (10 + i))
                        .set("raid", "ridge");
                screenings.answer(row, ages.isChild(cast.victims().get(i)), "full");
                row.set("status", i % 5 == 4 ? "pending" : "actual")
                        .set("deciding_body", "Screening panel")
                        .set("consent", "given")
                        .from(Sources.COURT);
            }
            if (i % 2 == 0) {
                rows.next(RecordFile.REFERRALS)
                        .set("person", victim)
                        .set("to", Registers.AID_GROUP)
                        .set("kind", i % 4 == 0 ? "medical" : "shelter")
                        .set("requested", "2015-06")
                        .set("accepted", "2015-07")
                        .from(Sources.AID_GROUP);
            }
        }
        String[] outcomes = {"victim_assisted", "arrest", "suspect_identified", "conviction"};
        for (int i = 0; i < outcomes.length; i++) {
            rows.next(RecordFile.OUTCOMES)
                    .set("operation", OPERATION)
                    .set("kind", outcomes[i])
                    .set("count", 20 - 5 * i)
                    .set("unit", "persons")
                    .set("date", "2015-1" + i % 3)
                    .set("country", "MY")
                    .from(Sources.COURT);
        }
        rows.next(RecordFile.COMMITMENTS)
                .set("body", "o1")
                .set("text", "Patrol the ridge every week")
                .set("due", "2015-12-31")
                .set("status", "open")
                .from(Sources.COURT);
    }
}
