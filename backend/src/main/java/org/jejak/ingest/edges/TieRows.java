package org.jejak.ingest.edges;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeId.Part;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RawRow.Flaw;
import org.jejak.ingest.Spelling;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.KeptColumns;
import org.jejak.network.RecordFile;

/**
 * Makes the rows of a network in which every node is a person, unless it says otherwise, and every edge a tie between
 * two. What has no column in the contract stays with its row under its own name. Memory grows with the nodes, and by a
 * number or two for each tie.
 */
final class TieRows {

    private final String sourceId;
    private final Apart apart;
    private final Remarks remarks;
    private final LineIdentity identity = new LineIdentity();
    private final Set<String> seen = new HashSet<>();

    /** @param sourceId the one source of all rows */
    TieRows(String sourceId, Apart apart, Remarks remarks) {
        this.sourceId = sourceId;
        this.apart = apart;
        this.remarks = remarks;
    }

    /**
     * An end of a tie.
     *
     * @param written as it stands in the file
     * @param nobody whether that says nobody: the end is then an unknown person of this tie alone
     * @param rest what else the file says of an unknown person
     */
    record End(String written, boolean nobody, Map<String, String> rest) {

        /** No end, where there must be one. */
        static final End MISSING = new End("", false, Map.of());
    }

    /**
     * A tie as it stands in its file.
     *
     * @param own the table's own id of it, empty where it has none
     * @param relation empty means {@code associate}
     * @param span when it holds
     * @param weight a plain number, or empty
     * @param rest what has no column, by name
     * @param before the ids it may have been given before every line was told apart
     */
    record Tie(
            String own,
            End source,
            End target,
            String relation,
            Span span,
            String weight,
            Map<String, String> rest,
            List<String> before) {}

    /** A node that the file describes. Who has no label is named by their id. */
    void node(FileRows rows, long line, String id, String label, NodeKind kind, Map<String, String> rest) {
        seen.add(id(id));
        Optional<Flaw> flaw =
                SpreadsheetCells.hasLostDigits(id) ? Optional.of(new Flaw("id", id, CUT_NUMBER)) : Optional.empty();
        node(rows, line, id, label, kind, rest, flaw);
    }

    /** @param flaw why it cannot be taken, in the words of the row it becomes */
    void node(
            FileRows rows,
            long line,
            String id,
            String label,
            NodeKind kind,
            Map<String, String> rest,
            Optional<Flaw> flaw) {
        String name = Spelling.seen(label.isBlank() ? id : label);
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", apart.id(id(id)));
        kind.cells(name, rest).forEach(cells::put);
        if (kind == NodeKind.PERSON && Nobody.is(name)) {
            cells.remove("name");
        }
        cells.put("source", sourceId);
        keep(kind.file(), rest, cells);
        rows.add(kind.file().fileName(), row(line, cells, flaw));
    }

    static final String CUT_NUMBER =
            "a number written like 6.01E+10 has lost its last digits; write the id in full, in a column of text";

    /** The cell at fault stands in its column as it was written. */
    private static RawRow row(long line, Map<String, String> cells, Optional<Flaw> flaw) {
        flaw.filter(found -> !found.column().isEmpty()).ifPresent(found -> cells.put(found.column(), found.value()));
        return new RawRow(line, cells, flaw);
    }

    /** Somebody known whom a tie names; a person of their own if nobody described them. */
    void end(FileRows rows, long line, String end) {
        String id = id(end);
        if (seen.add(id) && !apart.known().contains(id)) {
            rows.add("persons", line, person(apart.id(id), Spelling.seen(end)));
        }
    }

    /** One whom only a tie names that is refused: refused with it, so that they come with it when it is corrected. */
    void refusedEnd(FileRows rows, long line, String end, String reason) {
        String id = id(end);
        if (!seen.contains(id) && !apart.known().contains(id)) {
            var cells = person(apart.id(id), Spelling.seen(end));
            rows.add("persons", new RawRow(line, cells, Optional.of(withItsTie(reason))));
        }
    }

    private static Flaw withItsTie(String reason) {
        return new Flaw("", "", "its tie is refused: " + reason);
    }

