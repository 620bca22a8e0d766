package org.jejak.network;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows describe one and the same phone, handle, account or vehicle: those that carry one normalised identifier, for
 * which the contract asks wherever things are compared (<em>by the shared identifier where there is one</em>).
 *
 * <p>It is no more than that: two phones that each share something with a third (a number with one, a handset with the
 * other) are not one by it. A handset that changed hands would otherwise join people who never met.
 */
public final class SharedIdentifiers {

    /** Nothing carries an identifier. */
    public static final SharedIdentifiers NONE = new SharedIdentifiers(Map.of());

    private final Map<Key, Set<Key>> same = new HashMap<>();

    /** @param carried the normalised identifiers of each thing; equal text, equal identifier */
    public SharedIdentifiers(Map<Key, ? extends Collection<String>> carried) {
        var carriers = new HashMap<String, Set<Key>>();
        carried.forEach((thing, identifiers) -> identifiers.forEach(
                i -> carriers.computeIfAbsent(i, any -> new HashSet<>()).add(thing)));
        carried.forEach((thing, identifiers) -> {
            var groups = identifiers.stream()
                    .distinct()
                    .map(i -> carriers.getOrDefault(i, Set.of()))
                    .filter(group -> group.size() > 1)
                    .toList();
            if (!groups.isEmpty()) {
                same.put(thing, Collections.unmodifiableSet(groups.size() == 1 ? groups.getFirst() : union(groups)));
            }
        });
    }

    private static Set<Key> union(List<Set<Key>> groups) {
        var all = new HashSet<Key>();
        groups.forEach(all::addAll);
        return all;
    }

    /** The thing itself and all that carry one of its identifiers. */
    public Set<Key> sameThing(Key thing) {
        var others = same.get(thing);
        return others == null ? Set.of(thing) : others;
    }

    /** Whether both are one thing. */
    public boolean areOne(Key one, Key other) {
        return one.equals(other) || same.getOrDefault(one, Set.of()).contains(other);
    }

    /** The row by which a thing is named and counted where it must be named by one: the least of those that are it. */
    public Key first(Key thing) {
        var others = same.get(thing);
        return others == null ? thing : others.stream().min(Key::compareTo).orElse(thing);
    }
}
