package org.jejak.safeguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.neo4j.driver.Record;

/**
 * What was current at an earlier instant, from all versions recorded by then: of each row the version of the latest
 * delivery, without rows that a later withdrawal of that time had taken back.
 */
final class History {

    private record Version(Record record, long delivered, long sequence, String commitment) {}

    private static final Comparator<Version> LATER = Comparator.comparingLong(Version::delivered)
            .thenComparingLong(Version::sequence)
            .thenComparing(Version::commitment);

    private final RowReader rows;
    private final Map<String, Version> latest = new HashMap<>();

    History(RowReader rows) {
        this.rows = rows;
    }

    void add(Record record) {
        var row = record.get("row");
        var version = new Version(
                record,
                record.get("delivered").asLong(),
                record.get("sequence").asLong(),
                row.get("_commitment").toString());
        latest.merge(row.get("_key").asString(), version, (a, b) -> LATER.compare(a, b) >= 0 ? a : b);
    }

    Stream<VisibleRecord> current(Viewer viewer, Set<Key> masked, Reading reading) {
        var withdrawn = withdrawn();
        var found = new ArrayList<VisibleRecord>();
        latest.forEach((key, version) -> {
            if (!withdrawn.contains(key)) {
                rows.read(
                                viewer,
                                version.record(),
                                masked,
                                reading,
                                Instant.ofEpochMilli(version.delivered()),
                                Instant.ofEpochMilli(
                                        version.record().get("recorded").asLong()))
                        .ifPresent(found::add);
            }
        });
        return withoutWhatRestsOn(found, withdrawn).stream();
    }

    private Set<String> withdrawn() {
        var withdrawn = new HashSet<String>();
        for (Version version : latest.values()) {
            var row = version.record().get("row");
            if (row.get("_file").asString().equals(RecordFile.WITHDRAWALS.fileName())) {
                var target = latest.get(row.get("row").asString());
                if (target == null
                        || target.delivered() < version.delivered()
                        || target.delivered() == version.delivered() && target.sequence() <= version.sequence()) {
                    withdrawn.add(row.get("row").asString());
                }
            }
        }
        return withdrawn;
    }

    private static List<VisibleRecord> withoutWhatRestsOn(List<VisibleRecord> found, Set<String> withdrawn) {
        if (withdrawn.isEmpty()) {
            return found;
        }
        return found.stream()
                .filter(r -> r.statements().isEmpty()
                        || r.statements().stream()
                                .anyMatch(s -> !withdrawn.contains(s.source().value())))
                .filter(r -> r.cells().values().stream().noneMatch(withdrawn::contains))
                .toList();
    }
}
