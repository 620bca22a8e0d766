package org.jejak.world;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Column;
import org.jejak.network.RecordFile;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a world to disk: a record bundle in a folder, and {@code FOLDER.truth.json} beside it. */
public final class WorldBundle {

    /** What was written and where. */
    public record Written(Path bundle, Path truthFile, Truth truth) {}

    /** Bulk files whose rows are never graded one by one; leaving the empty columns out keeps them small. */
    private static final Set<RecordFile> UNGRADED = Set.of(
            RecordFile.PASSAGES, RecordFile.SHIFTS, RecordFile.CONTACTS, RecordFile.TRAFFIC, RecordFile.POSTINGS);

    private WorldBundle() {}

    /** @throws IOException if the folder cannot be written, or holds something already */
    public static Written write(World world, Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(folder.toString(), null, "is not empty");
                }
            }
        }
        Files.createDirectories(folder);
        Truth truth;
        try (var files = new OpenFiles(folder)) {
            truth = world.describe(files);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.writeString(folder.resolve("bundle.json"), json(header(world.parameters())));
        Path truthFile = folder.resolveSibling(folder.getFileName() + ".truth.json");
        Files.writeString(truthFile, json(truth));
        return new Written(folder, truthFile, truth);
    }

    private static Map<String, Object> header(WorldParameters parameters) {
        var header = new LinkedHashMap<String, Object>();
        header.put("format", "jejak-records/1");
        header.put("namespace", World.NAMESPACE);
        header.put("case", World.CASE);
        header.put("title", "Lembah Kabus, a synthetic case (seed " + parameters.seed() + "); nobody in it exists");
        header.put("agency", "Synthetic records");
        header.put("country", "MY");
        header.put("timezone", Calendar.ZONE);
        header.put("delivered", "2015-12-01T09:00:00+08:00");
        header.put("handling", "TLP:AMBER");
        return header;
    }

    private static String json(Object value) {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(value)
                + "\n";
    }

    /** One open CSV file for each kind of row that has occurred. */
    private static final class OpenFiles implements RowSink, AutoCloseable {

        private record Open(CsvWriter writer, List<String> columns) {}

        private final Path folder;
        private final Map<RecordFile, Open> open = new EnumMap<>(RecordFile.class);

        OpenFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        public void row(RecordFile file, Map<String, String> cells) {
            var target = open.computeIfAbsent(file, this::open);
            var line = new String[target.columns().size()];
            int written = 0;
            for (int i = 0; i < line.length; i++) {
                String cell = cells.get(target.columns().get(i));
                line[i] = cell == null ? "" : cell;
                written += cell == null ? 0 : 1;
            }
            if (written != cells.size()) {
                throw new IllegalStateException(file.fileName() + ".csv has no column for one of " + cells.keySet());
            }
            target.writer().writeRecord(line);
        }

        private Open open(RecordFile file) {
            try {
                var columns = file.columns().stream()
                        .map(Column::name)
                        .filter(c -> !c.equals("grade_scheme"))
                        .filter(c -> !c.equals("grade") || !UNGRADED.contains(file))
                        .toList();
                var writer = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve(file.fileName() + ".csv"), StandardCharsets.UTF_8);
                writer.writeRecord(columns);
                return new Open(writer, columns);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (Open file : open.values()) {
                file.writer().close();
            }
        }
    }
}
