package org.jejak.ingest.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table of ties name the two ends, as they are called in its header.
 *
 * @param certain whether the names leave no doubt that it is a table of ties: many tables have a {@code from} and a
 *     {@code to}
 */
record EdgeColumns(String source, String target, boolean certain) {

    private record Pair(String source, String target, boolean certain) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("source", "target", true),
            new Pair("source_id", "target_id", true),
            new Pair("src", "dst", false),
            new Pair("from", "to", false),
            new Pair("from_id", "to_id", false));

    /** What else a table of ties has, and a table of calls or payments has not. */
    private static final Set<String> BESIDE = Set.of(
            "weight", "relation", "kind", "type", "label", "id", "edge id", "edge_id", "interaction", "directed");

    /** The ends, where the header names both. */
    static Optional<EdgeColumns> of(List<String> columns) {
        for (Pair pair : PAIRS) {
            Optional<String> source = named(columns, pair.source());
            Optional<String> target = named(columns, pair.target());
            if (source.isPresent() && target.isPresent()) {
                boolean certain = pair.certain()
                        || columns.stream()
                                .filter(c -> !c.equals(source.get()) && !c.equals(target.get()))
                                .allMatch(c -> BESIDE.contains(c.toLowerCase(Locale.ROOT)));
                return Optional.of(new EdgeColumns(source.get(), target.get(), certain));
            }
        }
        return Optional.empty();
    }

    /** The columns that a header lacks to be that of a table of ties, where it has one of the two. */
    static Optional<String> missing(List<String> columns) {
        for (Pair pair : PAIRS) {
            var missing = new ArrayList<String>();
            for (String end : List.of(pair.source(), pair.target())) {
                if (named(columns, end).isEmpty()) {
                    missing.add(end);
                }
            }
            if (missing.size() == 1) {
                return Optional.of(missing.getFirst());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(List<String> columns, String name) {
        return columns.stream().filter(c -> c.equalsIgnoreCase(name)).findFirst();
    }
}
