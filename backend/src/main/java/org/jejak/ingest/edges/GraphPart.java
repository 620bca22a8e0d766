package org.jejak.ingest.edges;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node or an edge of a graph file, with what stands at it by name. */
sealed interface GraphPart {

    long line();

    /**
     * @param values label and attributes, by their names
     * @param spells when it is there; none where it always is
     * @param timed what it is for a time
     */
    record Node(long line, String id, Map<String, String> values, List<Span> spells, List<Timed> timed)
            implements GraphPart {}

    /**
     * @param id its own, or empty
     * @param source empty where the file has none
     * @param target alike
     * @param values attributes by their names, the weight not among them
     * @param weight as written, or empty
     * @param spells when it is there; none where it always is
     * @param weights what it weighs for a time; none where it does not change
     */
    record Edge(
            long line,
            String id,
            String source,
            String target,
            Map<String, String> values,
            String weight,
            List<Span> spells,
            List<Timed> weights)
            implements GraphPart {}

    /** Something the model of persons and ties cannot say. */
    record Unfit(long line, Map<String, String> values, String column, String reason) implements GraphPart {}

    /** A value that holds for a time. */
    record Timed(String name, String value, Span span) {}

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
        private final List<Span> spells = new ArrayList<>();
        private final List<Timed> timed = new ArrayList<>();
        private boolean listed;
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
            boolean said = timed.stream().anyMatch(t -> t.name().equals(name));
            if (!value.isEmpty() && !said) {
                values.putIfAbsent(name, value);
            }
        }

        /** When the element says that it is there. */
        void spell(Span span) {
            if (!span.isAlways()) {
                spells.add(span);
            }
        }

        /** One of several times at which it is there; what the element says around them all is then none of its own. */
        void spells(Span span) {
            if (!listed) {
                spells.clear();
                listed = true;
            }
            put("spells", span.text());
            spell(span);
        }

        /** A value that holds for a time; what an edge weighs then is told apart, all else is kept with its time behind it. */
        void put(String name, String value, Span span) {
            if (value.isEmpty()) {
                return;
            }
            timed.add(new Timed(name, value, span));
            if (!isWeight(name)) {
                put(name, value + " (" + span.text() + ")");
            }
        }

        private boolean isWeight(String name) {
            return !node && name.equalsIgnoreCase(Names.WEIGHT);
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
            String weight = node ? "" : weight();
            var all = new LinkedHashMap<String, String>(attributes);
            values.forEach((name, value) -> {
                if (!value.equals(attributes.get(name))) {
                    all.put(attributes.containsKey(name) ? "given " + name : name, value);
                }
            });
            if (node) {
                return id.isEmpty()
                        ? new Unfit(line, all, "id", "the node has no id")
                        : new Node(line, id, all, List.copyOf(spells), List.copyOf(timed));
            }
            var weights = timed.stream().filter(t -> isWeight(t.name())).toList();
            return new Edge(line, id, source, target, all, weight, List.copyOf(spells), weights);
        }

        /** What is said in the attribute of a name of its own goes before what every edge of the program carries. */
        private String weight() {
            var given = Names.take(values, List.of(Names.WEIGHT), text -> true);
            var always = Names.take(attributes, List.of(Names.WEIGHT), text -> true);
            return given.or(() -> always).orElse("");
        }

        private String take(String name) {
            String value = attributes.remove(name);
            return value == null ? "" : value;
        }
    }
}
