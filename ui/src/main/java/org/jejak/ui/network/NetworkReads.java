package org.jejak.ui.network;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.Search;
import org.jejak.safeguard.Surroundings;
import org.jejak.savedview.SavedView;
import org.jejak.savedview.SavedViews;
import org.springframework.stereotype.Component;

/** Everything the network view asks, on behalf of whoever is signed in. */
@Component
class NetworkReads {

    /** Most neighbours that one expansion draws; how many there are is always said. */
    static final int PAGE = 200;

    private static final int MOST_HITS = 30;
    private static final int PATHS = 3;

    private final Viewers viewers;
    private final Cases cases;
    private final Search search;
    private final Surroundings surroundings;
    private final Names names;
    private final Dossiers dossiers;
    private final ReadingDoor door;
    private final Investigations investigations;
    private final SavedViews views;

    NetworkReads(
            Viewers viewers,
            Cases cases,
            Search search,
            Surroundings surroundings,
            Names names,
            Dossiers dossiers,
            ReadingDoor door,
            Investigations investigations,
            SavedViews views) {
        this.viewers = viewers;
        this.cases = cases;
        this.search = search;
        this.surroundings = surroundings;
        this.names = names;
        this.dossiers = dossiers;
        this.door = door;
        this.investigations = investigations;
        this.views = views;
    }

    Viewer viewer() {
        return viewers.current();
    }

    List<Case> cases() {
        return cases.visibleTo(viewer());
    }

    List<Search.Hit> find(String text) {
        return search.find(viewer(), text, Set.of(), MOST_HITS);
    }

    List<Surroundings.Count> around(Key thing) {
        return surroundings.count(viewer(), thing);
    }

    List<Key> neighbours(Key thing, Set<EntityKind> kinds, int skip) {
        return surroundings.neighbours(viewer(), thing, kinds, Set.of(), skip, PAGE).stream()
                .map(Surroundings.Neighbour::key)
                .toList();
    }

    List<Surroundings.Between> between(Collection<Key> things) {
        return surroundings.between(viewer(), things);
    }

    Map<Key, Names.Shown> names(Collection<Key> things) {
        return names.of(viewer(), things);
    }

    Optional<Dossiers.Dossier> dossier(Key thing) {
        return dossiers.of(viewer(), thing);
    }

    List<VisibleRecord> rowsNaming(Key thing, String file) {
        return RecordFile.named(file)
                .map(known -> door.naming(viewer(), thing, Reading.of(known).unseal()))
                .orElse(List.of());
    }

    /** Changes whenever what was read may be old. */
    String state() {
        return door.state();
    }

    Set<Key> officials() {
        var officials = new HashSet<Key>();
        door.stream(
                viewer(),
                Reading.of(RecordFile.OFFICIALS),
                row -> row.reference("person").ifPresent(officials::add));
        return officials;
    }

    /** The people of these cases and all that ties them; of every case of the viewer where none is named. */
    ActorNetwork people(Set<String> wanted) {
        var viewer = viewer();
        return investigations.network(viewer, question(viewer, wanted));
    }

    PathsAnswer paths(Key from, Key to) {
        var viewer = viewer();
        return investigations.paths(viewer, question(viewer, Set.of()), from, to, PATHS, RunControl.PLAIN);
    }

    List<SavedView> views() {
        return views.visibleTo(viewer());
    }

    SavedView view(String id) {
        return views.open(viewer(), id);
    }

    SavedView keep(String caseRef, SavedView.Content content) {
        return views.keep(viewer(), caseRef, content);
    }

    void throwAway(SavedView view) {
        views.remove(viewer(), view.id());
    }

    private static NetworkQuestion question(Viewer viewer, Set<String> wanted) {
        return NetworkQuestion.of(wanted.isEmpty() ? viewer.cases() : wanted);
    }
}
