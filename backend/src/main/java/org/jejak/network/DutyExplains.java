package org.jejak.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a duty <em>explains</em> a contact. The contract: one party is an official (or their phone), the other a
 * subject of that official's duty (or their phone), and the time of the contact lies within that of the duty. Contact
 * that a duty explains is not suspicion; it is shown as such and ties nobody.
 *
 * <p>A subject that is a phone is also whoever may have held it then. A subject that is a vehicle is not its owner: to
 * have searched somebody's lorry does not explain calling them.
 */
public final class DutyExplains {

    private final Map<Key, List<Duty>> byOfficial;
    private final Holdings<?> holdings;
    private final Predicate<Key> isVehicle;

    /**
     * @param byOfficial the duties of each official
     * @param isVehicle whether something is known to be a vehicle
     */
    public DutyExplains(Map<Key, List<Duty>> byOfficial, Holdings<?> holdings, Predicate<Key> isVehicle) {
        this.byOfficial = byOfficial;
        this.holdings = holdings;
        this.isVehicle = isVehicle;
    }

    /** Duties by whose they are. */
    public static Map<Key, List<Duty>> byOfficial(Collection<Duty> duties) {
        var found = new HashMap<Key, List<Duty>>();
        duties.forEach(d ->
                found.computeIfAbsent(d.official(), any -> new ArrayList<>()).add(d));
        return found;
    }

    /** The duty that explains a contact between two ends, persons or phones, whichever of them is the official. */
    public Optional<Key> between(Key a, Key b, Span when) {
        if (byOfficial.isEmpty()) {
            return Optional.empty();
        }
        var found = ofWhoeverIsBehind(a, b, when);
        return found.isPresent() ? found : ofWhoeverIsBehind(b, a, when);
    }

    private Optional<Key> ofWhoeverIsBehind(Key end, Key other, Span when) {
        for (Key official : holdings.behind(end, when)) {
            var found = of(official, other, when);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The duty of {@code official} that explains a contact of theirs with {@code other}, a person or a phone. */
    public Optional<Key> of(Key official, Key other, Span when) {
        Set<Key> persons = null;
        for (Duty duty : byOfficial.getOrDefault(official, List.of())) {
            if (duty.span().mayOverlap(when)) {
                persons = persons == null ? holdings.behind(other, when) : persons;
                for (Key subject : duty.subjects()) {
                    if (isSubject(subject, other, persons, when)) {
                        return Optional.of(duty.row());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSubject(Key subject, Key other, Set<Key> persons, Span when) {
        if (holdings.same().areOne(subject, other) || persons.contains(subject)) {
            return true;
        }
        return !isVehicle.test(subject)
                && holdings.behind(subject, when).stream().anyMatch(p -> p.equals(other) || persons.contains(p));
    }
}
