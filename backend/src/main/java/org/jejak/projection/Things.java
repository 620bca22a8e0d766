package org.jejak.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jejak.network.Duty;
import org.jejak.network.DutyExplains;
import org.jejak.network.EntityKind;
import org.jejak.network.Holdings;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.Relations;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Span;
import org.jejak.network.VisibleRecord;

/**
 * What is known of the things by which people of a network are reached.
 *
 * @param same which of them are one
 * @param kinds what they are, as far as it was asked; only companies and vehicles are treated otherwise than a phone
 */
public record Things(SharedIdentifiers same, Map<Key, EntityKind> kinds) {

    public static final Things UNKNOWN = new Things(SharedIdentifiers.NONE, Map.of());

    public Things {
        kinds = Map.copyOf(kinds);
    }

    /**
     * Who held what, from visible {@code links} rows.
     *
     * @param persons who counts as a holder, and acts for themselves
     */
    public Holdings<VisibleRecord> held(Collection<VisibleRecord> links, Predicate<Key> persons) {
        return holdings(links, persons, persons);
    }

    /** The same where whoever holds a thing counts, companies too. */
    Holdings<VisibleRecord> heldByAnybody(Collection<VisibleRecord> links) {
        return holdings(links, any -> true, none -> false);
    }

    private Holdings<VisibleRecord> holdings(
            Collection<VisibleRecord> links, Predicate<Key> counts, Predicate<Key> persons) {
        var holdings = new Holdings<VisibleRecord>(
                same, thing -> persons.test(thing) || Holdings.actsForItself(kinds.get(thing)));
        for (VisibleRecord link : links) {
            if (!Relations.HOLDING.contains(link.cell("relation"))) {
                continue;
            }
            Optional<Key> holder = link.reference("subject").filter(counts);
            Optional<Key> thing = link.reference("object");
            if (holder.isPresent() && thing.isPresent()) {
                holdings.add(holder.get(), link.cell("relation"), thing.get(), link.validity(), link);
            }
        }
        return holdings;
    }

    /** Which contacts are explained, from visible {@code duties} rows. */
    public DutyExplains explaining(Collection<VisibleRecord> duties, Holdings<VisibleRecord> holdings) {
        var byOfficial = DutyExplains.byOfficial(
                duties.stream().map(Duty::of).flatMap(Optional::stream).toList());
        return new DutyExplains(byOfficial, holdings, thing -> kinds.get(thing) == EntityKind.VEHICLE);
    }

    /** The duty that explains a {@code contacts} row, if one does. */
    public static Optional<Key> explaining(VisibleRecord contact, DutyExplains duties) {
        return explaining(contact, contact.time("time"), duties);
    }

    /** @param when the time of the contact, read before; without one nothing explains it */
    static Optional<Key> explaining(VisibleRecord contact, Optional<PartialTime> when, DutyExplains duties) {
        var a = contact.reference("a");
        var b = contact.reference("b");
        return when.isEmpty() || a.isEmpty() || b.isEmpty()
                ? Optional.empty()
                : duties.between(a.get(), b.get(), Span.of(when));
    }
}
