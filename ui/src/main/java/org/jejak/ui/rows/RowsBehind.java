package org.jejak.ui.rows;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jejak.access.Viewers;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Component;

/** Opens the records behind a number or a line, as far as whoever is signed in may see them. */
@Component
public class RowsBehind {

    private final Viewers viewers;
    private final ReadingDoor door;
    private final Names names;

    RowsBehind(Viewers viewers, ReadingDoor door, Names names) {
        this.viewers = viewers;
        this.door = door;
        this.names = names;
    }

    public void open(String title, Collection<Key> rows) {
        show(title, door.byKey(viewers.current(), rows));
    }

    /** The same for rows that were read already. */
    public void show(String title, List<VisibleRecord> rows) {
        var shown = rows.subList(0, Math.min(RowsDialog.MOST, rows.size()));
        var named = new HashSet<Key>();
        for (VisibleRecord row : shown) {
            row.statements().forEach(said -> named.add(said.source()));
            row.cells().values().forEach(cell -> named.addAll(RowsDialog.keys(cell)));
        }
        new RowsDialog(title, shown, rows.size(), names.of(viewers.current(), named)).open();
    }
}
