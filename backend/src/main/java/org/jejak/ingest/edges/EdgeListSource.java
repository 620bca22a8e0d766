package org.jejak.ingest.edges;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.Rows;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * An edge list, {@code source,target[,weight][,relation][,time]}, with an optional table of its nodes,
 * {@code id,label,…}: persons, undirected ties, one source.
 *
 * <p>A tie's row id is {@code source-target[-relation][-time]}, so the same list loaded twice changes nothing. An empty
 * relation is {@code associate}. A tie's time is the start of its validity. {@code weight}, and every column that has no
 * place in the contract, is kept with its row. Who has no label is named by their id. Memory grows with the nodes, not
 * with the ties.
 */
public final class EdgeListSource implements RowSource {

    private static final List<String> LINK_COLUMNS = List.of("id", "subject", "relation", "object", "from", "source");

    private final Delivery delivery;
    private final DeliveredFile edges;
    private final Optional<DeliveredFile> nodes;
    private final List<String> edgeColumns;
    private final List<String> nodeColumns;

    private EdgeListSource(Delivery delivery, DeliveredFile edges, Optional<DeliveredFile> nodes) throws IOException {
        this.delivery = delivery;
        this.edges = edges;
        this.nodes = nodes;
        this.edgeColumns = columns(edges);
        this.nodeColumns = nodes.isPresent() ? columns(nodes.get()) : List.of();
        if (!edgeColumns.containsAll(List.of("source", "target"))) {
            throw new UnreadableDelivery(edges.name() + " is no edge list: its first line must name the columns source"
                    + " and target. It names: " + shown(edgeColumns));
        }
        if (nodes.isPresent() && !nodeColumns.contains("id")) {
            throw new UnreadableDelivery(nodes.get().name() + " is no table of nodes: its first line must name the"
                    + " column id. It names: " + shown(nodeColumns));
        }
    }

    /** @throws UnreadableDelivery if {@code edges} is no edge list, or {@code nodes} no table of nodes */
    public static EdgeListSource open(Path edges, Optional<Path> nodes, Delivery delivery) throws IOException {
        Optional<DeliveredFile> nodeFile =
                nodes.isPresent() ? Optional.of(DeliveredFile.of(nodes.get())) : Optional.empty();
        return new EdgeListSource(delivery, DeliveredFile.of(edges), nodeFile);
    }

    /** Whether the first line of this file is that of an edge list. */
    public static boolean looksLike(Path file) {
        try {
            return columns(DeliveredFile.of(file)).containsAll(List.of("source", "target"));
        } catch (IOException | UnreadableDelivery none) {
            return false;
        }
    }

    private static List<String> columns(DeliveredFile file) throws IOException {
        try (var table = new Table(file)) {
            return table.columns();
        }
    }

    private static String shown(List<String> columns) {
        String all = String.join(", ", columns);
        return all.isEmpty() ? "nothing" : all.length() <= 200 ? all : all.substring(0, 200) + "…";
    }

    @Override
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public String name() {
        return edges.name();
    }