    private Map<String, String> person(String id, String name) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", id);
        cells.put("name", name);
        cells.put("source", sourceId);
        return cells;
    }

    /** The id of the contract that an id of the file is, before it is told apart from others. */
    static String id(String written) {
        return DeliveredFile.id(Spelling.seen(written));
    }

    void tie(FileRows rows, long line, Tie tie) {
        tie(rows, line, tie, Optional.empty());
    }

    /** @param flaw why it cannot be taken, in the words of the row it becomes */
    void tie(FileRows rows, long line, Tie tie, Optional<Flaw> flaw) {
        String subject = tie.source().nobody() ? "" : apart.id(id(tie.source().written()));
        String object = tie.target().nobody() ? "" : apart.id(id(tie.target().written()));
        Span span = tie.span();
        var cells = new LinkedHashMap<String, String>();
        cells.put("subject", subject);
        cells.put("relation", tie.relation().isEmpty() ? "associate" : tie.relation());
        cells.put("object", object);
        cells.put(begins(span), span.start());
        cells.put(span.calendar() ? "to" : "end", span.end());
        cells.put("source", sourceId);
        var rest = new LinkedHashMap<>(tie.rest());
        if (!span.calendar()) {
            rest.remove("start");
            rest.remove("end");
        }
        keep(RecordFile.LINKS, rest, cells);
        cells.put(Names.WEIGHT, tie.weight());
        var known = new LineIdentity.Known(tie.own(), subject, object, tie.relation(), span.start());
        int ordinal = identity.next(known, new TreeMap<>(cells));
        String made = known.id(ordinal);
        // a line that is refused was refused before too: the row of before is that of another line like it
        String id = flaw.isPresent() ? made : apart.ties().id(made, tie.before(), subject, object);
        cells.put("id", id);
        if (tie.source().nobody()) {
            cells.put("subject", LineIdentity.unknown(made, "source"));
        }
        if (tie.target().nobody()) {
            cells.put("object", LineIdentity.unknown(made, "target"));
        }
        RawRow row = row(line, cells, flaw);
        if (id.equals(made)) {
            row = row.withMade(made(known, ordinal, row, begins(span)));
        }
        for (boolean source : new boolean[] {true, false}) {
            End end = source ? tie.source() : tie.target();
            if (end.nobody()) {
                unknown(rows, row, LineIdentity.unknown(made, source ? "source" : "target"), end);
            }
        }
        rows.add("links", row);
    }

    private static String begins(Span span) {
        return span.calendar() ? "from" : "start";
    }

    private static MadeId made(LineIdentity.Known known, int ordinal, RawRow row, String begins) {
        var ends = List.of(
                new Part(known.source(), "subject", row.cell("subject"), ""),
                new Part(known.target(), "object", row.cell("object"), ""));
        var relation = new Part(known.relation(), "relation", row.cell("relation"), "");
        return known.made(ordinal, ends, relation, Part.of(begins, known.from()));
    }

    /** Somebody unknown at one end of a tie: refused with it, since nobody else speaks of them. */
    private void unknown(FileRows rows, RawRow tie, String id, End end) {
        if (!seen.add(id)) {
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", id);
        cells.put("source", sourceId);
        keep(RecordFile.PERSONS, with(end.rest(), "id", end.written()), cells);
        var flaw = tie.flaw().map(found -> withItsTie(found.reason()));
        if (flaw.isEmpty()) {
            remarks.add(Remark.NOBODY, end.written().isEmpty() ? "an empty cell" : end.written());
        }
        var row = new RawRow(tie.line(), cells, flaw);
        rows.add("persons", tie.made().map(made -> row.withMade(made.fixed())).orElse(row));
    }

    /** What is no node or tie, refused alone, with what is known of it in the columns where it belongs. */
    void unfit(FileRows rows, GraphPart.Unfit unfit) {
        var rest = new LinkedHashMap<>(unfit.values());
        String written = unfit.values().getOrDefault(unfit.column(), "");
        if (unfit.column().equals("id")) {
            String label = Names.take(rest, Names.OF_NODE, name -> true).orElse("");
            NodeKind kind = NodeKind.of(unfit.values()).orElse(NodeKind.PERSON);
            node(rows, unfit.line(), "", label, kind, rest, Optional.of(new Flaw("id", written, unfit.reason())));
            return;
        }
        var flaw = new Flaw(KeptColumns.name(RecordFile.LINKS, unfit.column()), written, unfit.reason());
        var tie = new Tie("", End.MISSING, End.MISSING, "", Span.ALWAYS, "", rest, List.of());
        tie(rows, unfit.line(), tie, Optional.of(flaw));
    }

    /** What a node was for a time: a statement of its own, so that a question about a day finds it. */
    void value(FileRows rows, long line, String id, GraphPart.Timed timed) {
        if (!timed.span().calendar()) {
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        cells.put("entity", apart.id(id(id)));
        cells.put("property", timed.name());
        cells.put("value", timed.value());
        cells.put("from", timed.span().start());
        cells.put("to", timed.span().end());
        cells.put("id", LineIdentity.statement(cells));
        cells.put("source", sourceId);
        rows.add("statements", line, cells);
    }

    private static Map<String, String> with(Map<String, String> cells, String column, String cell) {
        var all = new LinkedHashMap<String, String>();
        all.put(column, cell);
        cells.forEach(all::putIfAbsent);
        return all;
    }

    private static void keep(RecordFile file, Map<String, String> rest, Map<String, String> cells) {
        rest.forEach((column, cell) -> cells.put(KeptColumns.name(file, column), cell));
    }
}
