package org.jejak.integrity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.jejak.network.Span;

/**
 * Who was rostered when at one place. A <em>cell</em> is one shift of the place, named by its start: an overnight shift
 * is one cell, and 01:00 belongs to the shift begun at 22:00. Where rosters overlap so much that a moment belongs to no
 * one shift, cells are windows of six hours instead.
 */
final class Roster {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);
    private static final long WINDOW = 6 * 3600L;
    private static final long HANDOVER = 3600L;

    /** One official's duty here, by start; seconds since the epoch. */
    record Turns(long[] start, long[] end) {

        boolean covers(long second) {
            int i = Arrays.binarySearch(start, second);
            for (int at = i >= 0 ? i : -i - 2; at >= 0 && at > -i - 4; at--) {
                if (start[at] <= second && second < end[at]) {
                    return true;
                }
            }
            return false;
        }

        boolean isEmpty() {
            return start.length == 0;
        }
    }

    private final ZoneId zone;
    private final long[] cellStart;
    private final long[] cellEnd;
    private final boolean aligned;
    private final int[] cellWeek;
    private final int[] cellSlot;
    private final Map<Key, Turns> planned = new HashMap<>();
    private final Map<Key, Turns> swapped = new HashMap<>();
    private final Map<Key, BitSet> cells = new HashMap<>();
    private final Set<Integer> knownWeeks = new HashSet<>();

    Roster(List<OfficialsCase.Shift> shifts) {
        zone = shifts.get(0).zone();
        var ends = new TreeMap<Long, Long>();
        shifts.forEach(s -> ends.merge(s.start().getEpochSecond(), s.end().getEpochSecond(), Math::max));
        aligned = isAligned(ends);
        var starts = aligned ? ends.keySet() : windows(ends);
        cellStart = starts.stream().mapToLong(Long::longValue).toArray();
        cellEnd = new long[cellStart.length];
        cellWeek = new int[cellStart.length];
        cellSlot = new int[cellStart.length];
        for (int i = 0; i < cellStart.length; i++) {
            cellEnd[i] = aligned ? ends.getOrDefault(cellStart[i], cellStart[i]) : cellStart[i] + WINDOW;
            var local = Instant.ofEpochSecond(cellStart[i]).atZone(zone);
            cellWeek[i] = week(local.toLocalDate());
            cellSlot[i] = local.getHour();
        }
        var of = new HashMap<Key, List<OfficialsCase.Shift>>();
        shifts.forEach(
                s -> of.computeIfAbsent(s.official(), k -> new ArrayList<>()).add(s));
        of.forEach((official, his) -> {
            planned.put(official, turns(his, true));
            swapped.put(official, turns(his, false));
            cells.put(official, cellsOf(turns(his, true)));
        });
        findKnownWeeks(ends.keySet());
    }

    private static boolean isAligned(TreeMap<Long, Long> ends) {
        int overlapping = 0;
        Long before = null;
        for (var shift : ends.entrySet()) {
            if (before != null && shift.getKey() < before - HANDOVER) {
                overlapping++;
            }
            before = before == null ? shift.getValue() : Long.valueOf(Math.max(before, shift.getValue()));
        }
        return overlapping * 20 <= ends.size();
    }

    private static Set<Long> windows(TreeMap<Long, Long> ends) {
        var windows = new TreeSet<Long>();
        ends.forEach((start, end) -> {
            for (long w = Math.floorDiv(start, WINDOW) * WINDOW; w < end; w += WINDOW) {
                windows.add(w);
            }
        });
        return windows;
    }

    private static Turns turns(List<OfficialsCase.Shift> shifts, boolean planned) {
        var sorted = shifts.stream()
                .filter(s -> s.planned() == planned)
                .sorted((a, b) -> a.start().compareTo(b.start()))
                .toList();
        return new Turns(
                sorted.stream().mapToLong(s -> s.start().getEpochSecond()).toArray(),
                sorted.stream().mapToLong(s -> s.end().getEpochSecond()).toArray());
    }

    private BitSet cellsOf(Turns turns) {
        var on = new BitSet(cellStart.length);
        if (aligned) {
            for (long start : turns.start) {
                int i = Arrays.binarySearch(cellStart, start);
                if (i >= 0) {
                    on.set(i);
                }
            }
        } else {
            for (int i = 0; i < cellStart.length; i++) {
                if (turns.covers(cellStart[i] + WINDOW / 2)) {
                    on.set(i);
                }
            }
        }
        return on;
    }

    /** Weeks in which the roster is known on about as many days as usual; half a week of it would bend the test. */
    private void findKnownWeeks(Set<Long> starts) {
        var days = new TreeMap<Integer, Set<LocalDate>>();
        for (long start : starts) {
            var day = Instant.ofEpochSecond(start).atZone(zone).toLocalDate();
            days.computeIfAbsent(week(day), k -> new HashSet<>()).add(day);
        }
        int[] counts = days.values().stream().mapToInt(Set::size).sorted().toArray();
        int usual = counts[counts.length / 2];
        days.forEach((week, known) -> {
            if (known.size() * 4 >= usual * 3) {
                knownWeeks.add(week);
            }
        });
    }

    static int week(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, day), 7L);
    }

    static LocalDate monday(int week) {
        return FIRST_MONDAY.plusWeeks(week).with(DayOfWeek.MONDAY);
    }

    ZoneId zone() {
        return zone;
    }

    Set<Key> officials() {
        return planned.keySet();
    }

    Turns planned(Key official) {
        return planned.getOrDefault(official, new Turns(new long[0], new long[0]));
    }

    Turns swapped(Key official) {
        return swapped.getOrDefault(official, new Turns(new long[0], new long[0]));
    }

    /** The cells an official was rostered for. */
    BitSet cells(Key official) {
        return cells.getOrDefault(official, new BitSet());
    }

    int cellCount() {
        return cellStart.length;
    }

    int cellWeek(int cell) {
        return cellWeek[cell];
    }

    int cellSlot(int cell) {
        return cellSlot[cell];
    }

    long cellStart(int cell) {
        return cellStart[cell];
    }

    boolean isAligned() {
        return aligned;
    }

    /** The cell a moment belongs to, or -1: the one begun last, if it has not ended. */
    int cellAt(long second) {
        int i = Arrays.binarySearch(cellStart, second);
        for (int at = i >= 0 ? i : -i - 2; at >= 0 && at > -i - 5; at--) {
            if (second < cellEnd[at]) {
                return at;
            }
        }
        return -1;
    }

    /** Weeks, ascending, that lie inside the posting and in which the roster of the place is known. */
    List<Integer> eligibleWeeks(Key official, Span posting) {
        var turns = planned(official);
        if (turns.isEmpty()) {
            return List.of();
        }
        var first = Instant.ofEpochSecond(turns.start[0]);
        var last = Instant.ofEpochSecond(turns.start[turns.start.length - 1]);
        var from = posting.from() != null
                ? posting.from()
                : first.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var until = posting.until() != null
                ? posting.until()
                : last.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return knownWeeks.stream()
                .filter(w -> !monday(w).atStartOfDay(zone).toInstant().isBefore(from)
                        && !monday(w + 1).atStartOfDay(zone).toInstant().isAfter(until))
                .sorted()
                .toList();
    }
}
