package org.jejak.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.VisibleRecord;

/** What one question has read, by file; a file that was not asked for has no rows. */
final class RowsByFile {

    private final Map<RecordFile, List<VisibleRecord>> rows = new EnumMap<>(RecordFile.class);

    void add(VisibleRecord row) {
        row.recordFile()
                .ifPresent(file ->
                        rows.computeIfAbsent(file, any -> new ArrayList<>()).add(row));
    }

    List<VisibleRecord> of(RecordFile file) {
        return rows.getOrDefault(file, List.of());
    }

    /** Files of the rows that nobody states any more once {@code sources} are not believed, with these rows. */
    Map<RecordFile, Set<Key>> restingOn(Set<Key> sources) {
        Map<RecordFile, Set<Key>> lost = new EnumMap<>(RecordFile.class);
        rows.forEach((file, ofFile) -> ofFile.stream()
                .filter(row -> !row.statements().isEmpty()
                        && row.statements().stream().allMatch(s -> sources.contains(s.source())))
                .forEach(row ->
                        lost.computeIfAbsent(file, any -> new HashSet<>()).add(row.key())));
        return lost;
    }

    /** All rows but these. */
    RowsByFile without(Map<RecordFile, Set<Key>> lost) {
        var left = new RowsByFile();
        rows.forEach((file, ofFile) -> left.rows.put(
                file,
                ofFile.stream()
                        .filter(row -> !lost.getOrDefault(file, Set.of()).contains(row.key()))
                        .toList()));
        return left;
    }

    /** Every source that states one of these rows. */
    Set<Key> sources() {
        var sources = new TreeSet<Key>();
        rows.values()
                .forEach(ofFile ->
                        ofFile.forEach(row -> row.statements().forEach(statement -> sources.add(statement.source()))));
        return sources;
    }
}
