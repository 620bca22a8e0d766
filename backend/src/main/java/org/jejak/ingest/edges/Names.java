package org.jejak.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jejak.network.RecordFile;

/** By which names the programs that write networks call the same thing; upper and lower case are one. */
final class Names {

    /** The name of a node: igraph, networkx, Gephi, Cytoscape, yEd. */
    static final List<String> OF_NODE = List.of("label", "name", "shared name", GraphmlReader.NODE_LABEL);

    /** The relation of an edge. */
    static final List<String> OF_RELATION = List.of(
            "relation",
            "kind",
            "interaction",
            "shared interaction",
            "edge label",
            "label",
            "type",
            GraphmlReader.EDGE_LABEL);

    /** The table's own id of an edge, where it does not stand in the element. */
    static final List<String> OF_EDGE_ID = List.of("id", "edge id", "edgeid", "edge_id");

    static final List<String> OF_BEGINNING = List.of("time", "start", "from");
    static final List<String> OF_END = List.of("end", "to");
    static final String WEIGHT = "weight";

    /** What all kinds of file call the direction of an edge; no relation. */
    private static final Set<String> DIRECTIONS = Set.of("directed", "undirected", "mutual");

    private Names() {}

    /** The value under the first of these names that there is. */
    static Optional<String> value(Map<String, String> values, String name) {
        String exact = values.get(name);
        return exact != null
                ? Optional.of(exact)
                : values.entrySet().stream()
                        .filter(e -> e.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** The same, taken out of {@code values}, where it fits. */
    static Optional<String> take(Map<String, String> values, List<String> names, Predicate<String> fit) {
        for (String name : names) {
            for (Map.Entry<String, String> entry : values.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name) && fit.test(entry.getValue())) {
                    values.remove(entry.getKey());
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Takes what says how the two are tied; empty where nothing does. */
    static String takeRelation(Map<String, String> values) {
        return take(values, OF_RELATION, text -> !DIRECTIONS.contains(text.toLowerCase(Locale.ROOT)))
                .map(Names::relation)
                .orElse("");
    }

    /** What said so before the names that further programs use were known. */
    static String relationBefore(Map<String, String> values) {
        return List.of("relation", "kind", "label", "type").stream()
                .map(name -> values.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty() && !DIRECTIONS.contains(text))
                .map(Names::relation)
                .findFirst()
                .orElse("");
    }

    /** {@code Member of} is the relation the contract calls {@code member_of}; what it does not know stays as it is. */
    private static String relation(String text) {
        String word = text.toLowerCase(Locale.ROOT).replace(' ', '_');
        return RecordFile.RELATIONS.contains(word) ? word : text;
    }
}
