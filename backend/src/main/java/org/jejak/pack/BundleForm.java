package org.jejak.pack;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.identity.OwnerOnly;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Delivered;
import org.jejak.safeguard.SourceFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as the record bundle they came in, cell for cell, so that loading it gives the same graph. So a cell that a
 * spreadsheet would run as a formula stays as it was: these files are for loading, not for opening.
 *
 * @param namespace of all of the rows
 * @param files sources whose files go along
 */
record BundleForm(Delivered delivery, String namespace, String caseRef, List<VisibleRecord> rows, Set<Key> files) {

    /** In bytes of UTF-8, as the contract has it. */
    private static final int LONGEST_CELL = 1 << 20;

    /** Behind a single column: a row without a cell would be a blank line, which is none. */
    private static final String IGNORED = "_";

    BundleForm {
        rows = List.copyOf(rows);
        files = Set.copyOf(files);
    }

    /** Writes it into a new folder; what could not go along. */
    List<PackContent.Withheld> write(Path folder, SourceFiles sourceFiles, Viewer viewer) throws IOException {
        OwnerOnly.directory(folder);
        Files.write(OwnerOnly.file(folder.resolve("bundle.json")), header());
        var byFile = new LinkedHashMap<String, List<VisibleRecord>>();
        rows.forEach(
                r -> byFile.computeIfAbsent(r.file(), f -> new ArrayList<>()).add(r));
        var withheld = new ArrayList<PackContent.Withheld>();
        var placeless = new HashSet<Key>();
        var written = writeFiles(folder, sourceFiles, viewer, byFile.keySet(), placeless, withheld);
        for (var file : byFile.entrySet()) {
            Path csv = folder.resolve(file.getKey() + ".csv");
            if (!written.contains(csv.toAbsolutePath().normalize())) {
                writeRows(csv, file.getKey(), file.getValue(), placeless, withheld);
            }
        }
        return withheld;
    }

    private void writeRows(
            Path csv, String file, List<VisibleRecord> rows, Set<Key> placeless, List<PackContent.Withheld> withheld)
            throws IOException {
        var columns = columns(file, rows);
        try (var writer =
                CsvWriter.builder().build(Files.newBufferedWriter(OwnerOnly.file(csv), StandardCharsets.UTF_8))) {
            writer.writeRecord(columns);
            for (VisibleRecord row : rows) {
                var cells = new ArrayList<String>();
                for (String column : columns) {
                    String cell = placeless.contains(row.key()) && column.equals("file") ? "" : cell(row, column);
                    if (isWritable(cell)) {
                        cells.add(cell);
                    } else {
                        cells.add(Cells.isRequired(file, column) ? Cells.WITHHELD : "");
                        withheld.add(new PackContent.Withheld(column + " of " + row.key(), Why.UNWRITABLE.text(), ""));
                    }
                }
                writer.writeRecord(cells);
            }
        }
    }

    /** Whether the reader of bundles would take the cell: other formats have characters and lengths that a CSV has not. */
    private static boolean isWritable(String cell) {
        boolean fits =
                cell.length() <= LONGEST_CELL / 3 || cell.getBytes(StandardCharsets.UTF_8).length <= LONGEST_CELL;
        return fits
                && cell.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(cell);
    }

    /**
     * The files of sources, each under the name that its source gives it.
     *
     * @param tables names of the files whose rows go along
     * @param placeless receives the sources whose file cannot lie where they say
     * @return what was written; a table that is itself the file of a source is among it
     */
    private Set<Path> writeFiles(
            Path folder,
            SourceFiles sourceFiles,
            Viewer viewer,
            Set<String> tables,
            Set<Key> placeless,
            List<PackContent.Withheld> withheld)
            throws IOException {
        var written = new HashSet<Path>();
        for (VisibleRecord row : rows) {
            if (!files.contains(row.key())) {
                continue;
            }
            var file = place(folder, row.cell("file")).filter(p -> !isTaken(folder, p, tables));
            if (file.isEmpty()) {
                placeless.add(row.key());
                withheld.add(new PackContent.Withheld(
                        "the file of " + row.key(),
                        "its name is no place in a bundle",
                        sourceFiles.sha256(viewer, delivery, row.key())));
            } else if (written.add(file.get())) {
                Path parent = file.get().getParent();
                if (parent != null) {
                    OwnerOnly.directory(parent);
                }
                try (var out = Files.newOutputStream(OwnerOnly.file(file.get()))) {
                    sourceFiles.write(viewer, delivery, row.key(), out);
                }
            }
        }
        return written;
    }

