package org.jejak.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Relations;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;

/**
 * Finds out what the few things are of which it matters: a company that somebody owns pays for itself, and a vehicle that
 * somebody searched is not whoever owns it. A row names a thing and does not say what it is.
 */
final class KindsOfThings {

    private static final RecordFile[] FILES = {RecordFile.ORGANIZATIONS, RecordFile.VEHICLES};

    private KindsOfThings() {}

    /** What these rows name so that it matters, as far as it is a company or a vehicle that the viewer may see. */
    static Map<Key, EntityKind> of(RowsByFile rows, ReadingDoor door, Viewer viewer, NetworkQuestion question) {
        var asked = asked(rows);
        var kinds = new HashMap<Key, EntityKind>();
        if (asked.isEmpty()) {
            return kinds;
        }
        // Whatever sources are left out: without them it is nameless, and still what it is.
        var everything = viewer.withoutSources(Set.of());
        var reading = Reading.of(FILES).knownBy(question.known());
        if (question.known().isPresent()) {
            door.stream(everything, reading, row -> note(row, asked, kinds));
        } else {
            door.naming(everything, asked, reading).forEach(row -> note(row, asked, kinds));
        }
        return kinds;
    }

    private static void note(VisibleRecord row, Set<Key> asked, Map<Key, EntityKind> kinds) {
        if (asked.contains(row.key())) {
            row.recordFile().flatMap(RecordFile::describes).ifPresent(kind -> kinds.put(row.key(), kind));
        }
    }

    /** What somebody holds, and is the end of a payment or the subject of a duty. */
    private static Set<Key> asked(RowsByFile rows) {
        var ends = new HashSet<Key>();
        rows.of(RecordFile.PAYMENTS).forEach(payment -> {
            payment.reference("payer").ifPresent(ends::add);
            payment.reference("payee").ifPresent(ends::add);
        });
        rows.of(RecordFile.DUTIES).forEach(duty -> ends.addAll(duty.references("subjects")));
        var held = new HashSet<Key>();
        if (!ends.isEmpty()) {
            rows.of(RecordFile.LINKS).stream()
                    .filter(link -> Relations.HOLDING.contains(link.cell("relation")))
                    .forEach(link ->
                            link.reference("object").filter(ends::contains).ifPresent(held::add));
        }
        return held;
    }
}
