package org.jejak.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jejak.network.RecordFile;
import org.jejak.world.Cast.Person;

/**
 * What the gate of one post wrote down: who passed, who let them, who was inspected. The network's convoys stand among
 * ordinary travellers, in the order of time, so that nothing but their conduct tells them apart.
 */
final class GateLog {

    /** Ordinary vehicles that come again and again at each post. */
    static final int REGULARS = 60;

    private record Passage(
            LocalDateTime time,
            String vehicle,
            String direction,
            int lane,
            String outcome,
            OptionalInt officer,
            boolean identified) {}

    private final WorldParameters parameters;
    private final Unit unit;
    private final Roster roster;
    private final Trips trips;
    private final Manners manners;
    private final Chance chance;
    private final Chance ordinary;
    private final double ordinaryPerShift;
    private boolean stopped;

    GateLog(WorldParameters parameters, Unit unit, Roster roster, Trips trips, Manners manners) {
        this.parameters = parameters;
        this.unit = unit;
        this.roster = roster;
        this.trips = trips;
        this.manners = manners;
        chance = Chance.of(parameters.seed(), "convoys", unit.index());
        ordinary = Chance.of(parameters.seed(), "travellers", unit.index());
        ordinaryPerShift = ordinaryPerShift(parameters);
    }

    private static double ordinaryPerShift(WorldParameters parameters) {
        if (parameters.passages() == 0) {
            return 2;
        }
        double shifts = (double) parameters.posts() * parameters.weeks() * Calendar.SHIFTS_A_WEEK;
        double convoy = parameters.has(Stress.CONVOYS) ? 3 : 2;
        return Math.max(0, (parameters.passages() - convoy * parameters.activeShifts() * parameters.posts()) / shifts);
    }

    /** A vehicle of the network's crew at this post, or ({@code REGULARS} of them) of an ordinary traveller. */
    static String crewVehicle(Unit unit, int vehicle) {
        return "v" + (unit.index() * Trips.CREW_VEHICLES + vehicle + 1);
    }

    static String regularVehicle(Unit unit, int vehicle) {
        return "w" + (unit.index() * REGULARS + vehicle + 1);
    }

    void write(RecordWriter rows) {
        for (int shift = 0; shift < parameters.weeks() * Calendar.SHIFTS_A_WEEK; shift++) {
            int day = shift / 3;
            int slot = shift % 3;
            var present = roster.present(day, slot);
            var start = Calendar.shift(day, slot);
            var passages = new ArrayList<Passage>();
            for (var convoy : trips.in(shift)) {
                convoy(convoy, start, present, shift, passages);
            }
            int travellers = ordinary.count(ordinaryPerShift);
            for (int i = 0; i < travellers; i++) {
                passages.add(traveller(start, present));
            }
            passages.sort(Comparator.comparing(Passage::time).thenComparing(Passage::vehicle));
            passages.forEach(p -> write(p, rows));
            if (parameters.passages() == 0) {
                count(start, present, rows);
            }
        }
    }

    private void convoy(
            Trips.Convoy convoy, LocalDateTime start, List<Integer> present, int shift, List<Passage> passages) {
        boolean colluder = unit.colluder() >= 0 && present.contains(unit.colluder());
        double inspection = manners.inspection(present);
        if (colluder) {
            inspection = parameters.collusion().inspected(inspection, parameters.strength());
        }
        var time = start.plusMinutes(chance.below(Calendar.SHIFT_HOURS * 60 - 15));
        OptionalInt officer = present.isEmpty() ? OptionalInt.empty() : OptionalInt.of(chance.oneOf(present));
        if (colluder
                && convoy.steered()
                && chance.happens(parameters.collusion().waved(parameters.strength()))) {
            officer = OptionalInt.of(unit.colluder());
        }
        int lane = chance.between(1, 2);
        String direction = chance.happens(.5) ? "in" : "out";
        for (int vehicle : convoy.vehicles()) {
            boolean last = vehicle == Trips.CREW_VEHICLES - 1;
            boolean stop = last && !stopped && !colluder && !present.isEmpty() && isLate(shift);
            stopped |= stop;
            String outcome = stop
                    ? "stopped"
                    : present.isEmpty() ? "unrecorded" : chance.happens(inspection) ? "inspected" : "cleared";
            passages.add(new Passage(time, crewVehicle(unit, vehicle), direction, lane, outcome, officer, stop));
            time = time.plusMinutes(chance.between(0, 4));
        }
    }

