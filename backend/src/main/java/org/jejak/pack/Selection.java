package org.jejak.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.analysis.StopSignal;
import org.jejak.network.DutyExplains;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.Things;
import org.jejak.safeguard.Reading;
import org.jejak.safeguard.ReadingDoor;

/**
 * What belongs to a choice of ids: the entities chosen, and those that a chosen row names; every row that describes one
 * of them or says something of it alone; every row that names two of them. One pass over the case's rows, with names and
 * numbers left sealed.
 */
final class Selection {

    private final Set<Key> entities = new TreeSet<>();
    private final Set<Key> rows = new TreeSet<>();
    private final Set<Key> sources = new TreeSet<>();
    private final Set<Key> ofGuarded = new HashSet<>();
    private final Set<Key> dutiesTowardsGuarded = new HashSet<>();
    private final List<PackContent.LeftOut> leftOut = new ArrayList<>();

    private Selection() {}

    /**
     * @param viewer already narrowed to the case
     * @param guarded persons, and things that identify them, who are protected
     * @throws NotAllowed if one of {@code ids} is not there for this viewer
     */
    static Selection of(ReadingDoor door, Viewer viewer, Collection<Key> ids, Set<Key> guarded, StopSignal stop) {
        var selection = new Selection();
        selection.choose(door.byKey(viewer, ids), ids);
        var links = new ArrayList<VisibleRecord>();
        var duties = new ArrayList<VisibleRecord>();
        var contacts = new ArrayList<VisibleRecord>();
        var kinds = new HashMap<Key, EntityKind>();
        door.stream(viewer, Reading.everything(), record -> {
            stop.check();
            if (Ends.touches(record, guarded)) {
                record.statements().forEach(s -> selection.ofGuarded.add(s.source()));
                if (record.file().equals("duties")) {
                    selection.dutiesTowardsGuarded.add(record.key());
                }
            }
            boolean taken = selection.takes(record);
            if (taken) {
                selection.rows.add(record.key());
                record.statements().forEach(s -> selection.sources.add(s.source()));
            }
            switch (record.file()) {
                case "links" -> links.add(record);
                case "duties" -> duties.add(record);
                case "organizations" -> kinds.put(record.key(), EntityKind.ORGANIZATION);
                case "vehicles" -> kinds.put(record.key(), EntityKind.VEHICLE);
                case "contacts" -> {
                    if (taken) {
                        contacts.add(record);
                    }
                }
                default -> {}
            }
        });
        var persons = door.persons(viewer, viewer.cases(), Reading.everything());
        var things = new Things(new SharedIdentifiers(door.identifiers(viewer)), kinds);
        selection.explain(things.explaining(duties, things.held(links, persons::contains)), contacts);
        return selection;
    }

    private void choose(List<VisibleRecord> found, Collection<Key> ids) {
        var missing = new TreeSet<>(ids);
        for (VisibleRecord record : found) {
            missing.remove(record.key());
            boolean entity = record.recordFile()
                    .flatMap(RecordFile::describes)
                    .filter(EntityKind::isEntity)
                    .isPresent();
            if (entity) {
                entities.add(record.key());
            } else {
                rows.add(record.key());
                entities.addAll(Ends.of(record).keySet());
                record.statements().forEach(s -> sources.add(s.source()));
            }
        }
        if (!missing.isEmpty()) {
            throw new NotAllowed("there is no " + missing.first() + " in this case that you may see");
        }
    }

    private boolean takes(VisibleRecord record) {
        var ends = Ends.of(record);
        if (ends.isEmpty()) {
            return false;
        }
        boolean first = entities.contains(ends.keySet().iterator().next());
        boolean describes = ends.containsKey(record.key());
        return first && (describes || saysSomethingOfOne(record)) || Ends.among(record, entities) >= 2;
    }

    private static boolean saysSomethingOfOne(VisibleRecord record) {
        return record.recordFile().flatMap(file -> file.traits().says()).isPresent();
    }

    private void explain(DutyExplains duties, List<VisibleRecord> contacts) {
        for (VisibleRecord contact : contacts) {
            Things.explaining(contact, duties)
                    .filter(duty -> !rows.contains(duty))
                    .ifPresent(duty -> leftOut.add(new PackContent.LeftOut(
                            duty, "a duty of the official explains the contact", List.of(contact.key()))));
        }
    }

    /** Chosen, by themselves or by a row that names them. */
    Set<Key> entities() {
        return entities;
    }

    /** What is said of them, without the sources. */
    Set<Key> rows() {
        return rows;
    }

    Set<Key> sources() {
        return sources;
    }

    /** Sources, chosen or not, that say anything of somebody protected. */
    Set<Key> sourcesOfGuarded() {
        return ofGuarded;
    }

    /** Duties, inside or outside, that name somebody protected. */
    Set<Key> dutiesTowardsGuarded() {
        return dutiesTowardsGuarded;
    }

    /** Records outside that explain what is inside. */
    List<PackContent.LeftOut> leftOut() {
        return leftOut;
    }
}
