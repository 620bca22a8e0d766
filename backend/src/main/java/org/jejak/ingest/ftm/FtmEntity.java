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
 * @param properties values by property, each once, in the order of the stream
 * @param context other keys beside {@code id}, {@code schema} and {@code properties}, as JSON
 */
record FtmEntity(
        long line, String id, String schema, Map<String, List<String>> properties, Map<String, List<String>> context) {

    FtmEntity {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** Both fragments as one; empty where their schemata cannot be one entity's. */
    Optional<FtmEntity> with(FtmEntity other) {
        return Schemata.common(schema, other.schema)
                .map(common -> new FtmEntity(
                        line, id, common, union(properties, other.properties), union(context, other.context)));
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
