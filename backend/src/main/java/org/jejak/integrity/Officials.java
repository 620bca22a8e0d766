package org.jejak.integrity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.Role;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Conflicts;
import org.jejak.safeguard.Names;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;
import org.springframework.stereotype.Service;

/**
 * Asks an integrity run of what one viewer may see. Only the integrity unit and the operator may; anybody else is told
 * what is said of a case that is not there, so that nobody learns whether a lead exists. An official who asks learns nothing
 * about themselves ({@link Recusal}).
 */
@Service
public class Officials {

    /** Files with a cell the run needs that may be sealed: names, units, who a source comes from, meetings. */
    private static final Set<RecordFile> WITH_SEALED_CELLS = EnumSet.of(
            RecordFile.SOURCES,
            RecordFile.PERSONS,
            RecordFile.ORGANIZATIONS,
            RecordFile.PLACES,
            RecordFile.OFFICIALS,
            RecordFile.POSTINGS,
            RecordFile.CONTACTS);

    private static final Set<EntityKind> NAMED =
            EnumSet.of(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE);

    /** Parameter that names the sources that were left out. */
    private static final String WITHOUT = "withoutSource";

    private final ReadingDoor door;
    private final Names names;
    private final Conflicts conflicts;

    Officials(ReadingDoor door, Names names, Conflicts conflicts) {
        this.door = door;
        this.names = names;
        this.conflicts = conflicts;
    }

    /** Whether this viewer may ask at all. */
    private static boolean mayAsk(Viewer viewer) {
        return viewer.isOperator() || viewer.has(Role.INTEGRITY);
    }

    /**
     * @param cases of these cases, at least one
     * @throws NotAllowed if one is not there or not theirs, or they may not ask
     */
    public OfficialsReport run(Viewer viewer, Set<String> cases, IntegrityRun run) {
        return run(viewer, cases, run, RunControl.PLAIN);
    }

    /** The same, to be followed and given up. */
    public OfficialsReport run(Viewer viewer, Set<String> cases, IntegrityRun run, RunControl control) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("officials of which case?");
        }
        var named = new TreeSet<String>();
        for (String caseRef : new TreeSet<>(cases)) {
            if (!mayAsk(viewer)) {
                throw NotAllowed.noCase(caseRef);
            }
            named.add(viewer.caseNamed(caseRef));
        }
        var read = read(viewer, named, control.part(0, 0.5));
        var report = new Recusal(conflicts.of(viewer)).on(read, run, control.part(0.5, 1));
        return viewer.without().isEmpty() ? report : report.with(WITHOUT, sorted(viewer.without()));
    }

    private static List<String> sorted(Set<Key> keys) {
        return keys.stream().map(Key::value).sorted().toList();
    }

    private OfficialsCase read(Viewer viewer, Set<String> cases, RunControl control) {
        int of = CaseRows.ORDER.stream().mapToInt(List::size).sum();
        int done = 0;
        var within = viewer.within(cases);
        var rows = new CaseRows(new SharedIdentifiers(door.identifiers(viewer)));
        for (List<RecordFile> group : CaseRows.ORDER) {
            for (RecordFile file : group) {
                control.stop().check();
                control.progress().advanced("rows", (double) done++ / of);
                var reading = Reading.of(file);
                door.stream(within, WITH_SEALED_CELLS.contains(file) ? reading.unseal() : reading, row -> {
                    rows.add(row);
                    name(within, file, row, rows);
                });
            }
        }
        return rows.built(names.protectedPersons(within), names.onlyByTestimony(within));
    }

    private void name(Viewer viewer, RecordFile file, VisibleRecord row, CaseRows rows) {
        if (file.describes().filter(NAMED::contains).isPresent()) {
            names.of(viewer, row).ifPresent(shown -> rows.name(row.key(), shown.name()));
        }
    }
}
