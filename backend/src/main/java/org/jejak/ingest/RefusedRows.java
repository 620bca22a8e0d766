package org.jejak.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.identity.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that were refused to a folder that only its owner may read and that is itself a bundle: the original
 * columns, and beside them {@code _file,_line,_column,_value,_reason}. Correct it and load it. The folder is made with
 * the first refused row.
 */
final class RefusedRows implements Closeable {

    private static final List<String> ABOUT = List.of("_file", "_line", "_column", "_value", "_reason");

    private final Path folder;
    private final byte[] header;
    private final Map<String, CsvWriter> writers = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private boolean made;

    RefusedRows(Path folder, Delivery delivery, Instant delivered) {
        this.folder = folder;
        this.header = BundleHeader.write(delivery, delivered);
    }

    void add(RowFile file, RawRow row, Refusal refusal) throws IOException {
        if (!made) {
            OwnerOnly.directory(folder);
            OwnerOnly.replace(folder.resolve("bundle.json"), header);
            made = true;
        }
        CsvWriter writer = writer(file);
        var line = new ArrayList<@Nullable String>();
        for (String column : columns.getOrDefault(file.name(), List.of())) {
            line.add(row.cell(column));
        }
        line.addAll(List.of(
                refusal.file(), Long.toString(refusal.line()), refusal.column(), refusal.value(), refusal.reason()));
        writer.writeRecord(line);
    }

    private CsvWriter writer(RowFile file) throws IOException {
        CsvWriter known = writers.get(file.name());
        if (known != null) {
            return known;
        }
        Path csv = OwnerOnly.file(folder.resolve(file.name() + ".csv"));
        var writer = CsvWriter.builder().build(Files.newBufferedWriter(csv, StandardCharsets.UTF_8));
        writers.put(file.name(), writer);
        columns.put(file.name(), file.columns());
        var head = new ArrayList<>(file.columns());
        head.addAll(ABOUT);
        writer.writeRecord(head);
        return writer;
    }

    /** The folder, if anything was refused. */
    Optional<Path> folder() {
        return made ? Optional.of(folder) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (CsvWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }
}
