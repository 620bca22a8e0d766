package org.jejak.world;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jejak.network.RecordFile;

/** Writes rows in the words of the contract and numbers those that have no name of their own. */
final class RecordWriter {

    private final RowSink sink;
    private final Map<RecordFile, long[]> counted = new EnumMap<>(RecordFile.class);

    RecordWriter(RowSink sink) {
        this.sink = sink;
    }

    /** A row with the next free number of its file as id. */
    Row next(RecordFile file) {
        long[] n = counted.computeIfAbsent(file, f -> new long[2]);
        n[0]++;
        return new Row(file).set("id", Long.toString(n[0]));
    }

    /** A row whose id is given. */
    Row named(RecordFile file, String id) {
        return new Row(file).set("id", id);
    }

    /** A row without an id column ({@code officials}). */
    Row bare(RecordFile file) {
        return new Row(file);
    }

    /** Rows written so far, by file. */
    Map<RecordFile, Long> counts() {
        var counts = new EnumMap<RecordFile, Long>(RecordFile.class);
        counted.forEach((file, n) -> counts.put(file, n[1]));
        return counts;
    }

    final class Row {

        private final RecordFile file;
        private final LinkedHashMap<String, String> cells = new LinkedHashMap<>();

        private Row(RecordFile file) {
            this.file = file;
        }

        /** Sets a cell; an empty one is left out. */
        Row set(String column, Object value) {
            String cell = value.toString();
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
            return this;
        }

        /** Hands the row over, said by these sources. */
        void from(String... sources) {
            cells.put("source", String.join("|", sources));
            done();
        }

        /** Hands over a row of a file that needs no source. */
        void done() {
            counted.computeIfAbsent(file, f -> new long[2])[1]++;
            sink.row(file, cells);
        }
    }
}
