package org.jejak.ingest.edges;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
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
    record End(String written, boolean nobody, Map<String, String> rest) {}

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
        String file = kind.file().fileName();
        if (Spelling.isCutNumber(id)) {
            rows.add(file, flawed(line, with(rest, "id", id), "id", CUT_NUMBER));
            return;
        }
        String name = Spelling.seen(label.isBlank() ? id : label);
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", apart.id(id(id)));
        kind.cells(name, rest).forEach(cells::put);
        if (kind == NodeKind.PERSON && Spelling.isNobody(name)) {
            cells.remove("name");
        }
        cells.put("source", sourceId);
        keep(kind.file(), rest, cells);
        rows.add(file, line, cells);
    }

    static final String CUT_NUMBER =
            "a number written like 6.01E+10 has lost its last digits; write the id in full, in a column of text";

    /** Somebody known whom a tie names; a person of their own if nobody described them. */
    void end(FileRows rows, long line, String end) {
        String id = id(end);
        if (seen.add(id) && !apart.known().contains(id)) {
            rows.add("persons", line, person(apart.id(id), Spelling.seen(end)));
        }
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
        String subject = tie.source().nobody() ? "" : apart.id(id(tie.source().written()));
        String object = tie.target().nobody() ? "" : apart.id(id(tie.target().written()));
        var cells = new LinkedHashMap<String, String>();
        cells.put("subject", subject);
        cells.put("relation", tie.relation().isEmpty() ? "associate" : tie.relation());
        cells.put("object", object);
        Span span = tie.span();
        cells.put(span.calendar() ? "from" : "start", span.start());
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
        String id = apart.ties().id(identity.next(known, new TreeMap<>(cells)), tie.before(), subject, object);
        cells.put("id", id);
        cells.put("subject", tie.source().nobody() ? unknown(rows, line, id, "source", tie.source()) : subject);
        cells.put("object", tie.target().nobody() ? unknown(rows, line, id, "target", tie.target()) : object);
        rows.add("links", line, cells);
    }

    private String unknown(FileRows rows, long line, String tie, String column, End end) {
        String id = LineIdentity.unknown(tie, column);
        if (seen.add(id)) {
            remarks.add(Remark.NOBODY, end.written().isEmpty() ? "an empty cell" : end.written());
            var cells = new LinkedHashMap<String, String>();
            cells.put("id", id);
            cells.put("source", sourceId);
            keep(RecordFile.PERSONS, with(end.rest(), "id", end.written()), cells);
            rows.add("persons", line, cells);
        }
        return id;
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

    /** A line or element that is no node or tie, refused alone. */
    static RawRow flawed(long line, Map<String, String> cells, String column, String reason) {
        String value = cells.getOrDefault(column, "");
        return new RawRow(line, cells, Optional.of(new RawRow.Flaw(column, value, reason)));
    }

    static Map<String, String> with(Map<String, String> cells, String column, String cell) {
        var all = new LinkedHashMap<String, String>();
        all.put(column, cell);
        cells.forEach(all::putIfAbsent);
        return all;
    }

    private static void keep(RecordFile file, Map<String, String> rest, Map<String, String> cells) {
        rest.forEach((column, cell) -> cells.put(KeptColumns.name(file, column), cell));
    }
}
