package org.jejak.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When the network's vehicles pass one post: trips of one to three nights, some moved to where a colluder waits. */
final class Trips {

    /** A convoy in one shift. {@code steered}: put there because the colluder is on duty. */
    record Convoy(List<Integer> vehicles, boolean steered) {}

    /** Vehicles a post's crew has; the last one is known to the case only by a stop at this very post. */
    static final int CREW_VEHICLES = 6;

    private final Map<Integer, List<Convoy>> byShift = new TreeMap<>();
    private final WorldParameters parameters;
    private final Chance chance;

    Trips(WorldParameters parameters, Unit unit, Roster roster) {
        this.parameters = parameters;
        chance = Chance.of(parameters.seed(), "trips", unit.index());
        var steering = Chance.of(parameters.seed(), "steering", unit.index());
        var special = SpecialDays.of(parameters);
        double steer = unit.colluder() < 0 ? 0 : parameters.collusion().steered(parameters.strength());
        int attempts = 0;
        while (byShift.size() < parameters.activeShifts() && attempts++ < 100_000) {
            int week = week();
            int nights = parameters.has(Stress.BURSTS) ? 3 : chance.between(1, 2);
            int first = day(week, special);
            int slot = slot();
            boolean steered = steering.happens(steer);
            List<Integer> waiting = steered ? roster.rosteredIn(unit.colluder(), week) : List.of();
            for (int night = 0; night < nights && byShift.size() < parameters.activeShifts(); night++) {
                Integer shift = (first + night) * 3 + slot;
                boolean moved = false;
                if (!waiting.isEmpty()) {
                    shift = waiting.remove(steering.below(waiting.size()));
                    moved = true;
                }
                if (shift < parameters.weeks() * Calendar.SHIFTS_A_WEEK) {
                    byShift.computeIfAbsent(shift, s -> new ArrayList<>()).add(new Convoy(vehicles(), moved));
                }
            }
        }
    }

    private int week() {
        int weeks = parameters.weeks();
        int week = chance.below(weeks);
        if (parameters.has(Stress.GROWTH)) {
            while (!chance.happens((1 + 2.0 * week / weeks) / 3)) {
                week = chance.below(weeks);
            }
        }
        return week;
    }

    private int day(int week, SpecialDays special) {
        var inWeek = special.days().subSet(week * 7, week * 7 + 7);
        int day = week * 7 + chance.below(7);
        return !inWeek.isEmpty() && chance.happens(.8) ? inWeek.first() : day;
    }

    private int slot() {
        double night = parameters.has(Stress.NIGHTS) ? .8 : .5;
        return chance.happens(night) ? 2 : chance.below(2);
    }

    private List<Integer> vehicles() {
        int wanted = parameters.has(Stress.CONVOYS) ? 3 : 2;
        var vehicles = new ArrayList<Integer>();
        while (vehicles.size() < wanted) {
            int vehicle = chance.below(CREW_VEHICLES);
            if (!vehicles.contains(vehicle)) {
                vehicles.add(vehicle);
            }
        }
        return vehicles;
    }

    /** The convoys of a shift. */
    List<Convoy> in(int shift) {
        @Nullable List<Convoy> convoys = byShift.get(shift);
        return convoys == null ? List.of() : convoys;
    }

    /** Shifts in which the network passed, in order. */
    List<Integer> active() {
        return List.copyOf(byShift.keySet());
    }

    /** Shifts onto which at least one convoy was steered. */
    List<Integer> steered() {
        return byShift.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(Convoy::steered))
                .map(Map.Entry::getKey)
                .toList();
    }
}
