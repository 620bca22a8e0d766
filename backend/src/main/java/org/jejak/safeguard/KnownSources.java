package org.jejak.safeguard;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.springframework.stereotype.Service;

/**
 * The sources that somebody can name in order to leave them out. A name that is mistyped must not pass: the answer would
 * look as if nothing depended on the source.
 */
@Service
public class KnownSources {

    private final ReadingDoor door;

    KnownSources(ReadingDoor door) {
        this.door = door;
    }

    /** The viewer who sees nothing of what these sources say; see {@link #named}. */
    public Viewer without(Viewer viewer, Collection<String> written) {
        return viewer.withoutSources(named(viewer, written, Optional.empty()));
    }

    /**
     * The keys of sources, each written as a key ({@code NS:sources/S-14}) or as in a cell that names a source
     * ({@code NS:S-14}).
     *
     * @param known when they must have been known, if not now
     * @throws NotAllowed if one of them is no source that the viewer may see
     * @throws IllegalArgumentException if one of them can be no name
     */
    public Set<Key> named(Viewer viewer, Collection<String> written, Optional<Instant> known) {
        var wanted = new TreeSet<Key>();
        written.forEach(text -> wanted.add(key(text)));
        if (wanted.isEmpty()) {
            return wanted;
        }
        var missing = new TreeSet<>(wanted);
        door.byKey(viewer, wanted).stream().map(VisibleRecord::key).forEach(missing::remove);
        if (!missing.isEmpty() && known.isPresent()) {
            var then = new HashSet<Key>();
            door.stream(viewer, Reading.of(RecordFile.SOURCES).knownBy(known), row -> then.add(row.key()));
            missing.removeAll(then);
        }
        if (!missing.isEmpty()) {
            throw new NotAllowed("there is no source " + missing.first() + " that you may see");
        }
        return wanted;
    }

    private static Key key(String text) {
        var key = new Key(text.strip());
        return key.isOf(RecordFile.SOURCES) ? key : RecordFile.SOURCES.key(key.namespace(), key.local());
    }
}
