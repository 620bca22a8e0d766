package org.jejak.ingest.edges;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.TranslatedSource;
import org.jejak.network.PartialTime;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * A graph in GraphML or GEXF: persons, undirected ties, one source, as from an edge list.
 *
 * <p>A node is named by its label, else its {@code name}, else its id. A tie's relation is what the file calls
 * {@code relation}, {@code kind}, {@code label} or {@code type}, its time {@code time} or {@code start}, its end
 * {@code end}, where those are times of the contract. All else stays with its row. Parallel edges that differ in nothing
 * the row id says are told apart by their own ids; memory grows with the nodes, and by a number for each edge.
 */
public final class GraphFileSource {

    private static final List<String> NAMES = List.of("label", "Label", "name", "Name", "yfiles nodegraphics");
    private static final List<String> RELATIONS = List.of("relation", "kind", "label", "type");
    private static final List<String> BEGINNINGS = List.of("time", "start", "from");
    private static final List<String> ENDS = List.of("end", "to");

    /** What both kinds of file call the direction of an edge; no relation. */
    private static final Set<String> DIRECTIONS = Set.of("directed", "undirected", "mutual");

    private GraphFileSource() {}

    /** @throws UnreadableDelivery if it is no GraphML, or not well-formed */
    public static RowSource graphml(Path path, Delivery delivery) throws IOException {
        var file = checked(path, "graphml", "GraphML");
        return source(delivery, file, () -> new Parts(file, new GraphmlReader(file), time -> true));
    }

    /** @throws UnreadableDelivery if it is no GEXF, or not well-formed */
    public static RowSource gexf(Path path, Delivery delivery) throws IOException {
        var file = checked(path, "gexf", "GEXF");
        return source(delivery, file, () -> {
            var reader = new GexfReader(file);
            return new Parts(file, reader, reader::isCalendar);
        });
    }

    public static boolean looksLikeGraphml(Path path) {
        return root(path).equals("graphml");
    }

    public static boolean looksLikeGexf(Path path) {
        return root(path).equals("gexf");
    }

    private static RowSource source(Delivery delivery, DeliveredFile file, TranslatedSource.Opening opening)
            throws IOException {
        return new TranslatedSource(delivery, file.name(), file.sha256(), opening);
    }

    private static DeliveredFile checked(Path path, String element, String format) throws IOException {
        var file = DeliveredFile.of(path);
        try (var xml = new XmlPull(file.name(), file.open())) {
            if (!xml.advance() || !xml.element().equals(element)) {
                throw new UnreadableDelivery(file.name() + " is no " + format + ": its outermost element must be <"
                        + element + ">. It is <" + xml.element() + ">.");
            }
        }
        return file;
    }

    /** The name of the outermost element; empty if it is no XML. */
    private static String root(Path path) {
        try (var xml = new XmlPull(path.toString(), java.nio.file.Files.newInputStream(path))) {
            return xml.advance() ? xml.element() : "";
        } catch (IOException | UnreadableDelivery none) {
            return "";
        }
    }

    /** Nodes and edges as rows; in the end whoever was tied and never described. */
    private static final class Parts implements TranslatedSource.Items {

        private final DeliveredFile file;
        private final GraphPart.Reader reader;
        private final Predicate<String> calendar;
        private final TieRows rows;
        private final Set<String> described = new HashSet<>();
        private final Set<Long> ties = new HashSet<>();
        private final Map<String, Long> named = new LinkedHashMap<>();
        private @Nullable Iterator<Map.Entry<String, Long>> left;
        private boolean begun;

        Parts(DeliveredFile file, GraphPart.Reader reader, Predicate<String> calendar) {
            this.file = file;
            this.reader = reader;
            this.calendar = calendar;
            this.rows = new TieRows(file.sourceId());
        }

        @Override
        public @Nullable FileRows next() {
            var made = new FileRows();
            if (!begun) {
                begun = true;
                made.add("sources", new RawRow(1, file.sourceRow()));
                return made;
            }
            GraphPart part = left == null ? reader.next() : null;
            switch (part) {
                case GraphPart.Node node -> node(made, node);
                case GraphPart.Edge edge -> edge(made, edge);
                case GraphPart.Unfit unfit ->
                    rows.unfit(made, unfit.line(), unfit.values(), unfit.column(), unfit.reason());
                case null -> {
                    return undescribed(made) ? made : null;
                }
            }
            return made;
        }

        private boolean undescribed(FileRows made) {
            if (left == null) {
                named.keySet().removeAll(described);
                left = named.entrySet().iterator();
            }
            if (!left.hasNext()) {
                return false;
            }
            var end = left.next();
            rows.end(made, end.getValue(), end.getKey());
            return true;
        }

        private void node(FileRows made, GraphPart.Node node) {
            var rest = new LinkedHashMap<>(node.values());
            String label = taken(rest, NAMES, name -> true).orElse("");
            described.add(node.id());
            rows.node(made, node.line(), node.id(), label, rest);
        }

        private void edge(FileRows made, GraphPart.Edge edge) {
            var rest = new LinkedHashMap<>(edge.values());
            String weight = rest.getOrDefault("weight", "");
            var flaw = weight.isEmpty() || TieRows.isStrength(weight)
                    ? Optional.<RawRow.Flaw>empty()
                    : TieRows.noStrength(weight);
            String relation = taken(rest, RELATIONS, text -> !DIRECTIONS.contains(text))
                    .map(Parts::relation)
                    .orElse("");
            Predicate<String> time = text -> calendar.test(text) && PartialTime.isWritten(text);
            String from = taken(rest, BEGINNINGS, time).orElse("");
            String to = taken(rest, ENDS, time).orElse("");
            var tie = new TieRows.Tie(edge.source(), edge.target(), relation, from, to);
            boolean parallel = !ties.add(hash(TieRows.id(tie)));
            if (!edge.id().isEmpty()) {
                rest.put("edge", edge.id());
            }
            for (String end : new LinkedHashSet<>(List.of(edge.source(), edge.target()))) {
                named.putIfAbsent(end, edge.line());
            }
            String suffix = parallel && !edge.id().isEmpty() ? "#" + DeliveredFile.id(edge.id()) : "";
            rows.tie(made, edge.line(), tie, suffix, rest, flaw);
        }

        private static Optional<String> taken(Map<String, String> rest, List<String> names, Predicate<String> fit) {
            for (String name : names) {
                String value = rest.get(name);
                if (value != null && fit.test(value)) {
                    rest.remove(name);
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }

        /** {@code Member of} is the relation the contract calls {@code member_of}; what it does not know stays as it is. */
        private static String relation(String text) {
            String word = text.toLowerCase(Locale.ROOT).replace(' ', '_');
            return RecordFile.RELATIONS.contains(word) ? word : text;
        }

        /** 64 bits of it: should two ties ever meet in one, the second only gets its own id behind the other. */
        private static long hash(String id) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
