package org.jejak.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jejak.network.Handling;
import org.jejak.network.PartialTime;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bundle.json}, read and written. */
public final class BundleHeader {

    /** The one format this version reads. */
    public static final String FORMAT = "jejak-records/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BundleHeader() {}

    /**
     * @throws UnreadableDelivery if it is no JSON, of another format, or one of its values is not what it should be
     */
    public static Delivery read(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(withoutMark(json));
        } catch (JacksonException notJson) {
            throw new UnreadableDelivery("bundle.json is not JSON: " + notJson.getOriginalMessage(), notJson);
        }
        if (root == null || !root.isObject()) {
            throw new UnreadableDelivery("bundle.json must be a JSON object, {…}.");
        }
        String format = text(root, "format").orElse("");
        if (!format.equals(FORMAT)) {
            throw new UnreadableDelivery(
                    "bundle.json says format '" + format + "'; this version reads '" + FORMAT + "'.");
        }
        ZoneId zone = text(root, "timezone").map(BundleHeader::zone).orElse(ZoneOffset.UTC);
        Optional<String> country = text(root, "country");
        country.filter(c -> !Arrays.asList(Locale.getISOCountries()).contains(c))
                .ifPresent(c -> {
                    throw new UnreadableDelivery(
                            "bundle.json says country '" + c + "', which is no ISO 3166-1 code like MY.");
                });
        Handling handling = text(root, "handling")
                .map(h -> Handling.parse(h)
                        .orElseThrow(() -> new UnreadableDelivery("bundle.json says handling '" + h
                                + "'; it must be one of "
                                + Arrays.stream(Handling.values())
                                        .map(Handling::label)
                                        .collect(Collectors.joining(", ")))))
                .orElse(Handling.AMBER);
        try {
            return new Delivery(
                    required(root, "namespace"),
                    required(root, "case"),
                    text(root, "delivered").map(d -> instant(d, zone)),
                    sequence(root),
                    text(root, "title"),
                    text(root, "agency"),
                    country,
                    zone,
                    handling);
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableDelivery("bundle.json: " + wrong.getMessage(), wrong);
        }
    }

    /** The header of a bundle that was delivered at {@code delivered}. */
    public static byte[] write(Delivery delivery, Instant delivered) {
        var root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("namespace", delivery.namespace());
        root.put("case", delivery.caseRef());
        delivery.title().ifPresent(t -> root.put("title", t));
        delivery.agency().ifPresent(a -> root.put("agency", a));
        delivery.country().ifPresent(c -> root.put("country", c));
        root.put(
                "timezone",
                delivery.timezone().equals(ZoneOffset.UTC)
                        ? "UTC"
                        : delivery.timezone().getId());
        root.put("delivered", delivered.toString());
        if (delivery.sequence() != 0) {
            root.put("sequence", delivery.sequence());
        }
        root.put("handling", delivery.handling().label());
        return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutMark(byte[] json) {
        boolean mark = json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
        return mark ? Arrays.copyOfRange(json, 3, json.length) : json;
    }

    private static Optional<String> text(JsonNode root, String key) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw new UnreadableDelivery("bundle.json: '" + key + "' must be a text in quotes.");
        }
        return Optional.of(node.stringValue()).filter(t -> !t.isBlank());
    }

    private static String required(JsonNode root, String key) {
        return text(root, key)
                .orElseThrow(
                        () -> new UnreadableDelivery("bundle.json does not say '" + key + "', which is required."));
    }

    private static long sequence(JsonNode root) {
        JsonNode node = root.get("sequence");
        if (node == null || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new UnreadableDelivery("bundle.json: 'sequence' must be a whole number.");
        }
        return node.longValue();
    }

    private static ZoneId zone(String id) {
        if (!id.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(id)) {
            throw new UnreadableDelivery(
                    "bundle.json says timezone '" + id + "', which is no zone like Asia/Kuala_Lumpur.");
        }
        return id.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(id);
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            return PartialTime.parse(text, zone).from();
        } catch (DateTimeException noTime) {
            throw new UnreadableDelivery(
                    "bundle.json says delivered '" + text + "'; it must be a time like 2016-01-01T00:00:00+08:00.",
                    noTime);
        }
    }
}
