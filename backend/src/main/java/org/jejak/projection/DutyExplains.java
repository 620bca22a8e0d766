package org.jejak.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.VisibleRecord;

/**
 * Whether a contact is <em>explained</em>: one party is an official (or their phone), the other a subject of that
 * official's duty (or their phone), and its time may lie within the duty, which without an {@code until} is that day.
 */
public final class DutyExplains {

    private record Duty(Set<Key> subjects, PartialTime span, Key key) {}

    private final Holdings holdings;
    private final Map<Key, List<Duty>> byOfficial = new HashMap<>();

    /** From visible {@code duties} rows. */
    public DutyExplains(Collection<VisibleRecord> duties, Holdings holdings) {
        this.holdings = holdings;
        for (VisibleRecord duty : duties) {
            var official = duty.reference("official");
            var span = span(duty);
            if (official.isPresent() && span.isPresent()) {
                byOfficial
                        .computeIfAbsent(official.get(), any -> new ArrayList<>())
                        .add(new Duty(Set.copyOf(duty.references("subjects")), span.get(), duty.key()));
            }
        }
    }

    private static Optional<PartialTime> span(VisibleRecord duty) {
        return duty.time("time").map(time -> {
            Instant end = duty.time("until").map(PartialTime::until).orElseGet(() -> {
                var day = time.from().atZone(duty.zone()).toLocalDate().plusDays(1);
                var midnight = day.atStartOfDay(duty.zone()).toInstant();
                return midnight.isBefore(time.until()) ? time.until() : midnight;
            });
            Instant begin = duty.time("until").isPresent()
                    ? time.from()
                    : time.from()
                            .atZone(duty.zone())
                            .toLocalDate()
                            .atStartOfDay(duty.zone())
                            .toInstant();
            return new PartialTime(time.text(), time.precision(), begin, end, time.ambiguous());
        });
    }

    /** The duty that explains {@code contact}, if one does. */
    public Optional<Key> explaining(VisibleRecord contact) {
        var when = contact.time("time");
        var a = contact.reference("a");
        var b = contact.reference("b");
        if (when.isEmpty() || a.isEmpty() || b.isEmpty() || byOfficial.isEmpty()) {
            return Optional.empty();
        }
        var first = party(a.get(), when.get());
        var second = party(b.get(), when.get());
        var found = explaining(first, second, when.get());
        return found.isPresent() ? found : explaining(second, first, when.get());
    }

    private Optional<Key> explaining(Set<Key> official, Set<Key> other, PartialTime when) {
        for (Key person : official) {
            for (Duty duty : byOfficial.getOrDefault(person, List.of())) {
                if (duty.span().mayOverlap(when) && namesOneOf(duty, other, when)) {
                    return Optional.of(duty.key());
                }
            }
        }
        return Optional.empty();
    }

    private boolean namesOneOf(Duty duty, Set<Key> party, PartialTime when) {
        for (Key subject : duty.subjects()) {
            if (party.contains(subject)) {
                return true;
            }
            for (Key person : holdings.holders(subject, Optional.of(when))) {
                if (party.contains(person)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One end of a contact: the thing, what carries the same identifier, and who held it then. */
    private Set<Key> party(Key end, PartialTime when) {
        var party = new HashSet<>(holdings.sameThing(end));
        party.addAll(holdings.holders(end, Optional.of(when)));
        return party;
    }
}
