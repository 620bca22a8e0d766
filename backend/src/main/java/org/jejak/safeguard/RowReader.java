package org.jejak.safeguard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.identity.KeyDestroyed;
import org.jejak.identity.Vault;
import org.jejak.network.ColumnType;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.SourceKinds;
import org.jejak.network.Viewer;
import org.jejak.network.VisibleRecord;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a row of the graph into what one viewer may see of it: their statements, their cases, and the sealed cells
 * unless they identify somebody protected.
 */
@Component
final class RowReader {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final Vault vault;
    private final Pseudonym pseudonym;
    private final JsonMapper json = JsonMapper.builder().build();

    RowReader(Vault vault, Pseudonym pseudonym) {
        this.vault = vault;
        this.pseudonym = pseudonym;
    }

    /**
     * Reads {@code row} and {@code statements} as the queries of this package return them.
     *
     * @param mask what stays closed
     * @return empty if no statement is left after the reading's grade and the sources that are left out
     */
    Optional<VisibleRecord> read(Viewer viewer, Record record, Mask mask, Reading reading) {
        Value row = record.get("row");
        return read(
                viewer,
                record,
                mask,
                reading,
                Instant.ofEpochMilli(row.get("_delivered").asLong()),
                Instant.ofEpochMilli(row.get("_recorded").asLong()));
    }

    Optional<VisibleRecord> read(
            Viewer viewer, Record record, Mask mask, Reading reading, Instant delivered, Instant recorded) {
        Value row = record.get("row");
        var statements = new ArrayList<Standing.Stated>();
        for (Value s : record.get("statements").values()) {
            statements.add(new Standing.Stated(
                    s.get(0).asString(),
                    s.get(2).asList(Value::asString),
                    s.get(1).asString("F6")));
        }
        var now = new Then(
                new TreeSet<>(row.get("_cases").asList(Value::asString)),
                row.get("_zone").asString("UTC"),
                delivered,
                recorded);
        return read(viewer, row, statements, mask, reading, now);
    }

    /**
     * What of a row depends on when it is looked at.
     *
     * @param cases of all deliveries of the row
     */
    record Then(Set<String> cases, String zone, Instant delivered, Instant recorded) {}

    /** The row with those of its statements that the viewer may see. */
    Optional<VisibleRecord> read(
            Viewer viewer, Value row, List<Standing.Stated> stated, Mask mask, Reading reading, Then then) {
        String file = row.get("_file").asString();
        var statements = statements(viewer, stated, reading);
        boolean sourced = RecordFile.named(file).map(RecordFile::isSourced).orElse(false);
        var key = new Key(row.get("_key").asString());
        if (statements.isEmpty() && sourced || isLeftOut(viewer, key)) {
            return Optional.empty();
        }
        var cells = openCells(row);
        if (sourced) {
            showOnly(statements, cells);
        }
        if (reading.unsealed()) {
            unseal(key, file, row, cells, mask);
        }
        var cases = new TreeSet<>(then.cases());
        cases.retainAll(viewer.cases());
        return Optional.of(new VisibleRecord(
                key, file, cells, statements, cases, ZoneId.of(then.zone()), then.delivered(), then.recorded()));
    }

    /** A row that waits: nothing of it stands open, and its sources say what they say without a door of their own. */
    Optional<VisibleRecord> readHeld(Viewer viewer, Value row, Delivered delivery, Mask mask) {
        var key = new Key(row.get("_key").asString());
        String file = row.get("_file").asString();
        var cells = new HashMap<>(sealedCells(row));
        if (cells.isEmpty() || isLeftOut(viewer, key)) {
            return Optional.empty();
        }
        if (isAbout(file, key, cells, mask.keys())) {
            cells.keySet().removeIf(column -> isSealed(file, column, cells) && identifies(file, column));
        }
        cells.replaceAll(
                (column, cell) -> isSealed(file, column, cells) ? shown(file, cells, column, cell, mask) : cell);
        var statements = members(cells.get("source")).stream()
                .map(Key::new)
                .filter(source -> !viewer.without().contains(source))
                .map(source -> new VisibleRecord.Statement(source, Grade.CANNOT_BE_JUDGED, delivery.handling()))
                .toList();
        if (statements.isEmpty()
                && RecordFile.named(file).map(RecordFile::isSourced).orElse(false)) {
            return Optional.empty();
        }
        if (!statements.isEmpty()) {
            showOnly(statements, cells);
        }
        return Optional.of(new VisibleRecord(
                key,
                file,
                cells,
                statements,
                viewer.cases(),
                delivery.zone(),
                delivery.delivered(),
                delivery.delivered()));
    }

    private static boolean isSealed(String file, String column, Map<String, String> cells) {
        String cell = cells.getOrDefault(column, "");
        return RecordFile.named(file).filter(f -> f.isOpen(column, cell)).isEmpty();
    }

