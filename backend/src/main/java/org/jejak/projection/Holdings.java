package org.jejak.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.network.VisibleRecord;

/**
 * Who used, held or owned which phone, handle or account, and when. Things that carry one normalised identifier are one
 * thing: who holds one holds all.
 */
public final class Holdings {

    private static final Set<String> RELATIONS = Set.of("uses", "holds", "owns");

    private final Map<Key, List<VisibleRecord>> byThing = new HashMap<>();
    private final Map<Key, List<String>> identifiers;
    private final Map<String, Set<Key>> carriers = new HashMap<>();

    /**
     * From visible {@code links} rows.
     *
     * @param isPerson who counts as a holder
     * @param identifiers normalised identifiers of each thing, as the reading door returns them
     */
    public Holdings(Collection<VisibleRecord> links, Predicate<Key> isPerson, Map<Key, List<String>> identifiers) {
        this.identifiers = identifiers;
        identifiers.forEach((thing, hashes) -> hashes.forEach(
                h -> carriers.computeIfAbsent(h, any -> new HashSet<>()).add(thing)));
        for (VisibleRecord link : links) {
            if (RELATIONS.contains(link.cell("relation"))
                    && link.reference("subject").filter(isPerson).isPresent()) {
                link.reference("object")
                        .ifPresent(thing -> byThing.computeIfAbsent(thing, any -> new ArrayList<>())
                                .add(link));
            }
        }
    }

    /** The thing itself and all that carry one of its identifiers. */
    public Set<Key> sameThing(Key thing) {
        var same = new HashSet<Key>();
        same.add(thing);
        for (String hash : identifiers.getOrDefault(thing, List.of())) {
            same.addAll(carriers.getOrDefault(hash, Set.of()));
        }
        return same;
    }

    /** Who may have held {@code thing} at {@code when}; at any time where that is not known. */
    public Set<Key> holders(Key thing, Optional<PartialTime> when) {
        var holders = new HashSet<Key>();
        for (Key same : sameThing(thing)) {
            for (VisibleRecord link : byThing.getOrDefault(same, List.of())) {
                if (when.map(link::mayHoldDuring).orElse(true)) {
                    link.reference("subject").ifPresent(holders::add);
                }
            }
        }
        return holders;
    }

    /** Everything anybody held, with the links that say so. */
    Map<Key, List<VisibleRecord>> all() {
        return byThing;
    }
}
