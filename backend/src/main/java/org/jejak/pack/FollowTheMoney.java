package org.jejak.pack;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;

/**
 * {@code entities.ftm.json}: the graph as a FollowTheMoney stream, one entity a line. A link becomes the edge schema
 * that says the same where one takes ends of these kinds, else {@code UnknownLink} with the relation as its role. A
 * document is no <em>Thing</em> there and cannot be an end, so it stands without links.
 */
final class FollowTheMoney {

    private static final Map<EntityKind, String> SCHEMA = Map.of(
            EntityKind.PERSON, "Person",
            EntityKind.ORGANIZATION, "Organization",
            EntityKind.PLACE, "Address",
            EntityKind.VEHICLE, "Vehicle",
            EntityKind.PHONE, "UserAccount",
            EntityKind.ACCOUNT, "BankAccount",
            EntityKind.DOCUMENT, "Identification",
            EntityKind.HANDLE, "UserAccount");

    private FollowTheMoney() {}

    static byte[] of(PackContent content) {
        var lines = new ByteArrayOutputStream();
        Map<Key, EntityKind> kinds = new HashMap<>();
        for (var entity : content.entities()) {
            String schema = SCHEMA.get(entity.kind());
            if (schema == null) {
                continue;
            }
            kinds.put(entity.key(), entity.kind());
            var properties = new TreeMap<String, Object>();
            String name = entity.kind() == EntityKind.PLACE
                    ? "full"
                    : entity.kind() == EntityKind.DOCUMENT ? "number" : "name";
            properties.put(name, List.of(entity.name()));
            if (!entity.roles().isEmpty() && entity.kind() == EntityKind.PERSON) {
                properties.put("notes", entity.roles());
            }
            line(lines, entity.key().value(), schema, properties);
        }
        Map<Key, ZoneId> zones = new HashMap<>();
        content.records().forEach(r -> zones.put(r.key(), r.zone()));
        int number = 0;
        for (var link : content.links()) {
            number++;
            var a = kinds.get(link.a());
            var b = kinds.get(link.b());
            if (a == null || b == null || a == EntityKind.DOCUMENT || b == EntityKind.DOCUMENT) {
                continue;
            }
            var tie = FtmTie.of(link.relation(), a, b);
            var properties = new TreeMap<String, Object>();
            properties.put(
                    tie.map(FtmTie::from).orElse("subject"), List.of(link.a().value()));
            properties.put(
                    tie.map(FtmTie::to).orElse("object"), List.of(link.b().value()));
            properties.put("recordId", List.of(link.record().value()));
            if (tie.isEmpty()) {
                properties.put("role", List.of(link.relation()));
            }
            ZoneId zone = zones.getOrDefault(link.record(), ZoneOffset.UTC);
            put(properties, "startDate", FtmTime.of(link.from(), zone));
            put(properties, "endDate", FtmTime.of(link.to(), zone));
            line(
                    lines,
                    link.record().value() + "#" + number,
                    tie.map(FtmTie::schema).orElse("UnknownLink"),
                    properties);
        }
        return lines.toByteArray();
    }

    private static void put(Map<String, Object> properties, String name, String time) {
        if (!time.isEmpty() && !time.equals("open")) {
            properties.put(name, new ArrayList<>(List.of(time)));
        }
    }

    private static void line(ByteArrayOutputStream out, String id, String schema, Map<String, Object> properties) {
        out.writeBytes(CanonicalJson.of(Map.of("id", id, "schema", schema, "properties", properties)));
        out.write('\n');
    }
}
