package org.jejak.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is on duty when at one unit: three rotating slots, five days of seven, a week of leave now and then, a swap once
 * in fifty shifts. A week of an official is 21 bits, shift {@code 3·day + slot}.
 */
final class Roster {

    private final int[][] worked;
    private final int[][] rostered;
    private final int[] firstWeek;
    private final int[] lastWeek;

    Roster(WorldParameters parameters, Unit unit) {
        int officials = unit.officials().size();
        int weeks = parameters.weeks();
        worked = new int[officials][weeks];
        rostered = new int[officials][weeks];
        firstWeek = new int[officials];
        lastWeek = new int[officials];
        var chance = Chance.of(parameters.seed(), "roster", unit.index());
        var special = SpecialDays.of(parameters);
        for (int o = 0; o < officials; o++) {
            boolean half = parameters.has(Stress.HALF_POSTINGS) && chance.happens(.5);
            boolean late = chance.happens(.5);
            firstWeek[o] = half && late ? weeks / 2 : 0;
            lastWeek[o] = half && !late ? weeks / 2 - 1 : weeks - 1;
            boolean keen = parameters.has(Stress.SPECIAL_DAYS) && chance.happens(.5);
            boolean nightly = parameters.has(Stress.NIGHTS) && chance.happens(.4);
            for (int w = firstWeek[o]; w <= lastWeek[o]; w++) {
                int slot = nightly && w / 3 % 2 == 0 ? 2 : chance.happens(.1) ? chance.below(3) : (o + w) % 3;
                plan(parameters, o, w, slot, keen ? special : SpecialDays.none(), chance);
            }
        }
        if (unit.partner() >= 0) {
            share(unit.colluder(), unit.partner(), Chance.of(parameters.seed(), "partner", unit.index()));
        }
    }

    private void plan(WorldParameters parameters, int o, int w, int slot, SpecialDays kept, Chance chance) {
        if (chance.happens(.07)) {
            return;
        }
        boolean early = parameters.has(Stress.GROWTH) && w < parameters.weeks() / 2;
        int off = early ? 3 : 2;
        int days = 0b1111111;
        while (off > 0) {
            int day = chance.below(7);
            if ((days & 1 << day) != 0) {
                off--;
                if (!kept.has(w * 7 + day)) {
                    days &= ~(1 << day);
                }
            }
            if (days == 0) {
                break;
            }
        }
        for (int d = 0; d < 7; d++) {
            if ((days & 1 << d) != 0) {
                if (chance.happens(.02)) {
                    worked[o][w] |= 1 << d * 3 + (slot + 1 + chance.below(2)) % 3;
                } else {
                    worked[o][w] |= 1 << d * 3 + slot;
                    rostered[o][w] |= 1 << d * 3 + slot;
                }
            }
        }
    }

    /** The partner has the colluder's week in four weeks of five. */
    private void share(int colluder, int partner, Chance chance) {
        for (int w = firstWeek[partner]; w <= lastWeek[partner]; w++) {
            if (chance.happens(.8)) {
                worked[partner][w] = worked[colluder][w];
                rostered[partner][w] = rostered[colluder][w];
            }
        }
    }

    boolean onDuty(int official, int day, int slot) {
        return (worked[official][day / 7] & 1 << day % 7 * 3 + slot) != 0;
    }

    boolean wasRostered(int official, int day, int slot) {
        return (rostered[official][day / 7] & 1 << day % 7 * 3 + slot) != 0;
    }

    /** Indices of those on duty. */
    List<Integer> present(int day, int slot) {
        var present = new ArrayList<Integer>();
        for (int o = 0; o < worked.length; o++) {
            if (onDuty(o, day, slot)) {
                present.add(o);
            }
        }
        return present;
    }

    /** The rostered shifts of an official in one week, as {@code 3·day + slot} counted from the first day of all. */
    List<Integer> rosteredIn(int official, int week) {
        var shifts = new ArrayList<Integer>();
        for (int bit = 0; bit < Calendar.SHIFTS_A_WEEK; bit++) {
            if ((rostered[official][week] & 1 << bit) != 0) {
                shifts.add(week * Calendar.SHIFTS_A_WEEK + bit);
            }
        }
        return shifts;
    }

    int shiftsOf(int official) {
        int n = 0;
        for (int week : worked[official]) {
            n += Integer.bitCount(week);
        }
        return n;
    }

    int firstWeek(int official) {
        return firstWeek[official];
    }

    int lastWeek(int official) {
        return lastWeek[official];
    }

    int officials() {
        return worked.length;
    }
}