    private boolean isLate(int shift) {
        return shift > parameters.weeks() * Calendar.SHIFTS_A_WEEK / 2;
    }

    private Passage traveller(LocalDateTime start, List<Integer> present) {
        String outcome = present.isEmpty()
                ? "unrecorded"
                : ordinary.happens(manners.inspection(present)) ? "inspected" : "cleared";
        return new Passage(
                start.plusMinutes(ordinary.below(Calendar.SHIFT_HOURS * 60)),
                regularVehicle(unit, ordinary.below(REGULARS)),
                ordinary.happens(.5) ? "in" : "out",
                ordinary.between(1, 2),
                outcome,
                present.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ordinary.oneOf(present)),
                false);
    }

    private void write(Passage passage, RecordWriter rows) {
        var row = rows.next(RecordFile.PASSAGES)
                .set("subject", passage.vehicle())
                .set("place", unit.place())
                .set("time", passage.time())
                .set("direction", passage.direction())
                .set("lane", passage.lane())
                .set("outcome", passage.outcome());
        passage.officer()
                .ifPresent(o -> row.set("officer", unit.officials().get(o).id()));
        if (passage.identified()) {
            row.set("identified", "true");
        }
        row.from(unit.gateLog());
    }

    /** Every vehicle of one hour of each shift is counted, cleared or inspected: the base rate. */
    private void count(LocalDateTime start, List<Integer> present, RecordWriter rows) {
        double inspection = manners.inspection(present);
        int inspected = ordinary.count(8 * inspection);
        int cleared = ordinary.count(8 * (1 - inspection));
        rows.next(RecordFile.TRAFFIC)
                .set("place", unit.place())
                .set("hour", start.plusHours(ordinary.below(Calendar.SHIFT_HOURS)))
                .set("direction", ordinary.happens(.5) ? "in" : "out")
                .set("cleared", cleared)
                .set("inspected", inspected)
                .from(unit.gateLog());
    }

    /** The vehicles and how the case knows them: most from registers and testimonies, one from a stop here. */
    void writeVehicles(RecordWriter rows, Cast cast) {
        var papers = Chance.of(parameters.seed(), "plates", unit.index());
        List<Person> circle = cast.members(unit.circle());
        for (int v = 0; v < Trips.CREW_VEHICLES; v++) {
            boolean byStop = v == Trips.CREW_VEHICLES - 1;
            String source = byStop ? unit.gateLog() : v % 2 == 0 ? Sources.VEHICLE_REGISTER : Sources.SURVIVOR;
            vehicle(rows, crewVehicle(unit, v), papers, byStop ? unit.gateLog() : Sources.VEHICLE_REGISTER);
            rows.next(RecordFile.LINKS)
                    .set(
                            "subject",
                            circle.get((unit.index() + v) % circle.size()).id())
                    .set("relation", v % 2 == 0 ? "owns" : "uses")
                    .set("object", crewVehicle(unit, v))
                    .set("from", byStop ? "2014" : "2013")
                    .from(source);
        }
        for (int v = 0; v < REGULARS; v++) {
            vehicle(rows, regularVehicle(unit, v), papers, unit.gateLog());
        }
    }

    private void vehicle(RecordWriter rows, String id, Chance papers, String source) {
        boolean boat = unit.placeKind().equals("jetty");
        String kind = boat ? "boat" : papers.happens(.45) ? "van" : papers.happens(.6) ? "car" : "lorry";
        rows.named(RecordFile.VEHICLES, id)
                .set("kind", kind)
                .set("registration", Papers.plate(boat, id))
                .set("country", "MY")
                .set("colour", papers.oneOf(Papers.COLOURS))
                .from(source);
    }
}
