package org.jejak.ingest.ftm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Takes a JSON value apart into entities: the one it is, and those that stand nested in its properties, however deep. A
 * nested entity is referred to by its id; one under a backward property refers to who holds it.
 */
final class FtmNesting {

    private static final Set<String> STANDARD = Set.of("id", "schema", "properties");

    /** Keys of one line of the statement form that name the entity, its schema, and one value of one property. */
    private static final Set<String> STATEMENT =
            Set.of("canonical_id", "entity_id", "schema", "prop", "value", "prop_type", "id");

    /** What a list of changes says of an entity. */
    private static final Set<String> CHANGES = Set.of("ADD", "MOD", "DEL");

    private final long line;
    private final List<FtmLine> found = new ArrayList<>();

    FtmNesting(long line) {
        this.line = line;
    }

    List<FtmLine> of(JsonNode json) {
        if (!json.isObject()) {
            return List.of(FtmLine.flawed(line, json.toString(), "it is not a JSON object"));
        }
        if (json.has("op") && json.path("entity").isObject()) {
            return change(json);
        }
        String reason = fault(json);
        if (!reason.isEmpty()) {
            return List.of(FtmLine.flawed(line, json.toString(), reason));
        }
        add(json);
        return found;
    }

    private List<FtmLine> change(JsonNode json) {
        String op = text(json.get("op"));
        JsonNode entity = json.get("entity");
        if (!CHANGES.contains(op)) {
            return List.of(FtmLine.flawed(line, json.toString(), "its op is none of ADD, MOD and DEL"));
        }
        if (op.equals("DEL") && !text(entity.path("id")).isEmpty()) {
            return List.of(new FtmLine.Deleted(line, text(entity.get("id")), text(entity.path("schema"))));
        }
        String reason = fault(entity);
        if (!reason.isEmpty()) {
            return List.of(FtmLine.flawed(line, json.toString(), reason));
        }
        add(entity);
        if (op.equals("MOD") && found.getFirst() instanceof FtmLine.Fragment changed) {
            found.set(0, new FtmLine.Fragment(changed.entity().replacing()));
        }
        return found;
    }

    private static boolean isStatement(JsonNode json) {
        return json.has("prop") && !json.has("properties");
    }

    private static String id(JsonNode json) {
        return text(
                !isStatement(json)
                        ? json.path("id")
                        : json.has("canonical_id") ? json.get("canonical_id") : json.path("entity_id"));
    }

    /** Why it is no entity; empty if it is one. */
    private static String fault(JsonNode json) {
        String id = id(json);
        if (id.isEmpty() || text(json.path("schema")).isEmpty()) {
            return "an entity needs its " + (id.isEmpty() ? "id" : "schema");
        }
        JsonNode given = json.path("properties");
        boolean properties = given.isObject() || given.isMissingNode() || given.isNull() || isStatement(json);
        return properties ? "" : "its properties are not a JSON object of lists";
    }

    /** Puts the entity in, and behind it what is nested in it. */
    private void add(JsonNode json) {
        boolean statement = isStatement(json);
        var properties = new LinkedHashMap<String, List<String>>();
        var context = context(json, statement);
        int place = found.size();
        found.add(FtmLine.flawed(line, "", ""));
        if (statement) {
            if (!text(json.get("prop")).equals("id")) {
                properties.put(text(json.get("prop")), List.of(text(json.path("value"))));
            }
        } else {
            for (Map.Entry<String, JsonNode> property : json.path("properties").properties()) {
                property(id(json), property.getKey(), property.getValue(), properties, context);
            }
        }
        found.set(
                place,
                new FtmLine.Fragment(new FtmEntity(line, id(json), text(json.path("schema")), properties, context)));
    }

    private void property(
            String holder,
            String name,
            JsonNode given,
            Map<String, List<String>> properties,
            Map<String, List<String>> context) {
        var values = new LinkedHashSet<String>();
        var unfit = new LinkedHashSet<String>();
        boolean backwards = false;
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            if (!value.isObject()) {
                values.add(text(value));
            } else if (!fault(value).isEmpty()) {
                String id = text(value.path("id"));
                (id.isEmpty() ? unfit : values).add(id.isEmpty() ? value.toString() : id);
            } else if (nested(holder, name, value)) {
                values.add(id(value));
            } else {
                backwards = true;
            }
        }
        values.remove("");
        if (!values.isEmpty() || !backwards && unfit.isEmpty()) {
            properties.put(name, List.copyOf(values));
        }
        if (!unfit.isEmpty()) {
            context.put("properties." + name, List.copyOf(unfit));
        }
    }

    /** Puts a nested entity in. Whether its holder states the reference, and not the nested one. */
    private boolean nested(String holder, String name, JsonNode value) {
        int place = found.size();
        add(value);
        if (!(found.get(place) instanceof FtmLine.Fragment fragment)) {
            return true;
        }
        FtmEntity entity = fragment.entity();
        String back = Backwards.forward(name, entity.schema()).orElseGet(() -> loose(name, entity));
        if (back.isEmpty()) {
            return true;
        }
        if (entity.values(back).isEmpty()) {
            var complete = new LinkedHashMap<>(entity.properties());
            complete.put(back, List.of(holder));
            found.set(
                    place,
                    new FtmLine.Fragment(
                            new FtmEntity(line, entity.id(), entity.schema(), complete, entity.context())));
        }
        return false;
    }

    /** Under a property we do not know: the one end that a tie lacks, which can only be who holds it. */
    private static String loose(String name, FtmEntity entity) {
        var edge = Schemata.edge(entity.schema());
        if (edge.isEmpty() || Schemata.references().containsKey(name)) {
            return "";
        }
        boolean source = entity.values(edge.get().source()).isEmpty();
        boolean target = entity.values(edge.get().target()).isEmpty();
        return source == target ? "" : source ? edge.get().source() : edge.get().target();
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
}
