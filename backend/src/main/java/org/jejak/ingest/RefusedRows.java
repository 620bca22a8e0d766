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
import org.jejak.network.NotAllowed;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that were refused to a folder that only its owner may read and that is itself a bundle: the original
 * columns, and beside them {@code _file,_line,_column,_value,_reason}; {@code _made} says what an id was made of that the
 * row did not bring, see {@link MadeId}. Correct it and load it. The folder is made with
 * the first refused row.
 */
final class RefusedRows implements Closeable {

    private static final List<String> ABOUT = List.of("_file", "_line", "_column", "_value", "_reason", MadeId.COLUMN);

    private final Path wanted;
    private final Path home;
    private final String load;
    private final byte[] header;
    private final Map<String, CsvWriter> writers = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private @Nullable Path folder;

    /**
     * @param wanted where to; a folder that holds something already gets one of its own for this load, so that nothing that
     *     lies there is written over
     * @param home must not hold it: what lies there is encrypted
     */
    RefusedRows(Path wanted, Path home, String load, Delivery delivery, Instant delivered) {
        this.wanted = wanted;
        this.home = home;
        this.load = load;
        this.header = BundleHeader.write(delivery, delivered);
    }

    /** @throws NotAllowed if it cannot be written there */
    void add(RowFile file, RawRow row, Refusal refusal) {
        try {
            write(file, row, refusal);
        } catch (IOException failed) {
            throw cannotBeWritten(failed);
        }
    }

    private NotAllowed cannotBeWritten(IOException failed) {
        return new NotAllowed("refused rows cannot be written to " + wanted.toAbsolutePath() + " ("
                + failed.getMessage() + "), so nothing was loaded; name another folder with --refused");
    }

    private Path make() throws IOException {
        if (real(wanted).startsWith(real(home))) {
            throw new NotAllowed(
                    "refused rows would lie in the home, " + wanted.toAbsolutePath()
                            + ", for anybody to read who gets hold of it; nothing was loaded. Name a folder outside with --refused");
        }
        boolean free = true;
        if (Files.isDirectory(wanted)) {
            try (var there = Files.list(wanted)) {
                free = there.findAny().isEmpty();
            }
        }
        Path made = OwnerOnly.directory(free ? wanted : wanted.resolve("refused-" + load));
        OwnerOnly.replace(made.resolve("bundle.json"), header);
        return made;
    }

    /** Without the links on the way to it; of what is not there yet its part that is. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        for (Path at = whole; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at.toRealPath().resolve(at.relativize(whole));
            }
        }
        return whole;
    }

    private void write(RowFile file, RawRow row, Refusal refusal) throws IOException {
        Path into = folder;
        if (into == null) {
            into = make();
            folder = into;
        }
        CsvWriter writer = writer(into, file);
        var line = new ArrayList<@Nullable String>();
        for (String column : columns.getOrDefault(file.name(), List.of())) {
            line.add(row.cell(column));
        }
        line.addAll(List.of(
                refusal.file(),
                Long.toString(refusal.line()),
                refusal.column(),
                refusal.value(),
                refusal.reason(),
                row.made().map(MadeId::written).orElse("")));
        writer.writeRecord(line);
    }

    private CsvWriter writer(Path into, RowFile file) throws IOException {
        CsvWriter known = writers.get(file.name());
        if (known != null) {
            return known;
        }
        Path csv = OwnerOnly.file(into.resolve(file.name() + ".csv"));
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
        return Optional.ofNullable(folder);
    }

    @Override
    public void close() {
        try {
            for (CsvWriter writer : writers.values()) {
                writer.close();
            }
        } catch (IOException failed) {
            throw cannotBeWritten(failed);
        } finally {
            writers.clear();
        }
    }
}
