package org.jejak.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.jejak.network.Grade;
import org.jejak.network.Handling;
import org.jejak.network.RecordFile;
import org.jejak.safeguard.Standing;
import org.jspecify.annotations.Nullable;

/** Rows and things as the parameters of the writing queries. */
final class RowMaps {

    private RowMaps() {}

    /**
     * A row for {@code create-records} and {@code release-records}.
     *
     * @param name how the query is told of a thing with this key
     */
    static Map<String, Object> create(
            CheckedRow row,
            Map<String, Object> properties,
            Standing.Seen seen,
            Identifiers identifiers,
            RowSealer sealer,
            Function<String, Object> name) {
        boolean describes = row.recordFile().flatMap(RecordFile::describes).isPresent();
        var found = new ArrayList<Map<String, Object>>(1);
        for (Identifier identifier : identifiers.of(row)) {
            found.add(Map.of("kind", identifier.kind().word(), "hmac", sealer.hmac(identifier)));
        }
        String shown = scheme(row);
        var map = new HashMap<String, Object>();
        map.put("line", row.raw().line());
        map.put("key", row.key().value());
        map.put("commitment", properties.getOrDefault("_commitment", ""));
        map.put("properties", properties);
        map.put("describes", describes ? List.of(name.apply(row.key().value())) : List.of());
        map.put("references", references(row, name));
        map.put(
                "statements",
                seen.statements().stream()
                        .map(s -> Map.<String, Object>of(
                                "source",
                                name.apply(s.source()),
                                "doors",
                                s.doors(),
                                "grade",
                                Grade.judged(s.grade(), shown),
                                "scheme",
                                shown))
                        .toList());
        map.put("identifiers", found);
        return map;
    }

    /** Of what scheme the statements' grades are; where the row gives none of its own they are its sources'. */
    private static String scheme(CheckedRow row) {
        String scheme = row.cell("grade_scheme");
        if (row.cell("grade").isEmpty() || Grade.isAdmiralty(scheme)) {
            return Grade.ADMIRALTY;
        }
        return new ColumnType.Code().isOpen(scheme) ? scheme : "other";
    }

    private static List<Map<String, Object>> references(CheckedRow row, Function<String, Object> name) {
        var references = new LinkedHashSet<Map<String, Object>>();
        for (CheckedRow.Reference reference : row.references()) {
            if (!reference.column().equals("source")) {
                references.add(Map.of(
                        "type", reference.column().toUpperCase(Locale.ROOT),
                        "to", name.apply(reference.to().value())));
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
        return Standing.seen(
                row.file(),
                row::cell,
                deliveries,
                cases,
                source -> Objects.requireNonNull(things.apply(source)).asSource());
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
                Grade.ofSource(source ? row.cell("reliability") : "", source ? row.cell("credibility") : ""));
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
