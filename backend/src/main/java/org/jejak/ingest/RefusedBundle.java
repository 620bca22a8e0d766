package org.jejak.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jejak.identity.OwnerOnly;

/**
 * The folder of refused rows of one load: to look at, to correct row by row, and to take away in one file, correct and
 * load.
 */
public record RefusedBundle(Path folder) {

    /** In characters; cells of a refused row may have up to a mebibyte each. */
    private static final int LONGEST_ROW = 256 << 20;

    private static final String HEADER = "bundle.json";

    /**
     * A row that was refused.
     *
     * @param file its file in the folder, with {@code .csv}
     * @param index which of that file's rows it is, the first being 0
     * @param cells all its columns, empty ones too, without what was said about it
     * @param made what its id was made of, as it stands there; empty where it brought its own
     */
    public record RefusedRow(Refusal refusal, String file, int index, Map<String, String> cells, String made) {
        public RefusedRow {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        public RefusedRow(Refusal refusal, String file, int index, Map<String, String> cells) {
            this(refusal, file, index, cells, "");
        }

        /** Whether both are of one line, whose id they share: then they are corrected together. */
        private boolean sharesLine(RefusedRow other) {
            return file.equals(other.file) && index == other.index
                    || !made.isEmpty()
                            && MadeId.read(made)
                                    .map(MadeId::id)
                                    .equals(MadeId.read(other.made).map(MadeId::id));
        }
    }

    /** The first {@code most} refused rows, file by file in the order of the rows. */
    public List<RefusedRow> rows(int most) throws IOException {
        var found = new ArrayList<RefusedRow>();
        for (Path file : files()) {
            if (file.toString().endsWith(".csv")) {
                read(file, most, found);
            }
        }
        return found;
    }

    private static void read(Path file, int most, List<RefusedRow> found) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = reader(file)) {
            int index = 0;
            for (var row : rows) {
                if (found.size() == most) {
                    return;
                }
                var refusal = new Refusal(
                        row.getField("_file"),
                        Long.parseLong(row.getField("_line")),
                        row.getField("_column"),
                        row.getField("_value"),
                        row.getField("_reason"));
                var cells = new LinkedHashMap<>(row.getFieldsAsMap());
                String made = cells.getOrDefault(MadeId.COLUMN, "");
                cells.keySet().removeIf(column -> column.startsWith("_"));
                found.add(new RefusedRow(refusal, String.valueOf(file.getFileName()), index++, cells, made));
            }
        }
    }

    private static CsvReader<NamedCsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder().maxBufferSize(LONGEST_ROW).ofNamedCsvRecord(file);
    }

    /**
     * Writes a bundle of one row, corrected, and of the rows that share its line, as they are.
     *
     * @param cells by column
     * @param to a folder that is made
     */
    public void writeCorrected(RefusedRow row, Map<String, String> cells, Path to) throws IOException {
        OwnerOnly.directory(to);
        OwnerOnly.replace(to.resolve(HEADER), Files.readAllBytes(folder.resolve(HEADER)));
        var byFile = new LinkedHashMap<String, List<RefusedRow>>();
        for (RefusedRow each : line(row)) {
            byFile.computeIfAbsent(each.file(), f -> new ArrayList<>()).add(each);
        }
        for (var file : byFile.entrySet()) {
            Path csv = OwnerOnly.file(to.resolve(file.getKey()));
            try (var writer = CsvWriter.builder().build(Files.newBufferedWriter(csv, StandardCharsets.UTF_8))) {
                var columns = new ArrayList<>(file.getValue().getFirst().cells().keySet());
                columns.add(MadeId.COLUMN);
                writer.writeRecord(columns);
                for (RefusedRow each : file.getValue()) {
                    Map<String, String> now = isSame(each, row) ? cells : each.cells();
                    var record = new ArrayList<String>();
                    columns.forEach(column -> record.add(now.getOrDefault(column, "")));
                    record.set(record.size() - 1, each.made());
                    writer.writeRecord(record);
                }
            }
        }
    }

    private static boolean isSame(RefusedRow one, RefusedRow other) {
        return one.file().equals(other.file()) && one.index() == other.index();
    }

    private List<RefusedRow> line(RefusedRow row) throws IOException {
        return row.made().isEmpty()
                ? List.of(row)
                : rows(Integer.MAX_VALUE).stream().filter(row::sharesLine).toList();
    }

    /** Drops a row that is no longer refused, and with it those that share its line. */
    public void drop(RefusedRow row) throws IOException {
        List<RefusedRow> line = line(row);
        for (String file : line.stream().map(RefusedRow::file).distinct().toList()) {
            rewrite(
                    file,
                    (index, head, cells) ->
                            line.stream().anyMatch(each -> each.file().equals(file) && each.index() == index)
                                    ? List.of()
                                    : cells);
        }
    }

    /** Keeps what was corrected in a row, although another of its line is still to be corrected. */
    public void keep(RefusedRow row, Map<String, String> cells) throws IOException {
        rewrite(row.file(), (index, head, given) -> {
            if (index != row.index()) {
                return given;
            }
            var kept = new ArrayList<String>();
            for (int i = 0; i < given.size(); i++) {
                kept.add(cells.getOrDefault(head.get(i), given.get(i)));
            }
            return kept;
        });
    }

    /** What becomes of a row; nothing where its cells are none. */
    private interface Change {
        List<String> of(int index, List<String> head, List<String> cells);
    }

    private void rewrite(String name, Change change) throws IOException {
        Path file = folder.resolve(name);
        Path next = OwnerOnly.file(folder.resolve(name + ".next"));
        try (var rows = CsvReader.builder().maxBufferSize(LONGEST_ROW).ofCsvRecord(file);
                var writer = CsvWriter.builder().build(Files.newBufferedWriter(next, StandardCharsets.UTF_8))) {
            int index = -1;
            List<String> head = List.of();
            for (var each : rows) {
                head = index < 0 ? each.getFields() : head;
                List<String> now = index < 0 ? head : change.of(index, head, each.getFields());
                index++;
                if (!now.isEmpty()) {
                    writer.writeRecord(now);
                }
            }
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes it as a zip, which is a bundle again. */
    public void writeZip(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (Path file : files()) {
            zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
