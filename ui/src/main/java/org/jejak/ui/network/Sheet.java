package org.jejak.ui.network;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Viewer;

/**
 * What lies on the canvas and through which filters it is seen. Every step makes a new one, so that each can be undone.
 *
 * @param things in the order they came
 * @param hidden kinds that are not shown
 * @param from only what may have been true from this day on, {@code YYYY-MM-DD}; empty for no limit
 * @param until only what may have been true up to this day
 * @param peopleTies whether people are also tied through their phones, accounts and movements
 * @param known only what Jejak had recorded by the end of this day; empty for today
 * @param leftOut sources without which it is seen, as if they had never been
 */
record Sheet(
        Set<Key> things,
        Set<EntityKind> hidden,
        Optional<String> from,
        Optional<String> until,
        boolean peopleTies,
        Optional<String> known,
        Set<Key> leftOut) {

    static final Sheet BLANK =
            new Sheet(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true, Optional.empty(), Set.of());

    Sheet {
        things = Collections.unmodifiableSet(new LinkedHashSet<>(things));
        hidden = Set.copyOf(hidden);
        leftOut = Set.copyOf(leftOut);
    }

    Sheet with(Collection<Key> more) {
        var all = new LinkedHashSet<>(things);
        all.addAll(more);
        return new Sheet(all, hidden, from, until, peopleTies, known, leftOut);
    }

    Sheet without(Collection<Key> fewer) {
        var all = new LinkedHashSet<>(things);
        all.removeAll(fewer);
        return new Sheet(all, hidden, from, until, peopleTies, known, leftOut);
    }

    Sheet hiding(Set<EntityKind> kinds) {
        return new Sheet(things, kinds, from, until, peopleTies, known, leftOut);
    }

    Sheet between(Optional<String> first, Optional<String> last) {
        return new Sheet(things, hidden, first, last, peopleTies, known, leftOut);
    }

    Sheet tyingPeople(boolean wanted) {
        return new Sheet(things, hidden, from, until, wanted, known, leftOut);
    }

    Sheet asKnown(Optional<String> day) {
        return new Sheet(things, hidden, from, until, peopleTies, day, leftOut);
    }

    Sheet leavingOut(Set<Key> sources) {
        return new Sheet(things, hidden, from, until, peopleTies, known, sources);
    }

    /** Who looks at it: for them what rests on the sources that are left out is not there. */
    Viewer seenBy(Viewer viewer) {
        return viewer.withoutSources(leftOut);
    }

    /** The last instant of the day as of which the store is seen. */
    Optional<Instant> knownBy() {
        return known.map(day -> LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusMillis(1));
    }
}
