package org.jejak.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jejak.network.RecordFile;

/**
 * A synthetic world: a made-up network of recruiters, boats, camps, money and transport, and the made-up officials along
 * its route. {@link #describe} says everything in rows of the contract; it may be asked again and says the same.
 *
 * <p>Cost: time grows with the rows; memory holds the people and one post's year, not the rows.
 */
public final class World {

    /** Who numbers a world's records, and its case. */
    public static final String NAMESPACE = "SYNTH";

    public static final String CASE = "LEMBAH-KABUS";

    private final WorldParameters parameters;
    private final Cast cast;
    private final List<Unit> units;

    private World(WorldParameters parameters) {
        this.parameters = parameters;
        cast = new Cast(parameters);
        units = Unit.of(parameters, cast);
    }

    public static World of(WorldParameters parameters) {
        return new World(parameters);
    }

    public WorldParameters parameters() {
        return parameters;
    }

    /** Hands every row to the sink and says what was planted. */
    public Truth describe(RowSink sink) {
        var rows = new RecordWriter(sink);
        var geography = new Geography(parameters);
        var gains = new Gains(parameters, cast, units);
        Sources.write(rows, units, Geography.spoken(geography.site("k1")), Geography.spoken(geography.site("k5")));
        geography.write(rows, units);
        var ages = new Ages(parameters, cast);
        new Registers(parameters, cast, ages, rows).write(units, gains.spouses());
        new Dealings(parameters, cast, rows).write(geography);
        var testimonies = new Testimonies(parameters, cast, rows);
        testimonies.write(geography);

        var colluders = new ArrayList<Truth.Colluder>();
        var steered = new ArrayList<List<Integer>>();
        var lax = new ArrayList<String>();
        for (Unit unit : units) {
            serve(unit, rows, gains, colluders, steered, lax);
        }
        gains.write(rows, steered);
        new Aftermath(parameters, cast, ages, units, rows).write();
        var sequel = new Sequel(parameters, cast, ages, units, rows);
        sequel.write();
        new Bystanding(parameters).write(rows);
        return truth(testimonies, colluders, lax, sequel, rows);
    }

    private void serve(
            Unit unit,
            RecordWriter rows,
            Gains gains,
            List<Truth.Colluder> colluders,
            List<List<Integer>> steered,
            List<String> lax) {
        var roster = new Roster(parameters, unit);
        var manners = new Manners(parameters, unit);
        List<Integer> waited = List.of();
        if (unit.isPost()) {
            var trips = new Trips(parameters, unit, roster);
            var gate = new GateLog(parameters, unit, roster, trips, manners);
            gate.writeVehicles(rows, cast);
            gate.write(rows);
            waited = trips.steered();
            if (unit.colluder() >= 0) {
                int nth = colluders.size();
                colluders.add(new Truth.Colluder(
                        key(unit.officials().get(unit.colluder()).id()),
                        key(unit.place()),
                        key(unit.officials().get(unit.partner()).id()),
                        nth < gains.spouses().size()
                                ? key(gains.spouses().get(nth).id())
                                : "",
                        starts(trips.active()),
                        starts(waited)));
                steered.add(waited);
            }
        }
        new Service(parameters, unit, roster, cast).write(rows, waited);
        for (int o = 0; o < unit.officials().size(); o++) {
            if (manners.isLax(o)) {
                lax.add(key(unit.officials().get(o).id()));
            }
        }
    }

    private Truth truth(
            Testimonies testimonies,
            List<Truth.Colluder> colluders,
            List<String> lax,
            Sequel sequel,
            RecordWriter rows) {
        var circles = new LinkedHashMap<String, List<String>>();
        for (Circle circle : Circle.values()) {
            circles.put(circle.name().toLowerCase(Locale.ROOT), keys(cast.members(circle)));
        }
        var counts = new TreeMap<String, Long>();
        rows.counts().forEach((file, n) -> counts.put(file.fileName(), n));
        return new Truth(
                NAMESPACE,
                CASE,
                parameters,
                List.copyOf(colluders),
                keys(cast.brokers().stream().map(Cast.Broker::person).toList()),
                cast.brokers().stream()
                        .map(b -> new Truth.BrokerJoin(
                                key(b.person().id()),
                                b.joins().stream()
                                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                                        .toList()))
                        .toList(),
                keys(Arrays.stream(Circle.values()).map(cast::hub).toList()),
                officials(Unit.Kind.LIAISON),
                officials(Unit.Kind.HANDLERS),
                List.copyOf(lax),
                key(testimonies.coercedGuard().id()),
                new Truth.EarlyTestimony(
                        RecordFile.SOURCES
                                .key(NAMESPACE, Sources.EARLY_SURVIVOR)
                                .value(),
                        key("k1"),
                        "2011-08-23",
                        RecordFile.RAIDS.key(NAMESPACE, "ridge").value()),
                units.stream()
                        .filter(Unit::isPost)
                        .map(u -> new Truth.KnownByStop(
                                key(GateLog.crewVehicle(u, Trips.CREW_VEHICLES - 1)), key(u.place())))
                        .toList(),
                circles,
                sequel.people(),
                sequel.institutions(),
                SpecialDays.of(parameters).dates(),
                counts);
    }

    private List<String> officials(Unit.Kind kind) {
        return units.stream()
                .filter(u -> u.kind() == kind)
                .flatMap(u -> u.officials().stream())
                .map(p -> key(p.id()))
                .toList();
    }

    static List<String> keys(List<Cast.Person> people) {
        return people.stream().map(p -> key(p.id())).toList();
    }

    private static List<String> starts(List<Integer> shifts) {
        return shifts.stream().map(s -> Calendar.shift(s / 3, s % 3).toString()).toList();
    }

    static String key(String id) {
        return NAMESPACE + ":" + id;
    }
}
