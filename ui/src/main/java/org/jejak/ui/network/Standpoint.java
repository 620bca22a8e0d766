package org.jejak.ui.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jejak.analysis.Tie;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.AsKnown;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Surroundings;

/**
 * From where the store is looked at: today, or as it was known by the end of an earlier day; and without which sources.
 * What is read once for each state of the store comes along.
 *
 * @param state of the store; empty before anything was read
 * @param known the earlier day
 * @param leftOut the sources
 * @param then what was known by then; empty for today
 * @param people of all cases and what tied them by then; empty for today, when only what lies around those drawn is read
 */
record Standpoint(
        NetworkReads reads,
        String state,
        Optional<String> known,
        Set<Key> leftOut,
        Optional<AsKnown> then,
        Set<Key> officials,
        Optional<ActorNetwork> people) {

    /** Today, with nothing read yet. */
    static Standpoint begin(NetworkReads reads) {
        return new Standpoint(reads, "", Optional.empty(), Set.of(), Optional.empty(), Set.of(), Optional.empty());
    }

    boolean isThatOf(Sheet sheet) {
        return known.equals(sheet.known()) && leftOut.equals(sheet.leftOut());
    }

    /** Who looks, in the page's own thread. */
    private Viewer viewer() {
        return seenBy(reads.viewer());
    }

    private Viewer seenBy(Viewer viewer) {
        return viewer.withoutSources(leftOut);
    }

    /** What the sources are called that are left out; one that the viewer may not see, or that is not there, has no name. */
    Map<Key, Names.Shown> namesOfLeftOut(Viewer viewer) {
        return leftOut.isEmpty() ? Map.of() : reads.names(viewer, leftOut);
    }

    /** Those with a viewer may take a while, and are asked in a thread of their own that does not know who is signed in. */
    Map<Key, Names.Shown> names(Viewer viewer, Collection<Key> things) {
        return then.map(past -> past.names(things)).orElseGet(() -> reads.names(seenBy(viewer), things));
    }

    List<Surroundings.Between> between(Viewer viewer, Collection<Key> things) {
        return then.map(past -> past.between(things)).orElseGet(() -> reads.between(seenBy(viewer), things));
    }

    /** What ties these people, through what they hold too. */
    List<Tie> ties(Viewer viewer, Sheet sheet, Set<Key> some) {
        return people.map(network -> network.snapshot().ties().stream()
                        .filter(tie -> some.contains(tie.a().key())
                                && some.contains(tie.b().key()))
                        .toList())
                .orElseGet(() -> reads.ties(viewer, sheet, some));
    }

    Map<Key, ValidTime> times(Viewer viewer, Collection<Key> rows) {
        return then.map(past -> past.times(rows)).orElseGet(() -> reads.times(seenBy(viewer), rows));
    }

    SortedMap<EntityKind, Long> around(Key thing) {
        return then.map(past -> past.countByKind(thing)).orElseGet(() -> reads.around(viewer(), thing));
    }

    List<Key> neighbours(Key thing, Set<EntityKind> kinds, int skip) {
        return then.map(past -> past.neighbours(thing, kinds, skip, NetworkReads.PAGE))
                .orElseGet(() -> reads.neighbours(viewer(), thing, kinds, skip));
    }

    Optional<Dossiers.Dossier> dossier(Key thing) {
        return then.map(past -> past.dossier(thing)).orElseGet(() -> reads.dossier(viewer(), thing));
    }

    List<VisibleRecord> rowsNaming(Key thing, String file) {
        return then.map(past -> past.naming(thing, file)).orElseGet(() -> reads.rowsNaming(viewer(), thing, file));
    }

    List<VisibleRecord> rows(Collection<Key> keys) {
        return then.map(past -> past.byKey(keys)).orElseGet(() -> reads.rows(viewer(), keys));
    }
}
