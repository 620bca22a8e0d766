package org.jejak.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;

/** The earliest time that the rows of a load have, as written; days of people's lives are none of theirs. */
final class EarliestTime {

    /** Later than every time. */
    private static final String NONE = "~";

    private static final Map<RecordFile, List<String>> COLUMNS = columns();

    private String time = NONE;

    void see(CheckedRow row) {
        row.recordFile().ifPresent(file -> {
            for (String column : COLUMNS.getOrDefault(file, List.of())) {
                String cell = row.cell(column);
                if (!cell.isEmpty() && cell.compareTo(time) < 0) {
                    time = cell;
                }
            }
        });
    }

    String time() {
        return time;
    }

    private static Map<RecordFile, List<String>> columns() {
        var columns = new EnumMap<RecordFile, List<String>>(RecordFile.class);
        for (RecordFile file : RecordFile.values()) {
            columns.put(
                    file,
                    file.columns().stream()
                            .filter(c -> c.type().isTime() && !(c.type() instanceof ColumnType.PersonalDate))
                            .map(Column::name)
                            .toList());
        }
        return columns;
    }
}
