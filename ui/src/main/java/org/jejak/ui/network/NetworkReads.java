package org.jejak.ui.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Tie;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.ValidTime;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.NetworkQuestion;
import org.jejak.projection.TiesAmong;
import org.jejak.safeguard.AsKnown;
import org.jejak.safeguard.Dossiers;
import org.jejak.safeguard.Earlier;
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

    /** Most people that are drawn at once; beyond them the drawing is a blot, and the browser stands still. */
    static final int MOST_DRAWN = SavedView.MOST_THINGS;

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
    private final Earlier earlier;
    private final TiesAmong tiesAmong;

    NetworkReads(
            Viewers viewers,
            Cases cases,
            Search search,
            Surroundings surroundings,
            Names names,
            Dossiers dossiers,
            ReadingDoor door,
            Investigations investigations,
            SavedViews views,
            Earlier earlier,
            TiesAmong tiesAmong) {
        this.viewers = viewers;
        this.cases = cases;
        this.search = search;
        this.surroundings = surroundings;
        this.names = names;
        this.dossiers = dossiers;
        this.door = door;
        this.investigations = investigations;
        this.views = views;
        this.earlier = earlier;
        this.tiesAmong = tiesAmong;
    }

    Viewer viewer() {
        return viewers.current();
    }

    List<Case> cases() {
        return cases.visibleTo(viewer());
    }

    List<Search.Hit> find(Viewer viewer, String text) {
        return search.find(viewer, text, Set.of(), MOST_HITS);
    }

    SortedMap<EntityKind, Long> around(Viewer viewer, Key thing) {
        return surroundings.countByKind(viewer, thing);
    }

    List<Key> neighbours(Viewer viewer, Key thing, Set<EntityKind> kinds, int skip) {
        return surroundings.neighbours(viewer, thing, kinds, Set.of(), skip, PAGE).stream()
                .map(Surroundings.Neighbour::key)
                .toList();
    }

    List<Surroundings.Between> between(Viewer viewer, Collection<Key> things) {
        return surroundings.between(viewer, things);
    }

    Map<Key, ValidTime> times(Viewer viewer, Collection<Key> rows) {
        return surroundings.times(viewer, rows);
    }

    Map<Key, Names.Shown> names(Viewer viewer, Collection<Key> things) {
        return names.of(viewer, things);
    }

    Optional<Dossiers.Dossier> dossier(Viewer viewer, Key thing) {
        return dossiers.of(viewer, thing);
    }

    List<VisibleRecord> rowsNaming(Viewer viewer, Key thing, String file) {
        return RecordFile.named(file)
                .map(known -> door.naming(viewer, thing, Reading.of(known).unseal()))
                .orElse(List.of());
    }

    List<VisibleRecord> rows(Viewer viewer, Collection<Key> keys) {
        return door.byKey(viewer, keys);
    }

    /** Changes whenever what was read may be old. */
    String state() {
        return door.state();
    }

    /** What {@code before} has if it still holds, else read anew. */
    Standpoint standpoint(Viewer anybody, Sheet sheet, Standpoint before) {
        String state = state();
        if (before.state().equals(state) && before.isThatOf(sheet)) {
            return before;
        }
        var viewer = sheet.seenBy(anybody);
        var then = sheet.knownBy().map(instant -> earlier.at(viewer, instant));
        return new Standpoint(
                this,
                state,
                sheet.known(),
                sheet.leftOut(),
                then,
                then.map(AsKnown::officials).orElseGet(() -> officials(viewer)),
                then.map(past -> investigations.network(viewer, question(viewer, Set.of(), sheet))));
    }

    /** What ties these people today. */
    List<Tie> ties(Viewer viewer, Sheet sheet, Set<Key> people) {
        return tiesAmong.of(viewer, question(viewer, Set.of(), sheet), people);
    }

    private Set<Key> officials(Viewer viewer) {
        var officials = new HashSet<Key>();
        door.stream(
                viewer,
                Reading.of(RecordFile.OFFICIALS),
                row -> row.reference("person").ifPresent(officials::add));
        return officials;
    }

    /** The people of a case, by key. */
    List<Key> people(Viewer viewer, String caseRef, Sheet sheet) {
        var reading = Reading.everything().knownBy(sheet.knownBy());
        return door.persons(sheet.seenBy(viewer), Set.of(caseRef), reading).stream()
                .sorted()
                .toList();
    }

    PathsAnswer paths(Viewer viewer, Key from, Key to, Sheet sheet, RunControl control) {
        return investigations.paths(viewer, question(viewer, Set.of(), sheet), from, to, PATHS, control);
    }

    /** All sources that can be left out, by title. */
    List<Names.Shown> sources(Viewer viewer) {
        var keys = door.records(viewer, Reading.of(RecordFile.SOURCES)).stream()
                .map(VisibleRecord::key)
                .toList();
        return names.of(viewer, keys).values().stream()
                .sorted(Comparator.comparing(Names.Shown::name).thenComparing(Names.Shown::key))
                .toList();
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

    /** Of every case of the viewer where none is named. */
    private static NetworkQuestion question(Viewer viewer, Set<String> wanted, Sheet sheet) {
        var question =
                NetworkQuestion.of(wanted.isEmpty() ? viewer.cases() : wanted).withoutSources(sheet.leftOut());
        return sheet.knownBy().map(question::knownBy).orElse(question);
    }
}