    /**
     * Whether something else lies there, or the reader would take it for records that it is not. A file that the contract
     * does not know may be both: its rows are kept, and a source names it.
     */
    private static boolean isTaken(Path folder, Path place, Set<String> tables) {
        if (!folder.toAbsolutePath().normalize().equals(place.getParent())) {
            return false;
        }
        String name = String.valueOf(place.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return name.equals("bundle.json");
        }
        String table = name.substring(0, name.length() - ".csv".length());
        return RecordFile.named(table).isPresent() || !name.endsWith(".csv") || !tables.contains(table);
    }

    /** Where a source's file lies in the bundle; nowhere if its name leads out. */
    private static Optional<Path> place(Path folder, String name) {
        try {
            Path root = folder.toAbsolutePath().normalize();
            Path place = root.resolve(name).normalize();
            return Optional.of(place).filter(p -> p.startsWith(root) && !p.equals(root));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private byte[] header() {
        var header = new LinkedHashMap<String, Object>();
        header.put("format", "jejak-records/1");
        header.put("namespace", namespace);
        header.put("case", caseRef);
        header.put("delivered", delivery.delivered().toString());
        header.put("sequence", delivery.sequence());
        if (!delivery.country().isEmpty()) {
            header.put("country", delivery.country());
        }
        String zone = delivery.zone().getId();
        header.put("timezone", zone.equals("Z") ? "UTC" : zone);
        header.put("handling", delivery.handling().label());
        return JsonMapper.builder().build().writeValueAsBytes(header);
    }

    /** Those of the contract, then those it does not know. */
    private static List<String> columns(String file, List<VisibleRecord> rows) {
        Set<String> columns = new LinkedHashSet<>();
        RecordFile.named(file).ifPresent(f -> f.columns().forEach(c -> columns.add(c.name())));
        rows.forEach(r -> r.cells().keySet().stream().sorted().forEach(columns::add));
        if (columns.size() < 2) {
            columns.add(IGNORED);
        }
        return List.copyOf(columns);
    }

    private String cell(VisibleRecord row, String name) {
        var file = row.recordFile();
        if (file.isEmpty()) {
            return row.cell(name);
        }
        if (name.equals("source") && file.get().isSourced()) {
            return sources(row);
        }
        boolean hasId = file.get().column("id").isPresent();
        if (name.equals("id") && hasId && row.cell("id").isEmpty()) {
            String local = row.key().local();
            return local.substring(local.indexOf('/') + 1);
        }
        if (name.equals("grade")
                && row.cell("source").isEmpty()
                && row.cell("grade").isEmpty()) {
            return row.statements().stream().map(s -> s.grade().toString()).collect(Collectors.joining("|"));
        }
        return file.get()
                .column(name)
                .map(Column::type)
                .filter(ColumnType.Reference.class::isInstance)
                .map(type -> references((ColumnType.Reference) type, row.values(name)))
                .orElseGet(() -> row.cell(name));
    }

    /** The sources that the viewer may know of, in the order in which the row names them: grades go by it. */
    private String sources(VisibleRecord row) {
        var visible = row.statements().stream()
                .map(s -> s.source().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var named = row.values("source").stream().filter(visible::contains).toList();
        return (named.isEmpty() ? List.copyOf(visible) : named)
                .stream().map(k -> reference(new Key(k), false)).collect(Collectors.joining("|"));
    }

    private String references(ColumnType.Reference type, List<String> keys) {
        boolean entity = type.kinds().stream().allMatch(EntityKind::isEntity);
        return keys.stream().map(k -> reference(new Key(k), entity)).collect(Collectors.joining("|"));
    }

    /** An id of this bundle, or namespace:id; of a source, raid or operation its row's id. */
    private String reference(Key key, boolean entity) {
        String local = key.local();
        String id = entity ? local : local.substring(local.indexOf('/') + 1);
        return key.namespace().equals(namespace) ? id : key.namespace() + ":" + id;
    }
}
