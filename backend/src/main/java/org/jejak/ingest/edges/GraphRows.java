package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RawRow.Flaw;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.ingest.translation.FileRows;
import org.jejak.ingest.translation.TranslatedSource;
import org.jejak.network.PartialTime;
import org.jspecify.annotations.Nullable;

/** Nodes and edges as rows; in the end whoever was tied and never described. */
final class GraphRows implements TranslatedSource.Items {

    /**
     * The nodes of a file that stand for nobody known, and those that do though their id is a word for it.
     *
     * @param nobodies what the file says of each, by its id
     */
    record Roster(Map<String, Map<String, String>> nobodies, Set<String> people) {

        static Roster of(GraphPart.Reader reader) {
            var nobodies = new HashMap<String, Map<String, String>>();
            var people = new HashSet<String>();
            for (GraphPart part = reader.next(); part != null; part = reader.next()) {
                if (part instanceof GraphPart.Node node) {
                    var rest = new LinkedHashMap<>(node.values());
                    String name = Names.take(rest, Names.OF_NODE, n -> true).orElse(node.id());
                    boolean person = NodeKind.of(node.values()).orElse(NodeKind.PERSON) == NodeKind.PERSON;
                    if (person && Nobody.is(name)) {
                        nobodies.put(node.id(), rest);
                    } else if (Nobody.is(node.id())) {
                        people.add(node.id());
                    }
                }
            }
            return new Roster(nobodies, people);
        }

        TieRows.End end(String id) {
            boolean nobody = nobodies.containsKey(id) || Nobody.is(id) && !people.contains(id);
            return new TieRows.End(id, nobody, nobodies.getOrDefault(id, Map.of()));
        }
    }

    private final DeliveredFile file;
    private final GraphPart.Reader reader;
    private final Span.Clock clock;
    private final Roster roster;
    private final Remarks remarks;
    private final TieRows rows;
    private final Weights weights = new Weights();
    private final Set<String> described = new HashSet<>();
    private final Map<String, Long> named = new LinkedHashMap<>();
    private @Nullable Iterator<Map.Entry<String, Long>> left;
    private boolean begun;

    GraphRows(
            DeliveredFile file,
            GraphPart.Reader reader,
            Span.Clock clock,
            Roster roster,
            Apart apart,
            Remarks remarks) {
        this.file = file;
        this.reader = reader;
        this.clock = clock;
        this.roster = roster;
        this.remarks = remarks;
        this.rows = new TieRows(file.sourceId(), apart, remarks);
    }

    @Override
    public @Nullable FileRows next() {
        var made = new FileRows();
        if (!begun) {
            begun = true;
            made.add("sources", new RawRow(1, file.sourceRow()));
            return made;
        }
        GraphPart part = left == null ? reader.next() : null;
        switch (part) {
            case GraphPart.Node node -> node(made, node);
            case GraphPart.Edge edge -> edge(made, edge);
            case GraphPart.Unfit unfit -> rows.unfit(made, unfit);
            case null -> {
                return undescribed(made) ? made : null;
            }
        }
        return made;
    }

    private boolean undescribed(FileRows made) {
        if (left == null) {
            named.keySet().removeAll(described);
            left = named.entrySet().iterator();
        }
        if (!left.hasNext()) {
            return false;
        }
        var end = left.next();
        rows.end(made, end.getValue(), end.getKey());
        return true;
    }

    private void node(FileRows made, GraphPart.Node node) {
        if (roster.end(node.id()).nobody()) {
            return;
        }
        var rest = new LinkedHashMap<>(node.values());
        String label = Names.take(rest, Names.OF_NODE, name -> true).orElse("");
        Optional<NodeKind> kind = NodeKind.of(node.values());
        if (kind.isEmpty()) {
            remarks.add(Remark.OTHER_LABEL, Names.value(node.values(), "labels").orElse(""));
        }
        described.add(node.id());
        rows.node(made, node.line(), node.id(), label, kind.orElse(NodeKind.PERSON), rest);
        if (!SpreadsheetCells.hasLostDigits(node.id())) {
            node.timed().forEach(timed -> rows.value(made, node.line(), node.id(), timed));
            node.spells()
                    .forEach(span ->
                            rows.value(made, node.line(), node.id(), new GraphPart.Timed("present", "true", span)));
        }
    }

