package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RawRow.Flaw;
import org.jejak.ingest.Spelling;
import org.jejak.ingest.SpreadsheetCells;
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
            ties = EdgeListSource.table(edges);
            var source = new LinkedHashMap<>(edges.sourceRow());
            source.putAll(ties.about());
            made.add("sources", new RawRow(1, source));
            return made;
        }
        Table.Line line = nextNode();
        if (line != null) {
            node(made, line);
            return made;
        }
        line = ties == null ? null : ties.next();
        if (line == null) {
            return null;
        }
        tie(made, line);
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
        var rest = new LinkedHashMap<>(line.cells());
        rest.remove("id");
        String label = Names.take(rest, Names.OF_NODE, name -> true).orElse("");
        if (id.isEmpty() || !line.complete()) {
            var flaw = id.isEmpty() ? new Flaw("id", "", "the node has no id") : new Flaw("", "", line.flaw());
            rows.node(made, line.number(), id, label, NodeKind.PERSON, rest, Optional.of(flaw));
            return;
        }
        if (Nobody.is(id) && Nobody.is(label)) {
            return;
        }
        if (described != null) {
            described.add(id);
        }
        rows.node(made, line.number(), id, label, NodeKind.PERSON, rest);
    }

    private void tie(FileRows made, Table.Line line) {
        TieRows.End source = end(line.cell(columns.source()));
        TieRows.End target = end(line.cell(columns.target()));
        Optional<Flaw> flaw = flaw(line, source, target);
        for (TieRows.End end : List.of(source, target)) {
            if (end.nobody() || SpreadsheetCells.hasLostDigits(end.written())) {
                continue;
            }
            if (line.complete()) {
                rows.end(made, line.number(), end.written());
            } else {
                rows.refusedEnd(made, line.number(), end.written(), line.flaw());
            }
        }
        if (flaw.isPresent()) {
            refused(made, line, source, target, flaw.get());
        } else {
            tie(made, line, source, target);
        }
    }

    /** Why a line is no tie; the column is that of the row it becomes. */
    private Optional<Flaw> flaw(Table.Line line, TieRows.End source, TieRows.End target) {
        if (!line.complete()) {
            return Optional.of(new Flaw("", "", line.flaw()));
        }
        if (source.nobody() && target.nobody()) {
            String reason = "a tie needs both its ends, and neither of these says who it is";
            boolean first = source.written().isEmpty() || !target.written().isEmpty();
            return Optional.of(new Flaw(first ? "subject" : "object", (first ? source : target).written(), reason));
        }
        if (SpreadsheetCells.hasLostDigits(source.written())) {
            return Optional.of(new Flaw("subject", source.written(), TieRows.CUT_NUMBER));
        }
        if (SpreadsheetCells.hasLostDigits(target.written())) {
            return Optional.of(new Flaw("object", target.written(), TieRows.CUT_NUMBER));
        }
        String weight = line.cell(Names.WEIGHT);
        return Nobody.is(weight) || weights.read(weight).isPresent()
                ? Optional.empty()
                : Optional.of(new Flaw(Names.WEIGHT, weight, Weights.reason(weight)));
    }

    private void refused(FileRows made, Table.Line line, TieRows.End source, TieRows.End target, Flaw flaw) {
        var rest = rest(line);
        String weight = Optional.ofNullable(rest.remove(Names.WEIGHT)).orElse("");
        String time = Optional.ofNullable(rest.remove("time")).orElse("");
        TieRows.End from = flaw.column().equals("subject") ? TieRows.End.MISSING : source;
        TieRows.End to = flaw.column().equals("object") ? TieRows.End.MISSING : target;
        String own = own(rest);
        String relation = Names.takeRelation(rest);
        var span = new Span(time, "", true);
        var tie = new TieRows.Tie(own, from, to, relation, span, weight, rest, List.of());
        rows.tie(made, line.number(), tie, Optional.of(flaw));
    }

    private void tie(FileRows made, Table.Line line, TieRows.End source, TieRows.End target) {
        var rest = rest(line);
        String written = Optional.ofNullable(rest.remove(Names.WEIGHT)).orElse("");
        String weight = "";
        if (!Nobody.is(written)) {
            weight = weights.read(written).orElseThrow();
        } else if (!written.isEmpty()) {
            remarks.add(Remark.NO_WEIGHT, written);
        }
        if (!written.equals(weight)) {
            rest.put("given weight", written);
        }
        String time = Optional.ofNullable(rest.remove("time")).orElse("");
        var before = FormerTies.ids(source.written(), target.written(), rest.getOrDefault("relation", ""), time, "");
        String own = own(rest);
        String relation = Names.takeRelation(rest);
        var span = new Span(time, "", true);
        rows.tie(made, line.number(), new TieRows.Tie(own, source, target, relation, span, weight, rest, before));
    }

    private Map<String, String> rest(Table.Line line) {
        var rest = new LinkedHashMap<>(line.cells());
        rest.remove(columns.source());
        rest.remove(columns.target());
        return rest;
    }

    private static String own(Map<String, String> rest) {
        return Names.OF_EDGE_ID.stream()
                .flatMap(name -> Names.value(rest, name).stream())
                .findFirst()
                .orElse("");
    }

    /** Who is meant by an end, and whether anybody is. */
    private TieRows.End end(String written) {
        boolean inTable = described != null && described.has(written);
        if (!inTable && Nobody.is(written)) {
            return new TieRows.End(written, true, Map.of());
        }
        if (described == null || inTable || SpreadsheetCells.hasLostDigits(written)) {
            return new TieRows.End(written, false, Map.of());
        }
        Optional<String> same = described.sameNumber(written);
        if (said.add(Spelling.seen(written))) {
            remarks.add(same.isPresent() ? Remark.WHOLE_NUMBER : Remark.NOT_IN_TABLE, written);
        }
        return new TieRows.End(same.orElse(written), false, Map.of());
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
