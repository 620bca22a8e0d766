package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jejak.network.ColumnType;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/** Rows and things as the parameters of the writing queries. */
final class RowMaps {

    private RowMaps() {}

    /** A row for {@code create-records} and {@code release-records}. */
    static Map<String, Object> create(
            CheckedRow row,
            Map<String, Object> properties,
            Standing.Seen seen,
            Identifiers identifiers,
            RowSealer sealer) {
        boolean describes = row.recordFile().flatMap(RecordFile::describes).isPresent();
        var found = new ArrayList<Map<String, Object>>(1);
        for (Identifier identifier : identifiers.of(row)) {
            found.add(Map.of("kind", identifier.kind().word(), "hmac", sealer.hmac(identifier)));
        }
        String scheme = row.cell("grade_scheme");
        String shown = scheme.isEmpty() || scheme.equals("admiralty")
                ? "admiralty"
                : new ColumnType.Code().isOpen(scheme) ? scheme : "other";
        return Map.of(
                "line", row.raw().line(),
                "key", row.key().value(),
                "commitment", properties.getOrDefault("_commitment", ""),
                "properties", properties,
                "describes", describes ? List.of(row.key().value()) : List.of(),
                "references", references(row),
                "statements",
                        seen.statements().stream()
                                .map(s -> Map.<String, Object>of(
                                        "source", s.source(), "doors", s.doors(), "grade", s.grade(), "scheme", shown))
                                .toList(),
                "identifiers", found);
    }

    private static List<Map<String, Object>> references(CheckedRow row) {
        var references = new LinkedHashSet<Map<String, Object>>();
        for (CheckedRow.Reference reference : row.references()) {
            if (!reference.column().equals("source")) {
                references.add(Map.of(
                        "type", reference.column().toUpperCase(Locale.ROOT),
                        "to", reference.to().value()));
            }
        }
        return List.copyOf(references);
    }

    /** Doors of a row whose references are all known. */
    static Standing.Seen seen(
            CheckedRow row,
            List<Standing.Delivered> deliveries,
            Collection<String> cases,
            Function<String, @Nullable Thing> things) {
        Optional<RecordFile> file = row.recordFile();
        Map<String, Thing> sources = null;
        if (file.filter(RecordFile::isSourced).isPresent()) {
            sources = new LinkedHashMap<>();
            for (var source : row.sources()) {
                sources.put(source.value(), Objects.requireNonNull(things.apply(source.value())));
            }
        }
        Handling own = file.equals(Optional.of(RecordFile.SOURCES))
                ? Handling.parse(row.cell("handling")).orElse(null)
                : null;
        List<String> grades = row.cell("grade").isEmpty() ? List.of() : CellRules.members(row.cell("grade"));
        return Standing.seen(deliveries, cases, own, sources, grades);
    }

    /** A thing that a row describes for the first time. */
    static Thing thing(EntityKind kind, long slot, CheckedRow row, String load) {
        boolean source = kind == EntityKind.SOURCE;
        return new Thing(
                kind,
                slot,
                false,
                Set.of(),
                Set.of(load),
                source ? Handling.parse(row.cell("handling")) : Optional.empty(),
                Thing.grade(source ? row.cell("reliability") : "", source ? row.cell("credibility") : ""));
    }

    static List<Map<String, Object>> anchors(Map<String, Thing> made) {
        var anchors = new ArrayList<Map<String, Object>>(made.size());
        made.forEach((key, thing) -> anchors.add(Map.of(
                "key",
                key,
                "slot",
                thing.slot(),
                "labels",
                thing.kind().isEntity()
                        ? List.of("Entity", thing.kind().label())
                        : List.of(thing.kind().label()))));
        return anchors;
    }
}
