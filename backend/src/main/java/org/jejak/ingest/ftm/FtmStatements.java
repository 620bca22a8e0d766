package org.jejak.ingest.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.translation.Table;
import org.jspecify.annotations.Nullable;

/**
 * The table of statements, one value of one property on each line. Lines of one entity that stand together become one
 * fragment, so that of a sorted table one entity at a time is in memory; those that stand apart are put together like
 * any fragments. A value that waits for somebody's approval is no value yet: it is kept beside them.
 */
final class FtmStatements implements FtmItems {

    private static final Set<String> PLACED =
            Set.of("canonical_id", "entity_id", "schema", "prop", "value", "prop_type", "id", "external");

    /** Values of one entity; a group of more is none. */
    private static final int MOST_TOGETHER = 10_000;

    private final Table table;
    private @Nullable Group group;
    private boolean ended;

    FtmStatements(DeliveredFile file) throws IOException {
        this.table = new Table(file, Table.Writing.PLAIN, UnaryOperator.identity());
    }

    /** An entity in the making. */
    private static final class Group {
        private final long line;
        private final String id;
        private String schema;
        private int values;
        private final Map<String, List<String>> properties = new LinkedHashMap<>();
        private final Map<String, List<String>> context = new LinkedHashMap<>();

        Group(long line, String id, String schema) {
            this.line = line;
            this.id = id;
            this.schema = schema;
        }

        private static void put(Map<String, List<String>> into, String name, String value) {
            List<String> values = into.computeIfAbsent(name, n -> new ArrayList<>());
            if (!value.isEmpty() && !values.contains(value)) {
                values.add(value);
            }
        }

        FtmLine whole() {
            return new FtmLine.Fragment(new FtmEntity(line, id, schema, properties, context));
        }
    }

    @Override
    public @Nullable FtmLine next() {
        while (!ended) {
            Table.Line line = table.next();
            Group before = group;
            if (line == null) {
                ended = true;
                return before == null ? null : before.whole();
            }
            String fault = fault(line);
            if (!fault.isEmpty()) {
                String text = FtmLine.JSON.writeValueAsString(line.cells());
                return new FtmLine.Flawed(new RawRow(
                        line.number(),
                        Map.of(FtmLine.TEXT, text),
                        Optional.of(new RawRow.Flaw(FtmLine.TEXT, text, fault))));
            }
            Group next = group(line, before);
            put(line, next);
            group = next;
            if (before != null && before != next) {
                return before.whole();
            }
        }
        return null;
    }

    private String fault(Table.Line line) {
        if (!line.complete()) {
            return "too many or too few cells; the header names "
                    + table.columns().size();
        }
        boolean whole = !id(line).isEmpty()
                && !line.cell("schema").isEmpty()
                && !line.cell("prop").isEmpty();
        return whole ? "" : "a statement needs the id of its entity, its schema and its property";
    }

    private static String id(Table.Line line) {
        String canonical = line.cell("canonical_id");
        return canonical.isEmpty() ? line.cell("entity_id") : canonical;
    }

    /** The group this line goes on with, or one that begins; schemata that cannot be one entity's are two fragments. */
    private static Group group(Table.Line line, @Nullable Group before) {
        String schema = line.cell("schema");
        if (before != null && before.id.equals(id(line)) && before.values < MOST_TOGETHER) {
            Optional<String> common = Schemata.common(before.schema, schema);
            if (common.isPresent()) {
                before.schema = common.get();
                return before;
            }
        }
        return new Group(line.number(), id(line), schema);
    }

    private static void put(Table.Line line, Group group) {
        String prop = line.cell("prop");
        String external = line.cell("external").toLowerCase(Locale.ROOT);
        boolean proposed = external.startsWith("t") || external.equals("1");
        group.values++;
        if (!prop.equals("id")) {
            if (proposed) {
                Group.put(group.context, "proposed " + prop, line.cell("value"));
            } else {
                Group.put(group.properties, prop, line.cell("value"));
            }
        }
        line.cells().forEach((column, cell) -> {
            if (!PLACED.contains(column)) {
                Group.put(group.context, column, cell);
            }
        });
        if (!line.cell("entity_id").equals(group.id)) {
            Group.put(group.context, "referents", line.cell("entity_id"));
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
