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
     */
    public record RefusedRow(Refusal refusal, String file, int index, Map<String, String> cells) {
        public RefusedRow {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
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
                cells.keySet().removeIf(column -> column.startsWith("_"));
                found.add(new RefusedRow(refusal, String.valueOf(file.getFileName()), index++, cells));
            }
        }
    }

    private static CsvReader<NamedCsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder().maxBufferSize(LONGEST_ROW).ofNamedCsvRecord(file);
    }

    /**
     * Writes a bundle of one row, corrected.
     *
     * @param cells by column
     * @param to a folder that is made
     */
    public void writeCorrected(RefusedRow row, Map<String, String> cells, Path to) throws IOException {
        OwnerOnly.directory(to);
        OwnerOnly.replace(to.resolve(HEADER), Files.readAllBytes(folder.resolve(HEADER)));
        Path csv = OwnerOnly.file(to.resolve(row.file()));
        try (var writer = CsvWriter.builder().build(Files.newBufferedWriter(csv, StandardCharsets.UTF_8))) {
            writer.writeRecord(cells.keySet());
            writer.writeRecord(cells.values());
        }
    }

    /** Drops a row that is no longer refused. */
    public void drop(RefusedRow row) throws IOException {
        Path file = folder.resolve(row.file());
        Path next = OwnerOnly.file(folder.resolve(row.file() + ".next"));
        try (var rows = CsvReader.builder().maxBufferSize(LONGEST_ROW).ofCsvRecord(file);
                var writer = CsvWriter.builder().build(Files.newBufferedWriter(next, StandardCharsets.UTF_8))) {
            int line = -1;
            for (var each : rows) {
                if (line++ != row.index()) {
                    writer.writeRecord(each.getFields());
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
