package org.jejak.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.network.EntityKind;
import org.jejak.network.FtmColumns;
import org.jejak.network.Key;
import org.jejak.network.Relations;
import org.jejak.network.VisibleRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as FollowTheMoney entities. What came as one leaves as it came. Everything else becomes the schema that says the
 * same; a row for which there is none becomes an {@code UnknownLink} between what it names, or a {@code Note} on it. What
 * the format has no property for (row, grade, handling, cells) stands beside the properties under {@code jejak}, where
 * its tools keep it.
 */
final class FtmForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Files whose rows are entities, or the ties of {@code officials}. */
    private static final Set<String> SCHEMATIC = Set.of(
            "persons",
            "organizations",
            "places",
            "vehicles",
            "phones",
            "accounts",
            "documents",
            "handles",
            "sources",
            "payments",
            "movements",
            "officials");

    private final List<VisibleRecord> rows;
    private final Map<Key, String> ids = new HashMap<>();
    private final Map<Key, EntityKind> kinds = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    FtmForm(List<VisibleRecord> rows) {
        this.rows = rows;
        for (VisibleRecord row : rows) {
            row.recordFile().flatMap(f -> f.describes()).ifPresent(kind -> kinds.put(row.key(), kind));
            came(row).ifPresent(entity -> {
                ids.put(row.key(), entity.path("id").asString());
                whole.add(entity.path("id").asString());
            });
        }
    }

    private static Optional<JsonNode> came(VisibleRecord row) {
        String entity = row.cell(FtmColumns.WHOLE);
        return entity.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(entity));
    }

    /** Whether the format has an entity, or a tie of its own, for rows of this kind. */
    static boolean hasSchema(VisibleRecord row) {
        return SCHEMATIC.contains(row.file()) || FtmTie.hasSchema(row.cell("relation"));
    }

    /** One entity each, without line ends. */
    List<byte[]> lines() {
        var lines = new ArrayList<byte[]>();
        var left = new HashSet<String>();
        for (VisibleRecord row : rows) {
            var entity = came(row);
            if (entity.isPresent()) {
                if (left.add(entity.get().path("id").asString())) {
                    lines.add(JSON.writeValueAsBytes(entity.get()));
                }
            } else if (!whole.contains(row.cell(FtmColumns.PART_OF))) {
                entity(row, lines);
            }
        }
        return lines;
    }

    private String id(Key key) {
        return ids.getOrDefault(key, key.value());
    }

    /** The properties of one entity in the making. */
    private final class Entity {

        private final String schema;
        private final Map<String, List<String>> properties = new TreeMap<>();

        Entity(String schema) {
            this.schema = schema;
        }

        Entity put(String property, String value) {
            if (!value.isEmpty() && !value.equals("open")) {
                properties.computeIfAbsent(property, p -> new ArrayList<>()).add(value);
            }
            return this;
        }

        /** A time, where the column is one: what a referral goes {@code to} is none. */
        Entity when(String property, VisibleRecord row, String column) {
            boolean time = row.recordFile()
                    .flatMap(f -> f.column(column))
                    .filter(c -> c.type().isTime())
                    .isPresent();
            return time ? put(property, FtmTime.of(row.cell(column), row.zone())) : this;
        }

        /** The first of these that says anything. */
        Entity first(String property, VisibleRecord row, String... columns) {
            return put(
                    property,
                    Arrays.stream(columns)
                            .map(row::cell)
                            .filter(cell -> !cell.isEmpty())
                            .findFirst()
                            .orElse(""));
        }

        Entity all(String property, List<String> values) {
            values.forEach(v -> put(property, v));
            return this;
        }

        Entity ref(String property, Optional<Key> key) {
            key.ifPresent(k -> put(property, id(k)));
            return this;
        }

        byte[] line(String id, VisibleRecord row) {
            var json = new TreeMap<String, Object>();
            json.put("id", id);
            json.put("schema", schema);
            json.put("properties", properties);
            json.put("jejak", aside(row));
            return CanonicalJson.of(json);
        }
    }

    private static Map<String, Object> aside(VisibleRecord row) {
        var aside = new TreeMap<String, Object>();
        aside.put("row", row.key().value());
        aside.put("file", row.file());
        aside.put("cells", new TreeMap<>(row.cells()));
        aside.put(
                "statements",
                row.statements().stream()
                        .map(s -> Map.of(
                                "source", s.source().value(),
                                "grade", s.grade().toString(),
                                "handling", s.handling().label()))
                        .toList());
        return aside;
    }

    private void entity(VisibleRecord row, List<byte[]> lines) {
        Optional<Entity> own = own(row);
        if (own.isPresent()) {
            lines.add(own.get().line(id(row.key()), row));
            return;
        }
        var ends = new ArrayList<>(Ends.of(row).keySet());
        ends.removeIf(k -> !kinds.containsKey(k) || kinds.get(k) == EntityKind.DOCUMENT);
        String role = row.cell("relation").isEmpty() ? row.file() : row.cell("relation");
        if (ends.size() < 2) {
            var note = new Entity("Note").put("name", role).put("description", row.cell("note"));
            ends.forEach(k -> note.put("entity", id(k)));
            lines.add(note.line(row.key().value(), row));
            return;
        }
        for (int i = 1; i < ends.size(); i++) {
            var edge = edge(row, ends.get(0), ends.get(i))
                    .put("recordId", row.key().value());
            span(row, edge);
            lines.add(edge.line(row.key().value() + (ends.size() > 2 ? "#" + i : ""), row));
        }
    }

    private static void span(VisibleRecord row, Entity edge) {
        edge.when("startDate", row, "from")
                .when("startDate", row, "start")
                .when("startDate", row, "in")
                .when("endDate", row, "to")
                .when("endDate", row, "end")
                .when("endDate", row, "out")
                .when("date", row, "time");
    }

    private Entity edge(VisibleRecord row, Key a, Key b) {
        String relation = row.file().equals("officials") ? Relations.WORKS_FOR : row.cell("relation");
        var tie = FtmTie.of(
                relation, kinds.getOrDefault(a, EntityKind.DOCUMENT), kinds.getOrDefault(b, EntityKind.DOCUMENT));
        if (tie.isEmpty()) {
            return unknown(a, b, relation.isEmpty() ? row.file() : relation);
        }
        var edge = edge(tie.get().schema(), tie.get().from(), a, tie.get().to(), b);
        return relation.equals(Relations.WORKS_FOR) ? edge.put("role", row.cell("rank")) : edge;
    }

    private Entity unknown(Key a, Key b, String role) {
        return edge("UnknownLink", "subject", a, "object", b).put("role", role);
    }

    private Entity edge(String schema, String from, Key a, String to, Key b) {
        return new Entity(schema).put(from, id(a)).put(to, id(b));
    }

    /** Rows that are one entity of the format by themselves. */
    private Optional<Entity> own(VisibleRecord row) {
        return Optional.ofNullable(
                switch (row.file()) {
                    case "persons" ->
                        new Entity("Person")
                                .put("name", row.cell("name"))
                                .all("alias", row.values("aliases"))
                                .put("gender", row.cell("sex"))
                                .when("birthDate", row, "birth_date")
                                .when("deathDate", row, "died")
                                .all("nationality", lower(row.values("nationality")))
                                .put("notes", row.cell("note"));
                    case "organizations" ->
                        new Entity(row.cell("kind").equals("agency") ? "PublicBody" : "Organization")
                                .put("name", row.cell("name"))
                                .all("country", lower(row.values("country")))
                                .put("registrationNumber", row.cell("registration"))
                                .put("keywords", row.cell("kind"));
                    case "places" ->
                        new Entity("Address")
                                .put("full", row.cell("name"))
                                .put("name", row.cell("name"))
                                .all("country", lower(row.values("country")))
                                .put("latitude", row.cell("lat"))
                                .put("longitude", row.cell("lon"))
                                .put("keywords", row.cell("kind"));
                    case "vehicles" -> vehicle(row);
                    case "phones" ->
                        new Entity("UserAccount")
                                .put("service", "phone")
                                .put("number", row.cell("number"))
                                .first("name", row, "number", "imei")
                                .first("username", row, "imei", "number");
                    case "accounts" ->
                        row.cell("kind").equals("crypto")
                                ? new Entity("CryptoWallet").put("publicKey", row.cell("number"))
                                : new Entity("BankAccount")
                                        .first("name", row, "iban", "number")
                                        .put("accountNumber", row.cell("number"))
                                        .put("bankName", row.cell("institution"))
                                        .put("iban", row.cell("iban"))
                                        .all("country", lower(row.values("country")));
                    case "documents" ->
                        new Entity(row.cell("kind").equals("passport") ? "Passport" : "Identification")
                                .ref("holder", row.reference("holder"))
                                .put("number", row.cell("number"))
                                .put("type", row.cell("kind"))
                                .all("country", lower(row.values("country")))
                                .when("startDate", row, "issued")
                                .when("endDate", row, "expires");
                    case "handles" ->
                        new Entity("UserAccount")
                                .put("username", row.cell("value"))
                                .put("email", row.cell("kind").equals("email") ? row.cell("value") : "")
                                .put("name", row.cell("value"))
                                .put("service", row.cell("platform"));
                    case "sources" ->
                        new Entity("Document")
                                .put("title", row.cell("title"))
                                .put("name", row.cell("title"))
                                .put("fileName", row.cell("file"))
                                .when("date", row, "date")
                                .put("author", row.cell("origin"))
                                .put("bodyText", row.cell("text"));
                    case "payments" -> payment(row);
                    case "movements" -> trip(row);
                    case "contacts" -> call(row);
                    default -> null;
                });
    }

    private Entity vehicle(VisibleRecord row) {
        String kind = row.cell("kind");
        boolean vessel = kind.equals("boat") || kind.equals("ship");
        var vehicle = new Entity(vessel ? "Vessel" : kind.equals("aircraft") ? "Airplane" : "Vehicle")
                .put("type", kind)
                .first("name", row, "registration", "imo", "mmsi", "model")
                .put("registrationNumber", row.cell("registration"))
                .all("country", lower(row.values("country")))
                .put("model", row.cell("model"));
        return vessel
                ? vehicle.put("imoNumber", row.cell("imo"))
                        .put("mmsi", row.cell("mmsi"))
                        .all("flag", lower(row.values("flag")))
                : vehicle;
    }

    private Entity payment(VisibleRecord row) {
        var payment = new Entity("Payment")
                .put("amount", row.cell("amount"))
                .put("currency", row.cell("currency"))
                .when("date", row, "time")
                .put("purpose", row.cell("purpose"));
        row.reference("payer").ifPresent(k -> payment.put(isAccount(k) ? "payerAccount" : "payer", id(k)));
        row.reference("payee").ifPresent(k -> payment.put(isAccount(k) ? "beneficiaryAccount" : "beneficiary", id(k)));
        return payment;
    }

    private boolean isAccount(Key key) {
        return kinds.get(key) == EntityKind.ACCOUNT;
    }

    private Entity trip(VisibleRecord row) {
        var trip = new Entity("Trip")
                .put("name", "movement")
                .ref("startLocation", row.reference("origin"))
                .ref("endLocation", row.reference("destination"))
                .ref("vehicle", row.reference("vehicle"))
                .when("startDate", row, "departed")
                .when("endDate", row, "arrived");
        row.references("persons").forEach(k -> trip.put("involved", id(k)));
        return trip;
    }

    /** Between people a call; between numbers nothing that the format has, so a link like any other. */
    private @Nullable Entity call(VisibleRecord row) {
        var a = row.reference("a");
        var b = row.reference("b");
        boolean people = a.filter(k -> kinds.get(k) == EntityKind.PERSON).isPresent()
                && b.filter(k -> kinds.get(k) == EntityKind.PERSON).isPresent();
        return people && row.cell("channel").equals("call")
                ? new Entity("Call")
                        .ref("caller", a)
                        .ref("receiver", b)
                        .when("date", row, "time")
                        .put("duration", row.cell("duration_s"))
                : null;
    }

    private static List<String> lower(List<String> countries) {
        return countries.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    }
}
