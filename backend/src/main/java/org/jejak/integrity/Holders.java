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

/** Whose phone, handle or account it was: persons by {@code uses}, {@code holds} or {@code owns} that may hold then. */
final class Holders {

    private static final Set<String> RELATIONS = Set.of("uses", "holds", "owns");

    private final OfficialsCase in;
    private final Map<Key, List<OfficialsCase.Link>> links = new HashMap<>();

    Holders(OfficialsCase in) {
        this.in = in;
        for (var link : in.links()) {
            var kind = in.kinds().get(link.object());
            if (RELATIONS.contains(link.relation())
                    && (kind == EntityKind.PHONE || kind == EntityKind.HANDLE || kind == EntityKind.ACCOUNT)) {
                links.computeIfAbsent(in.canonical(link.object()), k -> new ArrayList<>())
                        .add(link);
            }
        }
    }

    /** A person stands for themselves; an organization too. */
    Set<Key> of(Key party, Instant from, Instant until) {
        var kind = in.kinds().get(party);
        if (kind == EntityKind.PERSON || kind == EntityKind.ORGANIZATION) {
            return Set.of(party);
        }
        var held = links.get(in.canonical(party));
        if (held == null) {
            return Set.of();
        }
        if (held.size() == 1) {
            var link = held.get(0);
            return link.span().mayOverlap(from, until) ? Set.of(link.subject()) : Set.of();
        }
        var found = new TreeSet<Key>();
        for (var link : held) {
            if (link.span().mayOverlap(from, until)) {
                found.add(link.subject());
            }
        }
        return found;
    }

    /** The rows that say who holds it. */
    List<Basis> basesOf(Key thing) {
        return links.getOrDefault(in.canonical(thing), List.of()).stream()
                .map(OfficialsCase.Link::basis)
                .toList();
    }
}
