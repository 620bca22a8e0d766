package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.Table;
import org.jejak.ingest.translation.TranslatedSource;
import org.jspecify.annotations.Nullable;

/** First the table of nodes, then the ties and whoever only they name. */
final class EdgeLines implements TranslatedSource.Items {

    private final DeliveredFile edges;
    private final EdgeColumns columns;
    private final Weights weights;
    private final Remarks remarks;
    private final TieRows rows;
    private final Set<String> said = new HashSet<>();
    private final @Nullable NodeTable described;
    private @Nullable Table nodes;
    private @Nullable Table ties;
    private boolean begun;

    EdgeLines(
            DeliveredFile edges,
            EdgeColumns columns,
            Optional<DeliveredFile> nodes,
            Weights weights,
            Apart apart,
            Remarks remarks)
            throws IOException {
        this.edges = edges;
        this.columns = columns;
        this.weights = weights;
        this.remarks = remarks;
        this.rows = new TieRows(edges.sourceId(), apart, remarks);
        this.described = nodes.isPresent() ? new NodeTable() : null;
        this.nodes = nodes.isPresent() ? EdgeListSource.table(nodes.get()) : null;
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
            ties = EdgeListSource.table(edges);
        }
        line = ties.next();
        if (line == null) {
            return null;
        }
        if (!line.cells().isEmpty() || !line.complete()) {
            tie(made, line, ties.columns().size());
        }
        return made;
    }

    private Table.@Nullable Line nextNode() throws IOException {
        Table open = nodes;
        Table.Line line = open == null ? null : open.next();
        while (open != null && line != null && line.cells().isEmpty()) {
            line = open.next();
        }
        if (line == null && open != null) {
            open.close();
            nodes = null;
        }
        return line;
    }

    private void node(FileRows made, Table.Line line) {
        String id = line.cell("id");
        if (id.isEmpty() || !line.complete()) {
            String reason = id.isEmpty() ? "the node has no id" : "too many or too few cells";
            made.add("persons", TieRows.flawed(line.number(), line.cells(), "id", reason));
            return;
        }
        var rest = new LinkedHashMap<>(line.cells());
        rest.remove("id");
        String label = Names.take(rest, Names.OF_NODE, name -> true).orElse("");
        if (Spelling.isNobody(id) && (label.isEmpty() || Spelling.isNobody(label))) {
            return;
        }
        if (described != null) {
            described.add(id);
        }
        rows.node(made, line.number(), id, label, NodeKind.PERSON, rest);
    }

    private void tie(FileRows made, Table.Line line, int expected) {
        if (!line.complete()) {
            flawed(made, line, "", "too many or too few cells; the header names " + expected);
            return;
        }
        TieRows.End source = end(line.cell(columns.source()));
        TieRows.End target = end(line.cell(columns.target()));
        for (TieRows.End end : List.of(source, target)) {
            if (!end.nobody() && !Spelling.isCutNumber(end.written())) {
                rows.end(made, line.number(), end.written());
            }
        }
        String weight = line.cell(Names.WEIGHT);
        boolean weighs = !Spelling.isNobody(weight);
        if (source.nobody() && target.nobody()) {
            String column = source.written().isEmpty() ? columns.source() : columns.target();
            flawed(made, line, column, "a tie needs both its ends, and neither of these says who it is");
        } else if (Spelling.isCutNumber(source.written())) {
            flawed(made, line, columns.source(), TieRows.CUT_NUMBER);
        } else if (Spelling.isCutNumber(target.written())) {
            flawed(made, line, columns.target(), TieRows.CUT_NUMBER);
        } else if (weighs && weights.read(weight).isEmpty()) {
            flawed(made, line, Names.WEIGHT, Weights.reason(weight));
        } else {
            tie(made, line, source, target);
        }
    }

    private void tie(FileRows made, Table.Line line, TieRows.End source, TieRows.End target) {
        var rest = new LinkedHashMap<>(line.cells());
        rest.remove(columns.source());
        rest.remove(columns.target());
        String written = Optional.ofNullable(rest.remove(Names.WEIGHT)).orElse("");
        String weight = "";
        if (!Spelling.isNobody(written)) {
            weight = weights.read(written).orElseThrow();
        } else if (!written.isEmpty()) {
            remarks.add(Remark.NO_WEIGHT, written);
        }
        if (!written.equals(weight)) {
            rest.put("given weight", written);
        }
        String time = Optional.ofNullable(rest.remove("time")).orElse("");
        var before = FormerTies.ids(source.written(), target.written(), rest.getOrDefault("relation", ""), time, "");
        String own = Names.OF_EDGE_ID.stream()
                .flatMap(name -> Names.value(rest, name).stream())
                .findFirst()
                .orElse("");
        String relation = Names.takeRelation(rest);
        var span = new Span(time, "", true);
        rows.tie(made, line.number(), new TieRows.Tie(own, source, target, relation, span, weight, rest, before));
    }

    /** Who is meant by an end, and whether anybody is. */
    private TieRows.End end(String written) {
        boolean inTable = described != null && described.has(written);
        if (!inTable && Spelling.isNobody(written)) {
            return new TieRows.End(written, true, Map.of());
        }
        if (described == null || inTable || Spelling.isCutNumber(written)) {
            return new TieRows.End(written, false, Map.of());
        }
        Optional<String> same = described.sameNumber(written);
        if (said.add(Spelling.seen(written))) {
            remarks.add(same.isPresent() ? Remark.WHOLE_NUMBER : Remark.NOT_IN_TABLE, written);
        }
        return new TieRows.End(same.orElse(written), false, Map.of());
    }

    private static void flawed(FileRows made, Table.Line line, String column, String reason) {
        made.add("links", TieRows.flawed(line.number(), line.cells(), column, reason));
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
