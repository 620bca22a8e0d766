package org.jejak.ingest.ftm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity, or a fragment of one.
 *
 * @param line where it, or its first fragment, stands in the stream
 * @param at which of the fragments of its stream it is
 * @param replaces whether it stands in the place of what came before of the same id, instead of beside it
 * @param properties values by property, each once, in the order of the stream
 * @param context other keys beside {@code id}, {@code schema} and {@code properties}, as JSON
 */
record FtmEntity(
        long line,
        long at,
        boolean replaces,
        String id,
        String schema,
        Map<String, List<String>> properties,
        Map<String, List<String>> context) {

    FtmEntity {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    FtmEntity(
            long line,
            String id,
            String schema,
            Map<String, List<String>> properties,
            Map<String, List<String>> context) {
        this(line, 0, false, id, schema, properties, context);
    }

    FtmEntity at(long place) {
        return new FtmEntity(line, place, replaces, id, schema, properties, context);
    }

    FtmEntity replacing() {
        return new FtmEntity(line, at, true, id, schema, properties, context);
    }

    /** How many values it has. */
    int size() {
        return properties.values().stream().mapToInt(List::size).sum();
    }

    /** Both fragments as one; empty where their schemata cannot be one entity's. */
    Optional<FtmEntity> with(FtmEntity other) {
        if (other.replaces) {
            return Optional.of(new FtmEntity(line, at, true, id, other.schema, other.properties, other.context));
        }
        return Schemata.common(schema, other.schema)
                .map(common -> new FtmEntity(
                        line,
                        at,
                        replaces,
                        id,
                        common,
                        union(properties, other.properties),
                        union(context, other.context)));
    }

    private static Map<String, List<String>> union(Map<String, List<String>> one, Map<String, List<String>> other) {
        var union = new LinkedHashMap<String, List<String>>();
        one.forEach((name, values) -> union.put(name, new ArrayList<>(values)));
        other.forEach((name, values) -> {
            var all = union.computeIfAbsent(name, n -> new ArrayList<>());
            for (String value : values) {
                if (!all.contains(value)) {
                    all.add(value);
                }
            }
        });
        return union;
    }

    List<String> values(String property) {
        return properties.getOrDefault(property, List.of());
    }
}
