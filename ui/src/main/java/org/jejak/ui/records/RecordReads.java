package org.jejak.ui.records;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.access.Viewers;
import org.jejak.ingest.LoadContents;
import org.jejak.ingest.LoadSummary;
import org.jejak.ingest.Loads;
import org.jejak.network.ColumnType;
import org.jejak.network.Grade;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.jejak.safeguard.SourceFiles;
import org.jejak.ui.rows.RowsBehind;
import org.springframework.stereotype.Component;

/** What these views read, each time on behalf of who is signed in. */
@Component
class RecordReads {

    private final Viewers viewers;
    private final Loads loads;
    private final LoadContents contents;
    private final SourceFiles sourceFiles;
    private final RowsBehind rowsBehind;
    private final ReadingDoor door;
    private final Names names;

    /**
     * A source and what rests on it.
     *
     * @param rows rows by file, those of the source itself aside
     */
    record SourceLine(VisibleRecord source, String title, SortedMap<String, Long> rows) {

        Key key() {
            return source.key();
        }

        long count() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Its own reliability and credibility as delivered, {@code F6} where it says nothing. */
        String grade() {
            return Grade.ofSource(source.cell("reliability"), source.cell("credibility"));
        }
    }

    RecordReads(
            Viewers viewers,
            Loads loads,
            LoadContents contents,
            SourceFiles sourceFiles,
            ReadingDoor door,
            Names names,
            RowsBehind rowsBehind) {
        this.rowsBehind = rowsBehind;
        this.sourceFiles = sourceFiles;
        this.viewers = viewers;
        this.loads = loads;
        this.contents = contents;
        this.door = door;
        this.names = names;
    }

    Viewer viewer() {
        return viewers.current();
    }

    boolean mayLoad() {
        return viewer().has(Role.INVESTIGATOR);
    }

    /** References of the cases that may be read, sorted. */
    List<String> cases() {
        return viewer().cases().stream().sorted().toList();
    }

    /** Latest first. */
    List<LoadSummary> loads() {
        return loads.all(viewer()).reversed();
    }

    Optional<LoadSummary> load(String id) {
        return loads.all(viewer()).stream().filter(l -> l.load().equals(id)).findFirst();
    }

    LoadContents.Undoing undoing(String load) {
        return contents.undoing(viewer(), load);
    }

    List<LoadContents.HeldRow> held(Optional<String> load, int most) {
        return contents.held(viewer(), load, 0, most);
    }

    long countHeld(Optional<String> load) {
        return contents.countHeld(viewer(), load);
    }

    /** By title. To be called in a thread of its own: it counts over all that the viewer may see. */
    List<SourceLine> sources(Viewer viewer) {
        var counts = door.countBySource(viewer);
        return door.records(viewer, Reading.of(RecordFile.SOURCES).unseal()).stream()
                .map(source -> line(source, counts.getOrDefault(source.key(), new TreeMap<>())))
                .sorted(Comparator.comparing(SourceLine::title).thenComparing(SourceLine::key))
                .toList();
    }

    private static SourceLine line(VisibleRecord source, SortedMap<String, Long> counts) {
        String title = source.cell("title").isEmpty() ? source.key().local() : source.cell("title");
        var rows = new TreeMap<>(counts);
        rows.remove(RecordFile.SOURCES.fileName());
        return new SourceLine(source, title, rows);
    }

    /** A page of what rests on a source. */
    List<VisibleRecord> restingOn(Key source, int skip, int limit) {
        return door.statedBy(viewer(), source, skip, limit);
    }

    /** How many rows there are, by file. To be called in a thread of its own. */
    SortedMap<String, Long> count(Viewer viewer) {
        return door.count(viewer);
    }

    /** A page of the rows of one file. */
    List<VisibleRecord> ofFile(String file, int skip, int limit) {
        return door.ofFile(viewer(), file, skip, limit);
    }

    /** Shows a row with all it says and who says so. */
    void open(VisibleRecord row) {
        rowsBehind.show(row.key().value(), List.of(row), Set.of());
    }

    /** The file a source was typed from, held against its digest. It is read through, which takes a while. */
    SourceFiles.SourceFile file(Viewer viewer, Key source) {
        return sourceFiles.check(viewer, source);
    }

    boolean writeFile(Viewer viewer, Key source, OutputStream out) throws IOException {
        return sourceFiles.write(viewer, source, out);
    }

    /** How everything that these rows name is shown. */
    Map<Key, Names.Shown> named(Collection<VisibleRecord> rows) {
        var keys = new HashSet<Key>();
        for (VisibleRecord row : rows) {
            row.recordFile().ifPresent(file -> {
                file.describes().ifPresent(kind -> keys.add(row.key()));
                file.columns().stream()
                        .filter(c -> c.type() instanceof ColumnType.Reference)
                        .forEach(c -> keys.addAll(row.references(c.name())));
            });
        }
        return names.of(viewer(), keys);
    }
}
