package org.jejak.pack;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jejak.network.VisibleRecord;

/**
 * {@code graph.json}, format {@code jejak-graph/1}: everything of the pack that is not a file, without loss.
 *
 * <ul>
 *   <li>{@code format case exhibit handling why exported{at,by} identified legalBasis auditHead release}
 *   <li>{@code entities [{key, kind, name, pseudonym, commitment, roles[], records[key]}]}
 *   <li>{@code links [{record, file, a, b, relation, from, to}]}: which record connects which two entities
 *   <li>{@code records [{key, file, cells{column: cell}, statements[{source, grade, handling}], cases[], zone,
 *       delivered, recorded}]}: the rows themselves in the terms of {@code jejak-records/1}, from which a bundle can be
 *       made again
 *   <li>{@code withheld [{what, why, sha256}]}, {@code leftOut [{record, why, about[key]}]}
 * </ul>
 */
final class GraphJson {

    static final String FORMAT = "jejak-graph/1";

    private GraphJson() {}

    static byte[] of(PackContent content) {
        var graph = new LinkedHashMap<String, Object>();
        graph.put("format", FORMAT);
        graph.put("case", content.caseRef());
        graph.put("exhibit", content.exhibit());
        graph.put("handling", content.handling().label());
        graph.put("why", content.why());
        graph.put("exported", Map.of("at", content.when().toString(), "by", content.who()));
        graph.put("identified", content.identified());
        graph.put("legalBasis", content.legalBasis().orElse(""));
        graph.put("auditHead", content.auditHead());
        graph.put("release", content.release());
        graph.put("entities", content.entities().stream().map(GraphJson::entity).toList());
        graph.put("links", content.links().stream().map(GraphJson::link).toList());
        graph.put("records", content.records().stream().map(GraphJson::record).toList());
        graph.put(
                "withheld",
                content.withheld().stream()
                        .map(w -> Map.of("what", w.what(), "why", w.why(), "sha256", w.sha256()))
                        .toList());
        graph.put(
                "leftOut",
                content.leftOut().stream()
                        .map(l -> Map.of(
                                "record",
                                l.record().value(),
                                "why",
                                l.why(),
                                "about",
                                l.about().stream().map(k -> k.value()).toList()))
                        .toList());
        return CanonicalJson.of(graph);
    }

    private static Map<String, Object> entity(PackContent.Entity entity) {
        return Map.of(
                "key", entity.key().value(),
                "kind", entity.kind().label(),
                "name", entity.name(),
                "pseudonym", entity.pseudonym(),
                "commitment", entity.commitment(),
                "roles", entity.roles(),
                "records", entity.records().stream().map(k -> k.value()).toList());
    }

    private static Map<String, Object> link(PackContent.Link link) {
        return Map.of(
                "record", link.record().value(),
                "file", link.file(),
                "a", link.a().value(),
                "b", link.b().value(),
                "relation", link.relation(),
                "from", link.from(),
                "to", link.to());
    }

    private static Map<String, Object> record(VisibleRecord record) {
        return Map.of(
                "key", record.key().value(),
                "file", record.file(),
                "cells", record.cells(),
                "statements",
                        statementsOf(record).stream()
                                .map(s -> Map.of(
                                        "source", s.source().value(),
                                        "grade", s.grade().toString(),
                                        "handling", s.handling().label()))
                                .toList(),
                "cases", record.cases().stream().sorted().toList(),
                "zone", record.zone().getId(),
                "delivered", record.delivered().toString(),
                "recorded", record.recorded().toString());
    }

    static List<VisibleRecord.Statement> statementsOf(VisibleRecord record) {
        return record.statements().stream()
                .sorted(Comparator.comparing(VisibleRecord.Statement::source))
                .toList();
    }

    /** {@code statements.jsonl}: one line for each source of each record. */
    static byte[] statements(PackContent content) {
        var lines = new ByteArrayOutputStream();
        for (VisibleRecord record : content.records()) {
            for (var statement : statementsOf(record)) {
                var line = new LinkedHashMap<String, Object>();
                line.put("record", record.key().value());
                line.put("file", record.file());
                line.put("cells", record.cells());
                line.put("source", statement.source().value());
                line.put("grade", statement.grade().toString());
                line.put("handling", statement.handling().label());
                line.put("validFrom", validFrom(record));
                line.put("validTo", validTo(record));
                line.put("delivered", record.delivered().toString());
                line.put("recorded", record.recorded().toString());
                lines.writeBytes(CanonicalJson.of(line));
                lines.write('\n');
            }
        }
        return lines.toByteArray();
    }

    /** When a row's fact began, whatever its file calls it; empty if it does not say. */
    static String validFrom(VisibleRecord record) {
        return first(record, "from", "time", "start", "in", "departed", "date", "applied", "issued");
    }

    /** When it ended. */
    static String validTo(VisibleRecord record) {
        return first(record, "to", "until", "end", "out", "arrived", "expires");
    }

    private static String first(VisibleRecord record, String... columns) {
        for (String column : columns) {
            if (!record.cell(column).isEmpty()) {
                return record.cell(column);
            }
        }
        return "";
    }
}
