package org.jejak.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jejak.network.Duty;
import org.jejak.network.DutyExplains;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Span;
import org.jspecify.annotations.Nullable;

/**
 * A case indexed for the channels. What is known of duty is indexed once; a view of the same case without one origin
 * shares it.
 */
final class CaseView {

    /** What is known of officials' duty. */
    private static final class DutyBook {
        final SortedSet<Key> officials = new TreeSet<>();
        final Map<Key, Roster> rosters = new HashMap<>();
        final Map<Key, List<OfficialsCase.Posting>> postings = new HashMap<>();
        final Map<Key, List<OfficialsCase.Duty>> duties = new HashMap<>();
        final Map<Key, List<Duty>> explaining;
        final Map<Key, List<OfficialsCase.Shift>> shifts = new HashMap<>();
        final Map<Key, List<OfficialsCase.Appointment>> appointments = new HashMap<>();

        DutyBook(OfficialsCase in) {
            in.appointments().forEach(a -> put(appointments, a.person(), a));
            in.postings().forEach(p -> put(postings, p.official(), p));
            in.duties().forEach(d -> put(duties, d.official(), d));
            explaining = DutyExplains.byOfficial(
                    in.duties().stream().map(OfficialsCase.Duty::known).toList());
            var byPlace = new HashMap<Key, List<OfficialsCase.Shift>>();
            in.shifts().forEach(s -> {
                put(byPlace, s.place(), s);
                put(shifts, s.official(), s);
            });
            byPlace.forEach((place, of) -> rosters.put(place, new Roster(of)));
            officials.addAll(appointments.keySet());
            officials.addAll(postings.keySet());
            officials.addAll(duties.keySet());
            officials.addAll(shifts.keySet());
        }
    }

    private final OfficialsCase in;
    private final DutyBook book;
    private final Map<Key, List<OfficialsCase.Passage>> passages = new HashMap<>();
    private final Map<Key, List<OfficialsCase.Passage>> handled = new HashMap<>();
    private final Map<Key, Set<String>> ownOrigins = new HashMap<>();
    private final Set<String> tyingOrigins = new HashSet<>();
    private final Map<Set<String>, NetworkSet> networks = new HashMap<>();
    private final Map<Set<String>, Map<Key, NetworkSet>> networksWithout = new HashMap<>();
    private final Holders holders;
    private final DutyExplains explains;
    private final Units units;
    private @Nullable NetworkContacts contacts;

    CaseView(OfficialsCase in) {
        this(in, new DutyBook(in));
    }

    private CaseView(OfficialsCase in, DutyBook book) {
        this.in = in;
        this.book = book;
        in.passages().forEach(p -> {
            put(passages, p.place(), p);
            var officer = p.officer();
            if (officer != null) {
                put(handled, officer, p);
            }
            var own = ownOrigins.computeIfAbsent(p.place(), k -> new HashSet<>());
            p.basis().said().forEach(s -> own.add(s.origin()));
        });
        in.roles().forEach(r -> r.basis().said().forEach(s -> tyingOrigins.add(s.origin())));
        in.links().forEach(l -> l.basis().said().forEach(s -> tyingOrigins.add(s.origin())));
        holders = new Holders(in);
        explains = new DutyExplains(
                book.explaining, holders.holdings(), thing -> in.kinds().get(thing) == EntityKind.VEHICLE);
        units = new Units(this);
    }

    CaseView without(String origin) {
        return new CaseView(in.without(origin), book);
    }

    OfficialsCase in() {
        return in;
    }

    SortedSet<Key> officials() {
        return book.officials;
    }

    Set<Key> rosteredPlaces() {
        return book.rosters.keySet();
    }

    @Nullable
    Roster roster(Key place) {
        return book.rosters.get(place);
    }

    List<OfficialsCase.Posting> postings(Key official) {
        return book.postings.getOrDefault(official, List.of());
    }

    List<OfficialsCase.Duty> duties(Key official) {
        return book.duties.getOrDefault(official, List.of());
    }

    List<OfficialsCase.Shift> shifts(Key official) {
        return book.shifts.getOrDefault(official, List.of());
    }

    List<OfficialsCase.Appointment> appointments(Key official) {
        return book.appointments.getOrDefault(official, List.of());
    }

    List<OfficialsCase.Passage> passages(Key place) {
        return passages.getOrDefault(place, List.of());
    }

    /** Passages this official stamped or stopped. */
    List<OfficialsCase.Passage> heldUpBy(Key official) {
        return handled.getOrDefault(official, List.of());
    }

    /** Origins of the place's own records of who passed. */
    Set<String> ownOrigins(Key place) {
        return ownOrigins.getOrDefault(place, Set.of());
    }

    Units units() {
        return units;
    }

    NetworkContacts contacts() {
        if (contacts == null) {
            contacts = new NetworkContacts(this);
        }
        return contacts;
    }

    Holders holders() {
        return holders;
    }

    DutyExplains explains() {
        return explains;
    }

    /** The network as all records make it. */
    NetworkSet network() {
        return network(Set.of());
    }

    /** The network without what only these origins say. */
    NetworkSet network(Set<String> withoutOrigins) {
        return networks.computeIfAbsent(relevant(withoutOrigins), o -> NetworkSet.of(in, o, null));
    }

    /** The same for one official, who is never part of their own. */
    NetworkSet networkFor(Key official, Set<String> withoutOrigins) {
        var all = network(withoutOrigins);
        if (!all.hasPerson(official)) {
            return all;
        }
        var relevant = relevant(withoutOrigins);
        return networksWithout
                .computeIfAbsent(relevant, o -> new HashMap<>())
                .computeIfAbsent(official, o -> NetworkSet.of(in, relevant, o));
    }

    private Set<String> relevant(Set<String> origins) {
        var relevant = new HashSet<>(origins);
        relevant.retainAll(tyingOrigins);
        return Set.copyOf(relevant);
    }

    /** Postings at one place, overlapping ones as one; one without bounds where the roster alone knows of them. */
    List<Span> postingsAt(Key official, Key place) {
        var spans = postings(official).stream()
                .filter(p -> p.place().equals(place))
                .map(OfficialsCase.Posting::span)
                .sorted((a, b) -> start(a).compareTo(start(b)))
                .toList();
        if (spans.isEmpty()) {
            return List.of(Span.ALWAYS);
        }
        var merged = new ArrayList<Span>();
        for (Span span : spans) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !start(span).isAfter(end(last))) {
                var later = end(last).isAfter(end(span)) ? last : span;
                merged.set(merged.size() - 1, new Span(last.from(), later.until()));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static Instant start(Span span) {
        var from = span.from();
        return from == null ? Instant.MIN : from;
    }

    private static Instant end(Span span) {
        var until = span.until();
        return until == null ? Instant.MAX : until;
    }

    private static <R> void put(Map<Key, List<R>> map, Key key, R row) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
}
