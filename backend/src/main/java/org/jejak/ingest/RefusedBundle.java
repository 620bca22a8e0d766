package org.jejak.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The folder of refused rows of one load: to look at, and to take away in one file, correct and load. */
public record RefusedBundle(Path folder) {

    /** In characters; cells of a refused row may have up to a mebibyte each. */
    private static final int LONGEST_ROW = 256 << 20;

    /** The first {@code most} refusals, file by file in the order of the rows. */
    public List<Refusal> refusals(int most) throws IOException {
        var found = new ArrayList<Refusal>();
        for (Path file : files()) {
            if (file.toString().endsWith(".csv")) {
                read(file, most, found);
            }
        }
        return found;
    }

    private static void read(Path file, int most, List<Refusal> found) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().maxBufferSize(LONGEST_ROW).ofNamedCsvRecord(file)) {
            for (var row : rows) {
                if (found.size() == most) {
                    return;
                }
                found.add(new Refusal(
                        row.getField("_file"),
                        Long.parseLong(row.getField("_line")),
                        row.getField("_column"),
                        row.getField("_value"),
                        row.getField("_reason")));
            }
        }
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