    @Override
    public String digest() {
        if (nodes.isEmpty()) {
            return edges.sha256();
        }
        try {
            String both = edges.sha256() + "\n" + nodes.get().sha256() + "\n";
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public List<RowFile> files() {
        var persons = new LinkedHashSet<>(List.of("id", "name", "source"));
        nodeColumns.stream()
                .filter(c -> !c.equals("id") && !c.equals("label"))
                .map(EdgeListSource::kept)
                .forEach(persons::add);
        var links = new LinkedHashSet<>(LINK_COLUMNS);
        edgeColumns.stream()
                .filter(c -> !Set.of("source", "target", "relation", "time").contains(c))
                .map(EdgeListSource::kept)
                .forEach(links::add);
        return List.of(
                new Translated(
                        "sources",
                        List.copyOf(edges.sourceRow().keySet()),
                        () -> Rows.of(List.of(new RawRow(1, edges.sourceRow())))),
                new Translated("persons", List.copyOf(persons), Persons::new),
                new Translated("links", List.copyOf(links), Links::new));
    }

    /** Our ids and sources are not to be overwritten by columns that happen to be called so. */
    private static String kept(String column) {
        boolean taken = RecordFile.PERSONS.column(column).isPresent()
                || RecordFile.LINKS.column(column).isPresent()
                || column.startsWith("_");
        return taken ? "given " + column : column;
    }

    private interface Opening {
        Rows open() throws IOException;
    }

    private record Translated(String name, List<String> columns, Opening opening) implements RowFile {
        @Override
        public long rowCount() {
            return -1;
        }

        @Override
        public Rows open() throws IOException {
            return opening.open();
        }
    }

    private static RawRow flawed(Table.Line line, String column, String reason) {
        String value = line.cells().getOrDefault(column, "");
        return new RawRow(line.number(), line.cells(), Optional.of(new RawRow.Flaw(column, value, reason)));
    }

    /** First the table of nodes, then whoever only the ties name. */
    private final class Persons implements Rows {

        private final Set<String> seen = new HashSet<>();
        private final List<RawRow> waiting = new ArrayList<>();
        private @Nullable Table table;
        private boolean inNodes;

        Persons() throws IOException {
            inNodes = nodes.isPresent();
            table = new Table(inNodes ? nodes.get() : edges);
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            while (waiting.isEmpty()) {
                Table open = table;
                if (open == null) {
                    return null;
                }
                Table.Line line = open.next();
                if (line == null) {
                    open.close();
                    table = inNodes ? new Table(edges) : null;
                    inNodes = false;
                } else if (inNodes) {
                    node(line);
                } else {
                    named(line, "source");
                    named(line, "target");
                }
            }
            return waiting.removeFirst();
        }

        private void node(Table.Line line) {
            String id = line.cells().getOrDefault("id", "");
            if (id.isEmpty() || !line.complete()) {
                waiting.add(flawed(line, "id", id.isEmpty() ? "the node has no id" : "too many or too few cells"));
                return;
            }
            var cells = person(id, line.cells().getOrDefault("label", id));
            line.cells().forEach((column, cell) -> {
                if (!column.equals("id") && !column.equals("label")) {
                    cells.put(kept(column), cell);
                }
            });
            seen.add(id);
            waiting.add(new RawRow(line.number(), cells));
        }

        private void named(Table.Line line, String column) {
            String id = line.cells().getOrDefault(column, "");
            if (!id.isEmpty() && line.complete() && seen.add(id)) {
                waiting.add(new RawRow(line.number(), person(id, id)));
            }
        }

        private Map<String, String> person(String id, String name) {
            var cells = new LinkedHashMap<String, String>();
            cells.put("id", DeliveredFile.id(id));
            if (!Set.of("n/a", "-", "unknown").contains(name.toLowerCase(Locale.ROOT))) {
                cells.put("name", name);
            }
            cells.put("source", edges.sourceId());
            return cells;
        }

        @Override
        public void close() throws IOException {
            if (table != null) {
                table.close();
            }
        }
    }

    private final class Links implements Rows {

        private final Table table;

        Links() throws IOException {
            table = new Table(edges);
        }

        @Override
        public @Nullable RawRow next() {
            Table.Line line = table.next();
            return line == null ? null : link(line);
        }

        private RawRow link(Table.Line line) {
            String from = line.cells().getOrDefault("source", "");
            String to = line.cells().getOrDefault("target", "");
            String relation = line.cells().getOrDefault("relation", "");
            String time = line.cells().getOrDefault("time", "");
            String weight = line.cells().getOrDefault("weight", "");
            if (!line.complete()) {
                return flawed(line, "", "too many or too few cells; the header names " + edgeColumns.size());
            }
            if (from.isEmpty() || to.isEmpty()) {
                return flawed(line, from.isEmpty() ? "source" : "target", "a tie needs both its ends");
            }
            if (!weight.isEmpty() && !isStrength(weight)) {
                return flawed(line, "weight", "a weight is a number of 0 or more");
            }
            var cells = new LinkedHashMap<String, String>();
            cells.put(
                    "id",
                    DeliveredFile.fitted(DeliveredFile.id(from)
                            + "-" + DeliveredFile.id(to)
                            + (relation.isEmpty() ? "" : "-" + DeliveredFile.id(relation))
                            + (time.isEmpty() ? "" : "-" + DeliveredFile.id(time))));
            cells.put("subject", DeliveredFile.id(from));
            cells.put("relation", relation.isEmpty() ? "associate" : relation);
            cells.put("object", DeliveredFile.id(to));
            cells.put("from", time);
            cells.put("source", edges.sourceId());
            line.cells().forEach((column, cell) -> {
                if (!Set.of("source", "target", "relation", "time").contains(column)) {
                    cells.put(kept(column), cell);
                }
            });
            return new RawRow(line.number(), cells);
        }

        private static boolean isStrength(String weight) {
            try {
                return new BigDecimal(weight).signum() >= 0;
            } catch (NumberFormatException none) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
