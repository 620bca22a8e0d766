package org.jejak.ingest.edges;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
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
        var cells = person(id, label.isBlank() ? id : label);
        keep(RecordFile.PERSONS, rest, cells);
        seen.add(id);
        rows.add("persons", line, cells);
    }

    /** An end of a tie; a person of their own if nobody described them. */
    void end(FileRows rows, long line, String id) {
        if (seen.add(id)) {
            rows.add("persons", line, person(id, id));
        }
    }

    /**
     * @param suffix behind the row's id, to tell apart what {@code source-target[-relation][-time]} does not
     * @param rest what has no column, by name
     */
    void tie(FileRows rows, long line, Tie tie, String suffix, Map<String, String> rest) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", DeliveredFile.fitted(id(tie) + suffix));
        cells.put("subject", DeliveredFile.id(tie.source()));
        cells.put("relation", tie.relation().isEmpty() ? "associate" : tie.relation());
        cells.put("object", DeliveredFile.id(tie.target()));
        cells.put("from", tie.from());
        cells.put("to", tie.to());
        cells.put("source", sourceId);
        keep(RecordFile.LINKS, rest, cells);
        rows.add("links", line, cells);
    }

    /** {@code source-target[-relation][-time]}: the same tie delivered again has the same id. */
    static String id(Tie tie) {
        return DeliveredFile.id(tie.source())
                + "-" + DeliveredFile.id(tie.target())
                + (tie.relation().isEmpty() ? "" : "-" + DeliveredFile.id(tie.relation()))
                + (tie.from().isEmpty() ? "" : "-" + DeliveredFile.id(tie.from()));
    }

    /** A line or element that is no node or tie, refused alone. */
    static RawRow flawed(long line, Map<String, String> cells, String column, String reason) {
        String value = cells.getOrDefault(column, "");
        return new RawRow(line, cells, Optional.of(new RawRow.Flaw(column, value, reason)));
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
