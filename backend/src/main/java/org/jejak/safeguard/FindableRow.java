package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.TextKind;
import org.neo4j.driver.Value;

/**
 * The names and numbers by which one row lets a thing be found.
 *
 * @param thing what the row describes or says something of
 * @param doors by which a viewer sees the row
 * @param cells at least one
 */
record FindableRow(Key thing, Set<String> doors, List<Cell> cells) {

    /** The files that have such rows. */
    static final List<RecordFile> FILES = Arrays.stream(RecordFile.values())
            .filter(file -> !file.searchable().isEmpty())
            .toList();

    /** One name or number; lists are taken apart. */
    record Cell(TextKind kind, String value) {}

    FindableRow {
        doors = Set.copyOf(doors);
        cells = List.copyOf(cells);
    }

    /** @param sealed the row's sealed cells */
    static Optional<FindableRow> of(Value row, Map<String, String> sealed) {
        String file = row.get("_file").asString();
        String property = sealed.getOrDefault("property", row.get("property").asString(""));
        var cells = new ArrayList<Cell>();
        sealed.forEach((column, cell) -> kind(file, column, property).ifPresent(kind -> {
            for (String value : cell.split("\\|")) {
                cells.add(new Cell(kind, value));
            }
        }));
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        var thing = thing(
                RecordFile.named(file),
                new Key(row.get("_key").asString()),
                column -> row.get(column).asString(""));
        return Optional.of(new FindableRow(thing, Set.copyOf(row.get("_doors").asList(Value::asString)), cells));
    }

    /** The thing that a row describes or says something of. */
    static Key thing(Optional<RecordFile> file, Key row, UnaryOperator<String> cells) {
        return file.flatMap(f -> f.traits().says())
                .map(cells)
                .filter(cell -> !cell.isEmpty())
                .map(Key::new)
                .orElse(row);
    }

    /**
     * What kind of name or number a column holds; empty if nothing is found by it.
     *
     * @param property of a statement, whose value is one if the property's own column would be
     */
    static Optional<TextKind> kind(String file, String column, String property) {
        return RecordFile.named(file)
                .flatMap(f -> f.column(column))
                .flatMap(c -> c.type().text())
                .filter(TextKind::isSearchable)
                .flatMap(kind -> kind == TextKind.VALUE ? kind(property) : Optional.of(kind));
    }

    private static Optional<TextKind> kind(String property) {
        return FILES.stream()
                .filter(f -> f.describes().isPresent())
                .flatMap(f -> f.searchable().stream())
                .filter(c -> c.name().equals(property))
                .flatMap(c -> c.type().text().stream())
                .findFirst();
    }
}
