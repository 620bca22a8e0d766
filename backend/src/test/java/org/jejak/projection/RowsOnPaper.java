package org.jejak.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;

/** Rows written down in a test: {@code row(LINKS, "l1", "subject=N:ana, relation=uses, object=N:f1")}. */
final class RowsOnPaper {

    private RowsOnPaper() {}

    static VisibleRecord row(RecordFile file, String id, String cells) {
        var byColumn = new HashMap<String, String>();
        for (String cell : cells.split(",\\s*")) {
            byColumn.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return new VisibleRecord(
                file.key("N", id),
                file.fileName(),
                Map.copyOf(byColumn),
                List.of(new VisibleRecord.Statement(new Key("N:sources/s1"), new Grade('B', 2), Handling.GREEN)),
                Set.of("C"),
                ZoneOffset.UTC,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