    /** Whoever an edge names is somebody, even where it is refused, so that it can be corrected alone. */
    private void name(String end, long line) {
        if (!end.isEmpty() && !roster.end(end).nobody() && !SpreadsheetCells.hasLostDigits(end)) {
            named.putIfAbsent(end, line);
        }
    }

    private void edge(FileRows made, GraphPart.Edge edge) {
        var rest = new LinkedHashMap<>(edge.values());
        String relationBefore = Names.relationBefore(rest);
        String relation = Names.takeRelation(rest);
        String own = edge.id().isEmpty()
                ? Names.take(rest, Names.OF_EDGE_ID, id -> true).orElse("")
                : edge.id();
        if (!own.isEmpty()) {
            rest.put("edge", own);
        }
        Span alone = alone(edge, rest);
        name(edge.source(), edge.line());
        name(edge.target(), edge.line());
        Optional<Flaw> noEnd = noEnd("subject", edge.source()).or(() -> noEnd("object", edge.target()));
        TieRows.End source = end(edge.source(), "subject");
        TieRows.End target = end(edge.target(), "object");
        for (GraphPart.Timed time : times(edge)) {
            Span span = time.span().isAlways() ? alone : time.span();
            Optional<Flaw> flaw = noEnd.or(() -> noWeight(time.value()));
            var kept = new LinkedHashMap<>(rest);
            String weight = flaw.isPresent() ? time.value() : weight(time.value(), kept);
            String from = span.calendar() ? span.start() : "";
            var before = FormerTies.ids(edge.source(), edge.target(), relationBefore, from, edge.id());
            var tie = new TieRows.Tie(own, source, target, relation, span, weight, kept, before);
            rows.tie(made, edge.line(), tie, flaw);
        }
    }

    private static Optional<Flaw> noEnd(String column, String end) {
        if (end.isEmpty()) {
            return Optional.of(new Flaw(column, "", "a tie needs both its ends"));
        }
        return SpreadsheetCells.hasLostDigits(end)
                ? Optional.of(new Flaw(column, end, TieRows.CUT_NUMBER))
                : Optional.empty();
    }

    private TieRows.End end(String id, String column) {
        return noEnd(column, id).isPresent() ? TieRows.End.MISSING : roster.end(id);
    }

    private Optional<Flaw> noWeight(String weight) {
        return isMissing(weight) || weights.read(weight).isPresent()
                ? Optional.empty()
                : Optional.of(new Flaw(Names.WEIGHT, weight, Weights.reason(weight)));
    }

    private String weight(String written, Map<String, String> rest) {
        if (isMissing(written)) {
            if (!written.isEmpty()) {
                remarks.add(Remark.NO_WEIGHT, written);
                rest.put("given weight", written);
            }
            return "";
        }
        return weights.read(written).orElseThrow();
    }

    private static boolean isMissing(String weight) {
        return Nobody.is(weight);
    }

    /** Each time at which the edge is there, with what it weighs then: a weight for a time, within the times it is there. */
    private static List<GraphPart.Timed> times(GraphPart.Edge edge) {
        List<Span> spells = edge.spells().isEmpty() ? List.of(Span.ALWAYS) : edge.spells();
        var times = new ArrayList<GraphPart.Timed>();
        for (Span spell : spells) {
            int before = times.size();
            for (GraphPart.Timed weight : edge.weights()) {
                for (Span common : spell.with(weight.span())) {
                    times.add(new GraphPart.Timed(Names.WEIGHT, weight.value(), common));
                }
            }
            if (times.size() == before) {
                times.add(new GraphPart.Timed(Names.WEIGHT, edge.weight(), spell));
            }
        }
        return times;
    }

    /** When the edge holds where only its attributes say so, taken out of {@code rest}. */
    private Span alone(GraphPart.Edge edge, Map<String, String> rest) {
        Predicate<String> time = text -> clock.isCalendar(text) && PartialTime.isWritten(text);
        if (!edge.spells().isEmpty()) {
            if (edge.spells().stream().allMatch(Span::calendar)) {
                List.of("start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals")
                        .forEach(rest::remove);
            }
            return Span.ALWAYS;
        }
        return new Span(
                Names.take(rest, Names.OF_BEGINNING, time).orElse(""),
                Names.take(rest, Names.OF_END, time).orElse(""),
                true);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
