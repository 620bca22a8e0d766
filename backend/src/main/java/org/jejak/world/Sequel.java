package org.jejak.world;

import java.util.List;
import org.jejak.network.RecordFile;

/** What follows on the raid and the trials: the people whom nobody had counted, the care they get, the promises made. */
final class Sequel {

    private final Ages ages;
    private final LateRecords late;
    private final Labour labour;
    private final Crossings crossings;
    private final Support support;
    private final Council council;
    private final Justice justice;

    Sequel(WorldParameters parameters, Cast cast, Ages ages, List<Unit> units, RecordWriter rows) {
        this.ages = ages;
        late = new LateRecords(parameters, cast, ages, rows);
        labour = new Labour(parameters, cast, rows);
        crossings = new Crossings(parameters, cast, ages, rows);
        support = new Support(parameters, cast, ages, rows);
        council = new Council(parameters, units, rows);
        justice = new Justice(parameters, cast, units, rows);
    }

    void write() {
        late.write();
        labour.write();
        crossings.write();
        support.write();
        council.write();
        justice.write();
    }

    Truth.People people() {
        return new Truth.People(
                World.keys(ages.children()),
                late.twice().stream()
                        .map(t -> new Truth.Twice(World.key(t.person().id()), World.key(t.again())))
                        .toList(),
                late.missingPersons().stream().map(World::key).toList(),
                late.remainsFound().stream().map(World::key).toList(),
                World.keys(labour.indebted()),
                World.keys(crossings.crew()),
                World.keys(crossings.passengers()),
                World.keys(support.toBeRemoved()),
                World.keys(support.withdrew()));
    }

    Truth.Institutions institutions() {
        return new Truth.Institutions(
                keys(RecordFile.COMMITMENTS, council.disputed()),
                keys(RecordFile.MEETINGS, council.unpublished()),
                keys(RecordFile.ENQUIRIES, justice.unanswered()));
    }

    private static List<String> keys(RecordFile file, List<String> ids) {
        return ids.stream().map(id -> file.key(World.NAMESPACE, id).value()).toList();
    }
}
