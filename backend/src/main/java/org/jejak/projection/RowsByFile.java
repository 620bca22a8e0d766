package org.jejak.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
}
