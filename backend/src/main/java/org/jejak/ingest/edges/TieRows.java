package org.jejak.ingest.edges;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeId;
import org.jejak.ingest.MadeId.Part;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RawRow.Flaw;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.KeptColumns;
import org.jejak.network.RecordFile;

/**
 * Makes the rows of a network in which every node is a person and every edge a tie between two. What has no column in
 * the contract stays with its row under its own name. Memory grows with the nodes, not with the ties.
 */
final class TieRows {

    private static final Set<String> NO_NAMES = Set.of("n/a", "-", "unknown");

    private final String sourceId;
    private final Set<String> seen = new HashSet<>();

    /** @param sourceId the one source of all rows */
    TieRows(String sourceId) {
        this.sourceId = sourceId;
    }

    /**
     * A tie as it stands in its file.
     *
     * @param relation empty means {@code associate}
     * @param from the start of its validity, empty where nobody says
     * @param to its end, alike
     */
    record Tie(String source, String target, String relation, String from, String to) {}

    /** A node that the file describes. Who has no label is named by their id. */
    void node(FileRows rows, long line, String id, String label, Map<String, String> rest) {
        node(rows, line, id, label, rest, Optional.empty());
        seen.add(id);
    }

    /** @param flaw why it cannot be taken, in the words of the row it becomes */
    void node(FileRows rows, long line, String id, String label, Map<String, String> rest, Optional<Flaw> flaw) {
        var cells = person(id, label.isBlank() ? id : label);
        keep(RecordFile.PERSONS, rest, cells);
        rows.add("persons", new RawRow(line, cells, flaw));
    }

    /** An end of a tie; a person of their own if nobody described them. */
    void end(FileRows rows, long line, String id) {
        if (seen.add(id)) {
            rows.add("persons", line, person(id, id));
        }
    }

    /** An end of a tie that is refused, for whom nobody else spoke yet: refused with it, so that it comes with it. */
    void refusedEnd(FileRows rows, long line, String id, String reason) {
        if (!id.isEmpty() && !seen.contains(id)) {
            rows.add("persons", new RawRow(line, person(id, id), Optional.of(new Flaw("", "", reason))));
        }
    }

    /**
     * @param suffix behind the row's id, to tell apart what {@code source-target[-relation][-time]} does not
     * @param rest what has no column, by name
     */
    void tie(FileRows rows, long line, Tie tie, String suffix, Map<String, String> rest) {
        tie(rows, line, tie, suffix, rest, Optional.empty());
    }

    /** @param flaw why it cannot be taken, in the words of the row it becomes */
    void tie(FileRows rows, long line, Tie tie, String suffix, Map<String, String> rest, Optional<Flaw> flaw) {
        String relation = tie.relation().isEmpty() ? "associate" : tie.relation();
        String subject = DeliveredFile.id(tie.source());
        String object = DeliveredFile.id(tie.target());
        var made = MadeId.joined(
                List.of(
                        new Part(tie.source(), "subject", subject, Part.AS_ID),
                        new Part(tie.target(), "object", object, Part.AS_ID),
                        new Part(tie.relation(), "relation", relation, ""),
                        Part.of("from", tie.from())),
                suffix);
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", made.id());
        cells.put("subject", subject);
        cells.put("relation", relation);
        cells.put("object", object);
        cells.put("from", tie.from());
        cells.put("to", tie.to());
        cells.put("source", sourceId);
        keep(RecordFile.LINKS, rest, cells);
        rows.add("links", new RawRow(line, cells, flaw).withMade(made));
    }

    /** A weight that is none. */
    static Optional<Flaw> noStrength(String weight) {
        return Optional.of(new Flaw("weight", weight, "a weight is a number of 0 or more"));
    }

    /** What is no node or tie, refused alone, with what is known of it in the columns where it belongs. */
    void unfit(FileRows rows, long line, Map<String, String> values, String column, String reason) {
        var rest = new LinkedHashMap<>(values);
        if (column.equals("id")) {
            String label = Optional.ofNullable(rest.remove("label")).orElse("");
            node(rows, line, "", label, rest, Optional.of(new Flaw("id", "", reason)));
            return;
        }
        String source = Optional.ofNullable(rest.remove("source")).orElse("");
        String target = Optional.ofNullable(rest.remove("target")).orElse("");
        String end = column.equals("source") ? "subject" : column.equals("target") ? "object" : column;
        var flaw = new Flaw(end, values.getOrDefault(column, ""), reason);
        tie(rows, line, new Tie(source, target, "", "", ""), "", rest, Optional.of(flaw));
    }

    /** {@code source-target[-relation][-time]}: the same tie delivered again has the same id. */
    static String id(Tie tie) {
        return DeliveredFile.id(tie.source())
                + "-" + DeliveredFile.id(tie.target())
                + (tie.relation().isEmpty() ? "" : "-" + DeliveredFile.id(tie.relation()))
                + (tie.from().isEmpty() ? "" : "-" + DeliveredFile.id(tie.from()));
    }

    /** Whether a weight can be a strength, where more is closer. */
    static boolean isStrength(String weight) {
        try {
            return new BigDecimal(weight).signum() >= 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private Map<String, String> person(String id, String name) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", DeliveredFile.id(id));
        if (!NO_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            cells.put("name", name);
        }
        cells.put("source", sourceId);
        return cells;
    }

    private static void keep(RecordFile file, Map<String, String> rest, Map<String, String> cells) {
        rest.forEach((column, cell) -> cells.put(KeptColumns.name(file, column), cell));
    }
}
