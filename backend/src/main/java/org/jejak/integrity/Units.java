package org.jejak.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.network.Key;
import org.jejak.network.Span;

/**
 * Who served together: the same unit at the same place. Everybody is compared with these colleagues and with nobody
 * else. Officials whose work is to meet informants are a class of their own within the unit.
 */
final class Units {

    private static final String HANDLING = "informant_handling";
    private static final double DRAWN_TOWARDS_AVERAGE = 1;

    /** @param name for a text */
    record Unit(String agency, String name, String place, boolean handlers) {}

    /**
     * One official's time in a unit.
     *
     * @param days on duty; posted days where no roster of the unit is known
     * @param duties given to them in that time
     */
    record Member(Key official, List<Span> spans, int days, int duties) {

        /**
         * Duties a day on duty, where the average of {@code rate} a day is 1. Few duties say little of somebody's
         * caseload, so each is drawn towards the average as if it had had one duty more.
         */
        double caseload(double rate) {
            return rate == 0 ? 1 : (duties + DRAWN_TOWARDS_AVERAGE) / (days * rate + DRAWN_TOWARDS_AVERAGE);
        }
    }

    private final SortedMap<String, Unit> units = new TreeMap<>();
    private final SortedMap<String, List<Member>> members = new TreeMap<>();
    private final Map<Key, Set<String>> unitsOf = new HashMap<>();

    private record Spell(Key official, Key place, Span span) {}

    Units(CaseView view) {
        var spells = new TreeMap<String, Map<Key, List<Spell>>>();
        var named = new HashMap<String, Unit>();
        for (Key official : view.officials()) {
            for (var posting : view.postings(official)) {
                var appointment = appointment(official, posting.span(), view);
                var unit = new Unit(
                        appointment.agency(),
                        posting.unit().isBlank() ? appointment.name() : posting.unit(),
                        posting.place().value(),
                        false);
                add(spells, named, unit, new Spell(official, posting.place(), posting.span()));
            }
            if (view.postings(official).isEmpty()) {
                for (var of : view.appointments(official)) {
                    if (!of.unit().isBlank()) {
                        var unit = new Unit(of.agency().value(), of.unit(), "", false);
                        add(spells, named, unit, new Spell(official, of.agency(), of.span()));
                    }
                }
            }
        }
        var window = contactWindow(view);
        spells.forEach((key, of) -> {
            var unit = named.getOrDefault(key, new Unit("", "", "", false));
            boolean rostered = of.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(s -> !dutyDays(s, view).isEmpty());
            of.forEach((official, his) -> place(key, unit, official, his, rostered, window, view));
        });
    }

    private static void add(
            Map<String, Map<Key, List<Spell>>> spells, Map<String, Unit> named, Unit unit, Spell spell) {
        var key = unit.agency + " / " + unit.name + " / " + unit.place;
        named.put(key, unit);
        spells.computeIfAbsent(key, k -> new TreeMap<>())
                .computeIfAbsent(spell.official, k -> new ArrayList<>())
                .add(spell);
    }

    private void place(
            String key, Unit unit, Key official, List<Spell> spells, boolean rostered, Span window, CaseView view) {
        var spans = spells.stream().map(Spell::span).toList();
        var days = new HashSet<LocalDate>();
        for (Spell spell : spells) {
            days.addAll(rostered ? dutyDays(spell, view) : postedDays(spell, window));
        }
        var duties = view.duties(official).stream()
                .filter(d -> spans.stream().anyMatch(s -> s.mayOverlap(d.span())))
                .toList();
        long handled = duties.stream().filter(d -> d.kind().equals(HANDLING)).count();
        boolean handler = handled >= 3 && handled * 3 >= duties.size();
        var classed = new Unit(unit.agency, unit.name, unit.place, handler);
        var classKey = handler ? key + " / " + HANDLING : key;
        unitsOf.computeIfAbsent(official, k -> new HashSet<>()).add(key);
        if (!days.isEmpty()) {
            units.put(classKey, classed);
            members.computeIfAbsent(classKey, k -> new ArrayList<>())
                    .add(new Member(official, spans, days.size(), duties.size()));
        }
    }

    SortedMap<String, List<Member>> members() {
        return members;
    }

    Unit unit(String key) {
        return units.getOrDefault(key, new Unit("", key, "", false));
    }

    boolean serveTogether(Key one, Key other) {
        var theirs = unitsOf.getOrDefault(other, Set.of());
        return unitsOf.getOrDefault(one, Set.of()).stream().anyMatch(theirs::contains);
    }

    private static Unit appointment(Key official, Span when, CaseView view) {
        var all = view.appointments(official);
        return all.stream()
                .filter(a -> a.span().mayOverlap(when))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(a -> new Unit(a.agency().value(), a.unit(), "", false))
                .orElse(new Unit("", "", "", false));
    }

    private static Set<LocalDate> dutyDays(Spell spell, CaseView view) {
        var days = new HashSet<LocalDate>();
        for (var shift : view.shifts(spell.official)) {
            boolean here = shift.place().equals(spell.place)
                    || view.postings(spell.official).isEmpty();
            if (here && spell.span.mayHoldAt(shift.start())) {
                days.add(shift.start().atZone(shift.zone()).toLocalDate());
            }
        }
        return days;
    }

    private static Set<LocalDate> postedDays(Spell spell, Span window) {
        if (window.from() == null || window.until() == null) {
            return Set.of();
        }
        var from = later(spell.span.from(), window.from());
        var until = spell.span.until() == null || spell.span.until().isAfter(window.until())
                ? window.until()
                : spell.span.until();
        var days = new HashSet<LocalDate>();
        ZoneId utc = ZoneOffset.UTC;
        long count = ChronoUnit.DAYS.between(from, until);
        for (long d = 0; d < count; d++) {
            days.add(from.atZone(utc).toLocalDate().plusDays(d));
        }
        return days;
    }

    private static Instant later(@org.jspecify.annotations.Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static Span contactWindow(CaseView view) {
        Instant first = null;
        Instant last = null;
        for (var contact : view.in().contacts()) {
            first = first == null || contact.from().isBefore(first) ? contact.from() : first;
            last = last == null || contact.until().isAfter(last) ? contact.until() : last;
        }
        return new Span(first, last);
    }
}
