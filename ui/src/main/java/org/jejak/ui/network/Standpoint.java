package org.jejak.ui.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.AsKnown;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * From when the store is looked at: today, or as it was known by the end of an earlier day. What is read once for each
 * state of the store comes along.
 *
 * @param state of the store; empty before anything was read
 * @param known the earlier day
 * @param then what was known by then; empty for today
 * @param people of all cases and what ties them; null before anything was read
 */
record Standpoint(
        NetworkReads reads,
        String state,
        Optional<String> known,
        Optional<AsKnown> then,
        Set<Key> officials,
        @Nullable ActorNetwork people) {

    /** Today, with nothing read yet. */
    static Standpoint begin(NetworkReads reads) {
        return new Standpoint(reads, "", Optional.empty(), Optional.empty(), Set.of(), null);
    }

    Map<Key, Names.Shown> names(Viewer viewer, Collection<Key> things) {
        return then.map(past -> past.names(things)).orElseGet(() -> reads.names(viewer, things));
    }

    List<Surroundings.Between> between(Viewer viewer, Collection<Key> things) {
        return then.map(past -> past.between(things)).orElseGet(() -> reads.between(viewer, things));
    }

    SortedMap<EntityKind, Long> around(Key thing) {
        return then.map(past -> past.countByKind(thing)).orElseGet(() -> reads.around(thing));
    }

    List<Key> neighbours(Key thing, Set<EntityKind> kinds, int skip) {
        return then.map(past -> past.neighbours(thing, kinds, skip, NetworkReads.PAGE))
                .orElseGet(() -> reads.neighbours(thing, kinds, skip));
    }

    Optional<Dossiers.Dossier> dossier(Key thing) {
        return then.map(past -> past.dossier(thing)).orElseGet(() -> reads.dossier(thing));
    }

    List<VisibleRecord> rowsNaming(Key thing, String file) {
        return then.map(past -> past.naming(thing, file)).orElseGet(() -> reads.rowsNaming(thing, file));
    }

    List<VisibleRecord> rows(Collection<Key> keys) {
        return then.map(past -> past.byKey(keys)).orElseGet(() -> reads.rows(keys));
    }
}
