package org.jejak.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Protecting;
import org.jejak.network.Relations;
import org.jejak.network.Span;
import org.jspecify.annotations.Nullable;

/**
 * The network's side: persons with an uncoerced role in it, and their phones, accounts, vehicles, organizations and
 * places. Victims, survivors and witnesses are never part of it.
 *
 * <p>Built for an asker: without what only the asker's own records say (the stop by which a vehicle was first tied to
 * the network says nothing about the official who made it), and without the official under test.
 */
final class NetworkSet {

    /** That a row ties a thing to the network, while it may hold. */
    record Tie(Basis basis, Span span, Key by) {}

    private final OfficialsCase in;
    private final Map<Key, List<Basis>> persons = new HashMap<>();
    private final Map<Key, List<Tie>> things = new HashMap<>();

    private NetworkSet(OfficialsCase in) {
        this.in = in;
    }

    static NetworkSet of(OfficialsCase in, Set<String> withoutOrigins, @Nullable Key except) {
        var set = new NetworkSet(in);
        for (var role : in.roles()) {
            if (Protecting.OFFENDER_ROLES.contains(role.role())
                    && !role.coerced()
                    && !role.person().equals(except)
                    && !in.protectedPersons().contains(role.person())
                    && role.basis().restsBeside(withoutOrigins)) {
                set.persons
                        .computeIfAbsent(role.person(), k -> new ArrayList<>())
                        .add(role.basis());
            }
        }
        for (var link : in.links()) {
            if (set.persons.containsKey(link.subject()) && link.basis().restsBeside(withoutOrigins)) {
                set.tie(link, set.relationsTo(link.object()));
            }
        }
        var organizations = set.of(EntityKind.ORGANIZATION);
        for (var link : in.links()) {
            if (organizations.contains(link.subject()) && link.basis().restsBeside(withoutOrigins)) {
                var kind = in.kinds().get(link.object());
                if (kind != EntityKind.ORGANIZATION && kind != EntityKind.PLACE) {
                    set.tie(link, Relations.DISPOSING);
                }
            }
        }
        return set;
    }

    private void tie(OfficialsCase.Link link, Set<String> relations) {
        if (relations.contains(link.relation())) {
            var tie = new Tie(link.basis(), link.span(), link.subject());
            in.same()
                    .sameThing(link.object())
                    .forEach(thing -> things.computeIfAbsent(thing, k -> new ArrayList<>())
                            .add(tie));
        }
    }

    private Set<String> relationsTo(Key object) {
        var kind = in.kinds().get(object);
        if (kind == null) {
            return Set.of();
        }
        return switch (kind) {
            case VEHICLE, PHONE, ACCOUNT, HANDLE -> Relations.DISPOSING;
            case PLACE -> Relations.DISPOSING_OF_A_PLACE;
            case ORGANIZATION ->
                "syndicate".equals(in.organizationKinds().get(object))
                        ? Relations.BEING_OF_A_SYNDICATE
                        : Relations.RULING;
            case PERSON, DOCUMENT, SOURCE, RAID, OPERATION, COMMITMENT -> Set.of();
        };
    }

    boolean hasPerson(Key person) {
        return persons.containsKey(person);
    }

    /** Whether a person, or a thing while its tie may hold, belongs. */
    boolean has(Key thing, Instant at) {
        if (persons.containsKey(thing)) {
            return true;
        }
        var ties = things.get(thing);
        return ties != null && ties.stream().anyMatch(t -> t.span().mayHoldAt(at));
    }

    boolean hasEver(Key thing) {
        return persons.containsKey(thing) || things.containsKey(thing);
    }

    /** The rows by which it belongs. */
    List<Basis> basesOf(Key thing) {
        var found = new ArrayList<Basis>(persons.getOrDefault(thing, List.of()));
        for (Tie tie : things.getOrDefault(thing, List.of())) {
            found.add(tie.basis());
            found.addAll(persons.getOrDefault(tie.by(), List.of()));
            for (Tie further : things.getOrDefault(tie.by(), List.of())) {
                found.add(further.basis());
                found.addAll(persons.getOrDefault(further.by(), List.of()));
            }
        }
        return found;
    }

    Set<Key> persons() {
        return persons.keySet();
    }

    /** Its things of a kind; of those that are one thing the first. */
    Set<Key> of(EntityKind kind) {
        var found = new TreeSet<Key>();
        things.keySet().stream()
                .filter(k -> in.kinds().get(k) == kind && isFirstOfIts(k))
                .forEach(found::add);
        return found;
    }

    private boolean isFirstOfIts(Key thing) {
        return in.same().sameThing(thing).stream()
                .noneMatch(other -> other.compareTo(thing) < 0 && things.containsKey(other));
    }

    boolean isEmpty() {
        return persons.isEmpty();
    }
}
