package org.jejak.ingest.edges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.Table;
import org.jejak.ingest.translation.TranslatedSource;
import org.jspecify.annotations.Nullable;

/**
 * An edge list, {@code source,target[,weight][,relation][,time]}, with an optional table of its nodes,
 * {@code id,label,…}: persons, undirected ties, one source.
 *
 * <p>A tie's row id is {@code source-target[-relation][-time]}, so the same list loaded twice changes nothing. An empty
 * relation is {@code associate}. A tie's time is the start of its validity. {@code weight}, and every column that has no
 * place in the contract, is kept with its row.
 */
public final class EdgeListSource {

    private static final Set<String> TIE_COLUMNS = Set.of("source", "target", "relation", "time");
    private static final Set<String> NODE_COLUMNS = Set.of("id", "label");
    private static final Set<String> KNOWN = Set.of("source", "target", "weight", "relation", "time", "id", "label");

    private EdgeListSource() {}

    /** @throws UnreadableDelivery if {@code edges} is no edge list, or {@code nodes} no table of nodes */
    public static RowSource open(Path edges, Optional<Path> nodes, Delivery delivery) throws IOException {
        var edgeFile = DeliveredFile.of(edges);
        var nodeFile = nodes.isPresent() ? Optional.of(DeliveredFile.of(nodes.get())) : Optional.<DeliveredFile>empty();
        List<String> edgeColumns = columns(edgeFile);
        if (!edgeColumns.containsAll(List.of("source", "target"))) {
            throw new UnreadableDelivery(
                    edgeFile.name() + " is no edge list: its first line must name the columns source"
                            + " and target. It names: " + shown(edgeColumns));
        }
        if (nodeFile.isPresent() && !columns(nodeFile.get()).contains("id")) {
            throw new UnreadableDelivery(nodeFile.get().name() + " is no table of nodes: its first line must name the"
                    + " column id. It names: " + shown(columns(nodeFile.get())));
        }
        return new TranslatedSource(
                delivery, edgeFile.name(), digest(edgeFile, nodeFile), () -> new Lines(edgeFile, nodeFile));
    }

    /** Whether the first line of this file is that of an edge list. */
    public static boolean looksLike(Path file) {
        try {
            return columns(DeliveredFile.of(file)).containsAll(List.of("source", "target"));
        } catch (IOException | UnreadableDelivery none) {
            return false;
        }
    }

    private static Table table(DeliveredFile file) throws IOException {
        return new Table(file, Table.Writing.PLAIN, given -> {
            String lower = given.toLowerCase(Locale.ROOT);
            return KNOWN.contains(lower) ? lower : given;
        });
    }

    private static List<String> columns(DeliveredFile file) throws IOException {
        try (var table = table(file)) {
            return table.columns();
        }
    }

    private static String shown(List<String> columns) {
        String all = String.join(", ", columns);
        return all.isEmpty() ? "nothing" : all.length() <= 200 ? all : all.substring(0, 200) + "…";
    }

    private static String digest(DeliveredFile edges, Optional<DeliveredFile> nodes) {
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

    /** First the table of nodes, then the ties and whoever only they name. */
    private static final class Lines implements TranslatedSource.Items {

        private final DeliveredFile edges;
        private final TieRows rows;
        private @Nullable Table nodes;
        private @Nullable Table ties;
        private boolean begun;

        Lines(DeliveredFile edges, Optional<DeliveredFile> nodes) throws IOException {
            this.edges = edges;
            this.rows = new TieRows(edges.sourceId());
            this.nodes = nodes.isPresent() ? table(nodes.get()) : null;
        }

        @Override
        public @Nullable FileRows next() throws IOException {
            var made = new FileRows();
            if (!begun) {
                begun = true;
                made.add("sources", new RawRow(1, edges.sourceRow()));
                return made;
            }
            Table.Line line = nextNode();
            if (line != null) {
                node(made, line);
                return made;
            }
            if (ties == null) {
                ties = table(edges);
            }
            line = ties.next();
            if (line == null) {
                return null;
            }
            tie(made, line, ties.columns().size());
            return made;
        }

        private Table.@Nullable Line nextNode() throws IOException {
            Table open = nodes;
            Table.Line line = open == null ? null : open.next();
            if (line == null && open != null) {
                open.close();
                nodes = null;
            }
            return line;
        }

        private void node(FileRows made, Table.Line line) {
            String id = line.cell("id");
            var rest = without(line.cells(), NODE_COLUMNS);
            if (id.isEmpty() || !line.complete()) {
                var flaw = id.isEmpty()
                        ? new RawRow.Flaw("id", "", "the node has no id")
                        : new RawRow.Flaw("", "", "too many or too few cells");
                rows.node(made, line.number(), id, line.cell("label"), rest, Optional.of(flaw));
                return;
            }
            rows.node(made, line.number(), id, line.cell("label"), rest);
        }

        private void tie(FileRows made, Table.Line line, int columns) {
            String from = line.cell("source");
            String to = line.cell("target");
            String weight = line.cell("weight");
            if (line.complete()) {
                for (String end : List.of(from, to)) {
                    if (!end.isEmpty()) {
                        rows.end(made, line.number(), end);
                    }
                }
            }
            var tie = new TieRows.Tie(from, to, line.cell("relation"), line.cell("time"), "");
            Optional<RawRow.Flaw> flaw = Optional.empty();
            if (!line.complete()) {
                String reason = "too many or too few cells; the header names " + columns;
                flaw = Optional.of(new RawRow.Flaw("", "", reason));
                for (String end : new LinkedHashSet<>(List.of(from, to))) {
                    rows.refusedEnd(made, line.number(), end, "its tie is refused: " + reason);
                }
            } else if (from.isEmpty() || to.isEmpty()) {
                String end = from.isEmpty() ? "subject" : "object";
                flaw = Optional.of(new RawRow.Flaw(end, "", "a tie needs both its ends"));
            } else if (!weight.isEmpty() && !TieRows.isStrength(weight)) {
                flaw = TieRows.noStrength(weight);
            }
            rows.tie(made, line.number(), tie, "", without(line.cells(), TIE_COLUMNS), flaw);
        }

        private static Map<String, String> without(Map<String, String> cells, Set<String> taken) {
            var rest = new LinkedHashMap<>(cells);
            rest.keySet().removeAll(taken);
            return rest;
        }

        @Override
        public void close() throws IOException {
            if (nodes != null) {
                nodes.close();
            }
            if (ties != null) {
                ties.close();
            }
        }
    }
}
