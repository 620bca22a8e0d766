package org.jejak.ingest.edges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.translation.Table;

/**
 * An edge list, {@code source,target[,weight][,relation][,time]} or {@code from,to,…}, with an optional table of its
 * nodes, {@code id,label,…} or {@code id,name,…}: persons, undirected ties, one source.
 *
 * <p>Which line is which says {@link LineIdentity}: every line counts, and the same list loaded twice changes nothing. The
 * relation is also what the table calls {@code kind}, {@code interaction}, {@code label} or {@code type}; an empty one is
 * {@code associate}. A tie's time is the start of its validity. {@code weight}, and every column that has no place in the
 * contract, is kept with its row.
 */
public final class EdgeListSource {

    private static final Set<String> KNOWN = Set.of("source", "target", "weight", "relation", "time", "id", "label");

    private EdgeListSource() {}

    /** @throws UnreadableDelivery if {@code edges} is no edge list, or {@code nodes} no table of nodes */
    public static RowSource open(Path edges, Optional<Path> nodes, Delivery delivery) throws IOException {
        var edgeFile = DeliveredFile.of(edges);
        var nodeFile = nodes.isPresent() ? Optional.of(DeliveredFile.of(nodes.get())) : Optional.<DeliveredFile>empty();
        List<String> edgeColumns = columns(edgeFile);
        EdgeColumns ends = EdgeColumns.of(edgeColumns)
                .orElseThrow(() -> new UnreadableDelivery(edgeFile.name()
                        + " is no edge list: its first line must name the columns source and target, or from and to. "
                        + EdgeColumns.missing(edgeColumns)
                                .map(m -> "It has no column " + m + ". ")
                                .orElse("")
                        + "It names: " + shown(edgeColumns)));
        if (nodeFile.isPresent() && !columns(nodeFile.get()).contains("id")) {
            throw new UnreadableDelivery(nodeFile.get().name() + " is no table of nodes: its first line must name the"
                    + " column id. It names: " + shown(columns(nodeFile.get())));
        }
        Weights weights = weights(edgeFile);
        var about = new NetworkSource.About(delivery, edgeFile.name(), digest(edgeFile, nodeFile), true, false);
        return new NetworkSource(
                about, (apart, remarks) -> new EdgeLines(edgeFile, ends, nodeFile, weights, apart, remarks));
    }

    /** What a comma is in the weights of the file; only where it writes one is there anything to find out. */
    private static Weights weights(DeliveredFile file) throws IOException {
        var weights = new Weights();
        try (var table = table(file)) {
            if (table.columns().contains(Names.WEIGHT)) {
                for (Table.Line line = table.next(); line != null; line = table.next()) {
                    weights.look(line.cell(Names.WEIGHT));
                }
            }
        }
        return weights;
    }

    /** Whether the first line of this file is that of an edge list, and of nothing else. */
    public static boolean looksLike(Path file) {
        return header(file)
                .flatMap(EdgeColumns::of)
                .filter(EdgeColumns::certain)
                .isPresent();
    }

    /** What a table that is nearly an edge list lacks to be one, in a sentence; empty where it is nothing of the kind. */
    public static Optional<String> nearly(Path file) {
        List<String> columns = header(file).orElse(List.of());
        if (EdgeColumns.of(columns).isPresent()) {
            return Optional.of(
                    "Its columns from and to may be the ends of ties, or of calls and payments: name --format"
                            + " edges if it is an edge list. Its columns are: " + shown(columns));
        }
        if (columns.size() == 1
                && EdgeColumns.of(List.of(columns.getFirst().split("\\s+"))).isPresent()) {
            return Optional.of("It looks like an edge list, but its columns are parted by blanks (" + columns.getFirst()
                    + "); part them by commas, semicolons or tabs");
        }
        boolean data = columns.size() > 1 && columns.stream().skip(1).anyMatch(EdgeListSource::isNumber);
        if (data) {
            return Optional.of("It looks like a table without a header: its first line is " + shown(columns)
                    + ". If it is an edge list, put a line above it that names the columns, source,target and so on");
        }
        return EdgeColumns.missing(columns)
                .map(missing -> "It looks like an edge list, but has no column " + missing + ". Its columns are: "
                        + shown(columns));
    }

    private static boolean isNumber(String column) {
        return new Weights().read(column).isPresent();
    }

    /** The columns of a table; empty where it is none. */
    public static Optional<String> columnsOf(Path file) {
        return header(file).filter(columns -> columns.size() > 1).map(EdgeListSource::shown);
    }

    private static Optional<List<String>> header(Path file) {
        try {
            return Optional.of(columns(DeliveredFile.of(file)));
        } catch (IOException | UnreadableDelivery none) {
            return Optional.empty();
        }
    }

    static Table table(DeliveredFile file) throws IOException {
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
}