    /** A source that is left out is not there itself. */
    private static boolean isLeftOut(Viewer viewer, Key row) {
        return viewer.without().contains(row);
    }

    /** Of the sources that the row names only those whose statements are seen, and of their grades these. */
    private static void showOnly(List<VisibleRecord.Statement> statements, Map<String, String> cells) {
        var named = members(cells.get("source"));
        var grades = members(cells.get("grade"));
        var seen = statements.stream().map(s -> s.source().value()).collect(Collectors.toSet());
        if (seen.containsAll(named)) {
            return;
        }
        var sources = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        for (int i = 0; i < named.size(); i++) {
            if (seen.contains(named.get(i))) {
                sources.add(named.get(i));
                if (grades.size() == named.size()) {
                    theirs.add(grades.get(i));
                }
            }
        }
        cells.put("source", String.join("|", sources));
        if (!theirs.isEmpty()) {
            cells.put("grade", String.join("|", theirs));
        }
    }

    private static List<String> members(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    static Map<String, String> openCells(Value row) {
        var cells = new HashMap<String, String>();
        for (String name : row.keys()) {
            if (!name.startsWith("_")) {
                cells.put(name, row.get(name).asString());
            }
        }
        return cells;
    }

    /** The sealed cells of a row, whoever they are about; none if somebody they name was erased. */
    Map<String, String> sealedCells(Value row) {
        if (row.get("_sealed").isNull()) {
            return Map.of();
        }
        long[] slots = row.get("_slots").asList(Value::asLong).stream()
                .mapToLong(Long::longValue)
                .toArray();
        try {
            byte[] plain = vault.open(
                    slots, row.get("_sealed").asByteArray(), row.get("_key").asString());
            return json.readValue(plain, CELLS);
        } catch (KeyDestroyed erased) {
            return Map.of();
        }
    }

    private void unseal(Key key, String file, Value row, Map<String, String> cells, Mask mask) {
        boolean hides = isAbout(file, key, cells, mask.keys());
        sealedCells(row).forEach((column, cell) -> {
            if (!hides || !identifies(file, column)) {
                cells.put(column, shown(file, cells, column, cell, mask));
            }
        });
    }

    /** A sealed cell as the viewer reads it: without the names of protected people, and without who told. */
    private String shown(String file, Map<String, String> cells, String column, String cell, Mask mask) {
        boolean origin = mask.origins()
                && file.equals(RecordFile.SOURCES.fileName())
                && column.equals("origin")
                && SourceKinds.SAID_BY_SOMEBODY.contains(cells.getOrDefault("kind", ""));
        return origin
                ? pseudonym.origin(cell)
                : isOwnName(file, column) ? cell : mask.names().in(cell);
    }

    /** Somebody else may have the same name; theirs stays. */
    private static boolean isOwnName(String file, String column) {
        return file.equals(RecordFile.PERSONS.fileName()) && column.equals("name");
    }

    private static boolean isAbout(String file, Key key, Map<String, String> cells, Set<Key> masked) {
        if (masked.isEmpty()) {
            return false;
        }
        if (masked.contains(key)) {
            return true;
        }
        var contract = RecordFile.named(file);
        if (contract.isEmpty()) {
            return false;
        }
        for (var column : contract.get().columns()) {
            String cell = cells.get(column.name());
            if (cell != null
                    && column.type() instanceof ColumnType.Reference
                    && !column.name().equals("source")) {
                for (String reference : cell.split("\\|")) {
                    if (masked.contains(new Key(reference))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Codes and relations tell nobody apart; everything else that is sealed may, unknown columns included. */
    private static boolean identifies(String file, String column) {
        return RecordFile.named(file)
                .flatMap(f -> f.column(column))
                .map(c -> !(c.type() instanceof ColumnType.Code) && !(c.type() instanceof ColumnType.Relation))
                .orElse(true);
    }

    private static List<VisibleRecord.Statement> statements(
            Viewer viewer, List<Standing.Stated> statements, Reading reading) {
        var visible = new ArrayList<VisibleRecord.Statement>(statements.size());
        for (Standing.Stated statement : statements) {
            var source = new Key(statement.source());
            var grade = Grade.parse(statement.grade()).orElse(Grade.CANNOT_BE_JUDGED);
            boolean good = reading.minimum().map(grade::passes).orElse(true);
            if (good && !viewer.without().contains(source)) {
                visible.add(new VisibleRecord.Statement(source, grade, handling(statement.doors(), viewer)));
            }
        }
        visible.sort((a, b) -> a.source().compareTo(b.source()));
        return visible;
    }

    private static Handling handling(List<String> doors, Viewer viewer) {
        int level = Handling.RED.level();
        for (String token : doors) {
            if (viewer.opens(token)) {
                level = Math.min(level, Integer.parseInt(token.substring(token.lastIndexOf('#') + 1)));
            }
        }
        return Handling.ofLevel(level);
    }
}
