package org.jejak.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.network.CellDigest;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;

/**
 * A row that keeps the rules, with every reference written out as a full key.
 *
 * @param file name of its file without {@code .csv}
 * @param cells non-empty cells by column, sorted; references are full keys
 * @param references every reference once, sources included
 * @param target what a withdrawal withdraws
 * @param raw the row as it came, should it still be refused
 */
public record CheckedRow(
        Key key,
        String file,
        SortedMap<String, String> cells,
        List<Reference> references,
        Optional<Key> target,
        RawRow raw) {

    /** That a column names something; {@code kinds} is what it may be. */
    public record Reference(String column, Key to, Set<EntityKind> kinds) {}

    public CheckedRow {
        cells = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        references = List.copyOf(references);
    }

    /** A row that was taken in before; its references are found again by the columns of its file. */
    static CheckedRow stored(String key, String file, SortedMap<String, String> cells, String target) {
        var references = new LinkedHashSet<Reference>();
        for (Column column : RecordFile.named(file).map(RecordFile::columns).orElse(List.of())) {
            String cell = cells.getOrDefault(column.name(), "");
            if (column.type() instanceof ColumnType.Reference type && !cell.isEmpty()) {
                for (String to : cell.split("\\|")) {
                    references.add(new Reference(column.name(), new Key(to), type.kinds()));
                }
            }
        }
        return new CheckedRow(
                new Key(key),
                file,
                cells,
                List.copyOf(references),
                target.isEmpty() ? Optional.empty() : Optional.of(new Key(target)),
                new RawRow(0, cells));
    }

    /** The file in the contract; empty where the contract does not know it and its rows are only kept. */
    public Optional<RecordFile> recordFile() {
        return RecordFile.named(file);
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The file of the row that a withdrawal withdraws, without {@code .csv}. */
    public String targetFile() {
        String name = cell("file");
        return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    /** Keys of the sources that state the row. */
    public List<Key> sources() {
        if (recordFile().filter(RecordFile::isSourced).isEmpty()) {
            return List.of();
        }
        return references.stream()
                .filter(r -> r.column().equals("source"))
                .map(Reference::to)
                .toList();
    }

    /** SHA-256 of the non-empty cells. Two deliveries of a row are the same version exactly if these are equal. */
    public byte[] digest() {
        return digest(file, cells);
    }

    /** The digest of these cells of a row of this file, wherever they were kept. */
    public static byte[] digest(String file, SortedMap<String, String> cells) {
        return CellDigest.of(file, cells);
    }
}
