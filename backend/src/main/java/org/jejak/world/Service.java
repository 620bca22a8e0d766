package org.jejak.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/**
 * A unit's service as records show it: postings, shifts, duties, and the contacts that come with duty or without. Whom
 * an official meets lives around their post; how often, duty or not, grows with days served and cases carried.
 */
final class Service {

    /** Unexplained contact-days of an ordinary official in 48 weeks; the spread is that of a gamma of this shape. */
    private static final double UNEXPLAINED = 2;

    private static final int SPREAD = 3;
    private static final int ORDINARY_CASELOAD = 6;
    private static final String[] DUTIES = {"interview", "arrest", "inspection", "patrol", "intercept", "interview"};

    private final WorldParameters parameters;
    private final Unit unit;
    private final Roster roster;
    private final Cast cast;

    Service(WorldParameters parameters, Unit unit, Roster roster, Cast cast) {
        this.parameters = parameters;
        this.unit = unit;
        this.roster = roster;
        this.cast = cast;
    }

    void write(RecordWriter rows, List<Integer> steered) {
        var duty = Chance.of(parameters.seed(), "duty", unit.index());
        var apart = Chance.of(parameters.seed(), "contact", unit.index());
        for (int o = 0; o < unit.officials().size(); o++) {
            posting(rows, o);
            shifts(rows, o);
            int caseload = caseload(duty);
            for (int i = 0; i < caseload; i++) {
                duty(rows, o, duty);
            }
            unexplained(rows, o, caseload, o == unit.colluder() ? steered : List.of(), apart);
        }
    }

    private int caseload(Chance chance) {
        return switch (unit.kind()) {
            case POST, STATION -> chance.between(3, 9);
            case LIAISON -> chance.between(12, 18);
            case HANDLERS -> chance.between(10, 16);
        };
    }

    private void posting(RecordWriter rows, int o) {
        var row = rows.next(RecordFile.POSTINGS)
                .set("official", unit.officials().get(o).id())
                .set("place", unit.place())
                .set("unit", unit.code())
                .set("from", Calendar.day(roster.firstWeek(o) * 7));
        row.set("to", Calendar.day(roster.lastWeek(o) * 7 + 6)).from(Sources.PERSONNEL);
    }

    private void shifts(RecordWriter rows, int o) {
        String id = unit.officials().get(o).id();
        for (int shift = 0; shift < parameters.weeks() * Calendar.SHIFTS_A_WEEK; shift++) {
            if (roster.onDuty(o, shift / 3, shift % 3)) {
                var start = Calendar.shift(shift / 3, shift % 3);
                rows.next(RecordFile.SHIFTS)
                        .set("official", id)
                        .set("place", unit.place())
                        .set("start", start)
                        .set("end", start.plusHours(Calendar.SHIFT_HOURS))
                        .set("planned", roster.wasRostered(o, shift / 3, shift % 3))
                        .from(unit.roster());
            }
        }
    }

    /** One case in hand: a duty record, and mostly calls within it. */
    private void duty(RecordWriter rows, int o, Chance chance) {
        var official = unit.officials().get(o);
        Person subject = subject(chance);
        int day = dayOfService(o, chance);
        var time = Calendar.day(day).atTime(chance.between(6, 18), chance.below(60));
        boolean handling = unit.kind() == Unit.Kind.HANDLERS;
        int hours = handling ? chance.between(24, 72) : chance.between(1, 5);
        boolean wholeDay = !handling && chance.happens(.3);
        var row = rows.next(RecordFile.DUTIES)
                .set("official", official.id())
                .set("kind", handling ? "informant_handling" : DUTIES[chance.below(DUTIES.length)])
                .set("subjects", chance.happens(.2) ? subject.phone() : subject.id())
                .set("time", time)
                .set("case_ref", "D" + chance.between(100, 999));
        if (!wholeDay) {
            row.set("until", time.plusHours(hours));
        }
        row.from(Sources.PATROL_LOG);
        int calls = chance.below(4);
        for (int i = 0; i < calls; i++) {
            contact(rows, official, subject, time.plusMinutes(chance.below(hours * 60 - 5)), chance);
        }
    }

    private Person subject(Chance chance) {
        return chance.happens(.85) ? chance.oneOf(cast.members(unit.circle())) : chance.oneOf(cast.network());
    }

    private int dayOfService(int o, Chance chance) {
        return chance.between(roster.firstWeek(o) * 7, roster.lastWeek(o) * 7 + 6);
    }

    private void unexplained(RecordWriter rows, int o, int caseload, List<Integer> steered, Chance chance) {
        var official = unit.officials().get(o);
        double served = roster.shiftsOf(o) / (336 / 7 * 5 * .93);
        double mean = UNEXPLAINED * served * caseload / ORDINARY_CASELOAD * chance.tendency(SPREAD);
        int days = chance.count(mean);
        var extra = Chance.of(parameters.seed(), "collusion", unit.index());
        boolean colludes = o == unit.colluder();
        if (colludes) {
            double factor = parameters.collusion().contactFactor(parameters.strength());
            days += extra.count(Math.max(0, factor - 1) * UNEXPLAINED * served * caseload / ORDINARY_CASELOAD);
        }
        boolean blatant = colludes && parameters.collusion().waved(parameters.strength()) > 0;
        var met = new HashSet<String>();
        var shifts = new ArrayList<>(steered);
        for (int i = 0; i < days; i++) {
            var stream = colludes ? extra : chance;
            Person person = stream.oneOf(cast.members(unit.circle()));
            int day = dayOfService(o, stream);
            if (blatant && !shifts.isEmpty() && stream.happens(.5)) {
                day = Math.max(0, shifts.remove(stream.below(shifts.size())) / 3 - 1);
            }
            if (met.add(person.id() + " " + day)) {
                contact(rows, official, person, Calendar.moment(day, stream), stream);
            }
        }
    }

    private void contact(RecordWriter rows, Person official, Person person, LocalDateTime time, Chance chance) {
        boolean calls = chance.happens(.5);
        boolean call = chance.happens(.6);
        var row = rows.next(RecordFile.CONTACTS)
                .set("a", (calls ? official : person).phone())
                .set("b", (calls ? person : official).phone())
                .set("time", time)
                .set("channel", call ? "call" : "message");
        if (call) {
            row.set("duration_s", chance.between(8, 400));
        }
        row.from(Sources.OPERATOR);
    }
}
