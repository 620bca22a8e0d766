package org.jejak.world;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Two dozen market and feast days, where {@link Stress#SPECIAL_DAYS} is asked for; else none. */
record SpecialDays(SortedSet<Integer> days) {

    private static final SpecialDays NONE = new SpecialDays(new TreeSet<>());

    static SpecialDays none() {
        return NONE;
    }

    static SpecialDays of(WorldParameters parameters) {
        if (!parameters.has(Stress.SPECIAL_DAYS)) {
            return NONE;
        }
        var chance = Chance.of(parameters.seed(), "special days", 0);
        var days = new TreeSet<Integer>();
        int all = parameters.weeks() * 7;
        while (days.size() < Math.min(24, all / 3)) {
            days.add(chance.below(all));
        }
        return new SpecialDays(days);
    }

    boolean has(int day) {
        return days.contains(day);
    }

    List<LocalDate> dates() {
        return days.stream().map(Calendar::day).toList();
    }
}
