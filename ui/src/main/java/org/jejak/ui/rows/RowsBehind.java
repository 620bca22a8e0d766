package org.jejak.ui.rows;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jejak.access.Viewers;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
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

    /** @param without sources that the number or line leaves out, and so its rows */
    public void open(String title, Collection<Key> rows, Set<Key> without) {
        var viewer = viewers.current().withoutSources(without);
        show(viewer, title, door.byKey(viewer, rows));
    }

    /** The same for rows that were read already. */
    public void show(String title, List<VisibleRecord> rows, Set<Key> without) {
        show(viewers.current().withoutSources(without), title, rows);
    }

    private void show(Viewer viewer, String title, List<VisibleRecord> rows) {
        var shown = rows.subList(0, Math.min(RowsDialog.MOST, rows.size()));
        var named = new HashSet<Key>();
        for (VisibleRecord row : shown) {
            row.statements().forEach(said -> named.add(said.source()));
            row.cells().values().forEach(cell -> named.addAll(References.keys(cell)));
        }
        new RowsDialog(title, shown, rows.size(), names.of(viewer, named)).open();
    }
}
