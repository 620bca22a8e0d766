package org.jejak.pack;

import java.util.HashSet;
import java.util.Set;
import org.jejak.analysis.StopSignal;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Protection;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;

/** What may not leave under its own key: protected persons, what identifies one, and where one lives. */
final class Guarded {

    private Guarded() {}

    /** @param waiting whom only rows that still wait say to be protected */
    static Set<Key> of(ReadingDoor door, Protection protection, Viewer viewer, Set<Key> waiting, StopSignal stop) {
        var guarded = protection.guarded(viewer);
        var persons = new HashSet<>(guarded.persons());
        persons.addAll(waiting);
        persons.addAll(protection.waiting());
        var all = new HashSet<>(persons);
        all.addAll(guarded.things());
        door.stream(viewer, Reading.of(RecordFile.LINKS), link -> {
            stop.check();
            boolean home = link.cell("relation").equals("lives_at");
            if (home && link.reference("subject").filter(persons::contains).isPresent()) {
                link.reference("object").ifPresent(all::add);
            }
        });
        return all;
    }
}
