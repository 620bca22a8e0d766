package org.jejak.ingest.ftm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.ingest.RawRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a stream: a fragment of an entity, or why it is none. */
sealed interface FtmLine {

    record Fragment(FtmEntity entity) implements FtmLine {}

    record Flawed(RawRow row) implements FtmLine {}

    JsonMapper JSON = JsonMapper.builder().build();

    int SHOWN = 200;

    Set<String> STANDARD = Set.of("id", "schema", "properties");

    /** Keys of one line of the statement form that name the entity, its schema, and one value of one property. */
    Set<String> STATEMENT = Set.of("canonical_id", "entity_id", "schema", "prop", "value", "prop_type", "id");

    static FtmLine read(long number, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            return flawed(number, "", "it holds bytes that are not UTF-8; save the file as UTF-8");
        }
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException broken) {
            return flawed(number, text, "it is not JSON; a stream has one JSON object on each line");
        }
        if (!json.isObject()) {
            return flawed(number, text, "it is not a JSON object");
        }
        boolean statement = json.has("prop") && !json.has("properties");
        String id = text(
                json.has("canonical_id") && statement
                        ? json.get("canonical_id")
                        : statement ? json.path("entity_id") : json.path("id"));
        String schema = text(json.path("schema"));
        if (id.isEmpty() || schema.isEmpty()) {
            return flawed(number, text, "an entity needs its " + (id.isEmpty() ? "id" : "schema"));
        }
        var properties = new LinkedHashMap<String, List<String>>();
        if (statement) {
            if (!text(json.get("prop")).equals("id")) {
                properties.put(text(json.get("prop")), List.of(text(json.path("value"))));
            }
        } else {
            JsonNode given = json.path("properties");
            if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
                return flawed(number, text, "its properties are not a JSON object of lists");
            }
            for (Map.Entry<String, JsonNode> property : given.properties()) {
                properties.put(property.getKey(), values(property.getValue()));
            }
        }
        return new Fragment(new FtmEntity(number, id, schema, properties, context(json, statement)));
    }

    private static Map<String, List<String>> context(JsonNode json, boolean statement) {
        var context = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, JsonNode> key : json.properties()) {
            if (!(statement ? STATEMENT : STANDARD).contains(key.getKey())) {
                context.put(key.getKey(), values(key.getValue()));
            }
        }
        return context;
    }

    private static List<String> values(JsonNode given) {
        var values = new ArrayList<String>();
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            String text = text(value);
            if (!text.isEmpty() && !values.contains(text)) {
                values.add(text);
            }
        }
        return values;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private static FtmLine flawed(long number, String text, String reason) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return new Flawed(new RawRow(
                number,
                text.isEmpty() ? Map.of() : Map.of("text", text),
                java.util.Optional.of(new RawRow.Flaw("text", shown, reason))));
    }
}
