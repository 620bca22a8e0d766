package org.jejak.ui.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jejak.access.SignIn;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.pack.ExportRequest;
import org.jejak.pack.Exported;
import org.jejak.pack.Exports;
import org.jejak.pack.SigningKeys;
import org.jejak.pack.verify.PackVerifier;
import org.jejak.pack.verify.Verdict;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.store.Home;
import org.springframework.stereotype.Component;

/** What these views read and do, each time on behalf of who is signed in. */
@Component
class EvidenceReads {

    private final Viewers viewers;
    private final ReadingDoor door;
    private final Names names;
    private final Exports exports;
    private final SignIn signIn;
    private final Home home;

    /**
     * Something in the basket.
     *
     * @param name its own name or a pseudonym; for a row its key
     * @param kind of the thing; empty for a row
     * @param file of the row
     * @param cases of the reader in which it stands
     * @param restsOn titles of its sources, each with its grade
     */
    record Item(
            Key key,
            String name,
            Optional<EntityKind> kind,
            boolean guarded,
            String file,
            Set<String> cases,
            List<String> restsOn) {}

    EvidenceReads(Viewers viewers, ReadingDoor door, Names names, Exports exports, SignIn signIn, Home home) {
        this.viewers = viewers;
        this.door = door;
        this.names = names;
        this.exports = exports;
        this.signIn = signIn;
        this.home = home;
    }

    Viewer viewer() {
        return viewers.current();
    }

    List<String> cases() {
        return viewer().cases().stream().sorted().toList();
    }

    boolean mayExport() {
        return viewer().has(Role.PROSECUTOR) || viewer().has(Role.INVESTIGATOR);
    }

    boolean mayExportIdentified() {
        return viewer().has(Role.PROSECUTOR);
    }

    /** What of {@code keys} is there for the reader, in their order. */
    List<Item> items(Collection<Key> keys) {
        var viewer = viewer();
        var rows = new HashMap<Key, VisibleRecord>();
        door.byKey(viewer, keys).forEach(row -> rows.put(row.key(), row));
        var asked = new HashSet<Key>(rows.keySet());
        rows.values().forEach(row -> row.statements().forEach(said -> asked.add(said.source())));
        var shown = names.of(viewer, asked);
        var items = new ArrayList<Item>();
        for (Key key : keys) {
            var row = rows.get(key);
            if (row != null) {
                items.add(item(row, shown));
            }
        }
        return items;
    }

    private static Item item(VisibleRecord row, Map<Key, Names.Shown> shown) {
        var restsOn = new TreeMap<String, String>();
        row.statements()
                .forEach(said -> restsOn.put(
                        Optional.ofNullable(shown.get(said.source()))
                                .map(Names.Shown::name)
                                .orElse(said.source().value()),
                        said.grade().toString()));
        var thing = Optional.ofNullable(shown.get(row.key()));
        return new Item(
                row.key(),
                thing.map(Names.Shown::name).orElse(row.key().value()),
                thing.map(Names.Shown::kind),
                thing.map(Names.Shown::guarded).orElse(false),
                row.file(),
                row.cases(),
                restsOn.entrySet().stream()
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .collect(Collectors.toList()));
    }

    /** Makes a pack, unless the reader gives up; to be called in a thread of its own. */
    Exported export(Viewer viewer, ExportRequest request, RunControl control) {
        return exports.export(viewer, request, control);
    }

    /**
     * Asks again who sits there, before victims leave under their names.
     *
     * @throws org.springframework.security.core.AuthenticationException if the password is wrong
     */
    void confirm(Viewer viewer, String password) {
        signIn.verify(viewer.user(), password, null);
    }

    /** Verifies a pack against the keys that are known here. */
    Verdict verify(Path pack) throws IOException {
        return PackVerifier.verify(pack, SigningKeys.known(home.keys()).keySet());
    }
}
