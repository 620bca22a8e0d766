package org.jejak.integrity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.jejak.network.SharedIdentifiers;
import org.jejak.network.VisibleRecord;
import org.jejak.world.RowSink;

/** Rows as somebody writes them down, read as if a store had them: references completed, sources as statements. */
final class Written implements RowSink {

    private static final Set<String> PROTECTED = Set.of("victim", "survivor", "witness");

    private final String namespace;
    private final ZoneId zone;
    private final Map<RecordFile, List<VisibleRecord>> rows = new EnumMap<>(RecordFile.class);
    private final Map<Key, Grade> grades = new HashMap<>();
    private int unnamed;

    Written(String namespace, ZoneId zone) {
        this.namespace = namespace;
        this.zone = zone;
    }

    @Override
    public void row(RecordFile file, Map<String, String> cells) {
        if (CaseRows.ORDER.stream().noneMatch(group -> group.contains(file))) {
            return;
        }
        var full = new HashMap<String, String>();
        cells.forEach((column, cell) -> full.put(column, complete(file, column, cell)));
        var key = file == RecordFile.OFFICIALS
                ? RecordFile.officialKey(
                        namespace, cells.get("person"), cells.get("agency"), cells.getOrDefault("from", ""))
                : file.key(namespace, cells.getOrDefault("id", "row" + ++unnamed));
        if (file == RecordFile.SOURCES) {
            Grade.parse(cells.getOrDefault("reliability", "") + cells.getOrDefault("credibility", ""))
                    .ifPresent(g -> grades.put(key, g));
        }
        var statements = full.containsKey("source")
                ? Arrays.stream(full.get("source").split("\\|"))
                        .map(Key::new)
                        .map(s -> new VisibleRecord.Statement(s, grade(cells, s), Handling.AMBER))
                        .toList()
                : List.<VisibleRecord.Statement>of();
        rows.computeIfAbsent(file, f -> new ArrayList<>())
                .add(new VisibleRecord(
                        key, file.fileName(), full, statements, Set.of("CASE"), zone, Instant.EPOCH, Instant.EPOCH));
    }

    private Grade grade(Map<String, String> cells, Key source) {
        return Grade.parse(cells.getOrDefault("grade", "")).orElse(grades.getOrDefault(source, Grade.CANNOT_BE_JUDGED));
    }

    private String complete(RecordFile file, String column, String cell) {
        var type = file.column(column).orElseThrow().type();
        if (!(type instanceof ColumnType.Reference reference)) {
            return cell;
        }
        boolean entity = reference.kinds().stream().anyMatch(EntityKind::isEntity);
        return Arrays.stream(cell.split("\\|"))
                .map(id -> id.contains(":")
                        ? id
                        : entity
                                ? Key.of(namespace, id).value()
                                : RecordFile.describing(
                                                reference.kinds().iterator().next())
                                        .key(namespace, id)
                                        .value())
                .collect(Collectors.joining("|"));
    }

    /** Protected are those whose role says so. */
    OfficialsCase asCase() {
        var guarded = new HashSet<Key>();
        rows.getOrDefault(RecordFile.ROLES, List.of()).stream()
                .filter(r -> PROTECTED.contains(r.cell("role")))
                .forEach(r -> guarded.add(r.reference("person").orElseThrow()));
        return asCase(guarded);
    }

    OfficialsCase asCase(Set<Key> guarded) {
        var read = new CaseRows(SharedIdentifiers.NONE);
        for (var group : CaseRows.ORDER) {
            for (var file : group) {
                for (var row : rows.getOrDefault(file, List.of())) {
                    read.add(row);
                    read.name(row.key(), row.cell("name"));
                }
            }
        }
        return read.built(guarded, Set.of());
    }
}
