package org.jejak.ingest.edges;

import java.io.Closeable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node or an edge of a graph file, with what stands at it by name. */
sealed interface GraphPart {

    long line();

    /** @param values label and attributes, by their names */
    record Node(long line, String id, Map<String, String> values) implements GraphPart {}

    /** @param id its own, or empty */
    record Edge(long line, String id, String source, String target, Map<String, String> values) implements GraphPart {}

    /** Something the model of persons and ties cannot say. */
    record Unfit(long line, Map<String, String> values, String column, String reason) implements GraphPart {}

    /** Reads a file part by part. */
    interface Reader extends Closeable {

        /** The next part, or null behind the last. */
        @Nullable
        GraphPart next();
    }

    /** A node or edge while its element is open. */
    final class Draft {

        private final boolean node;
        private final long line;
        private final Map<String, String> attributes;
        private final Map<String, String> values = new LinkedHashMap<>();
        private boolean handedOut;

        Draft(boolean node, long line, Map<String, String> attributes) {
            this.node = node;
            this.line = line;
            this.attributes = new LinkedHashMap<>(attributes);
        }

        boolean isNode() {
            return node;
        }

        /** A second value of one name is kept beside the first. */
        void put(String name, String value) {
            if (!value.isEmpty()) {
                values.merge(name, value, (one, other) -> one + " | " + other);
            }
        }

        /** Takes the value where nothing was said. */
        void putDefault(String name, String value) {
            if (!value.isEmpty()) {
                values.putIfAbsent(name, value);
            }
        }

        boolean isHandedOut() {
            return handedOut;
        }

        /** The part; what stands in its attributes and in its values under one name stays apart. */
        GraphPart part() {
            handedOut = true;
            String id = take("id");
            String source = node ? "" : take("source");
            String target = node ? "" : take("target");
            var all = new LinkedHashMap<String, String>();
            all.putAll(attributes);
            values.forEach((name, value) -> all.put(attributes.containsKey(name) ? "given " + name : name, value));
            if (node) {
                return id.isEmpty() ? new Unfit(line, all, "id", "the node has no id") : new Node(line, id, all);
            }
            if (source.isEmpty() || target.isEmpty()) {
                all.put("source", source);
                all.put("target", target);
            }
            return source.isEmpty() || target.isEmpty()
                    ? new Unfit(line, all, source.isEmpty() ? "source" : "target", "a tie needs both its ends")
                    : new Edge(line, id, source, target, all);
        }

        private String take(String name) {
            String value = attributes.remove(name);
            return value == null ? "" : value;
        }
    }
}
