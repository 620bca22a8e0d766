package org.jejak.ingest.ftm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.ingest.RawRow;

/** The rows one entity became, by the name of their file. */
final class FtmRows {

    private final Map<String, List<RawRow>> rows = new TreeMap<>();

    void add(String file, long line, Map<String, String> cells) {
        add(file, new RawRow(line, cells));
    }

    void add(String file, RawRow row) {
        rows.computeIfAbsent(file, f -> new ArrayList<>()).add(row);
    }

    List<RawRow> of(String file) {
        return rows.getOrDefault(file, List.of());
    }

    Map<String, List<RawRow>> all() {
        return rows;
    }

    /** A row in the making: id and source are there. */
    static LinkedHashMap<String, String> begun(String id, String source) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", id);
        cells.put("source", source);
        return cells;
    }
}
