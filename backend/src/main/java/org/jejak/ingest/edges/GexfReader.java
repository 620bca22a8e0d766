package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.ingest.DeliveredFile;
import org.jspecify.annotations.Nullable;

/**
 * GEXF 1.1 to 1.3 (gexf.net), as Gephi writes it: attributes by their titles, defaults, values that hold for a time,
 * spells, nodes within nodes; what is drawn is kept under {@code viz}.
 */
final class GexfReader implements GraphPart.Reader {

    private record Attribute(String title, String value) {}

    private final XmlPull xml;
    private final Map<String, Attribute> ofNodes = new LinkedHashMap<>();
    private final Map<String, Attribute> ofEdges = new LinkedHashMap<>();
    private final ArrayDeque<GraphPart.Draft> open = new ArrayDeque<>();
    private final ArrayDeque<GraphPart> ready = new ArrayDeque<>();
    private Map<String, Attribute> announced = ofNodes;
    private boolean calendar;
    private boolean numbered;

    GexfReader(DeliveredFile file) throws IOException {
        this.xml = new XmlPull(file.name(), file.open());
    }

    /** Whether a {@code start} or {@code end} of this file is a day of the calendar, and not a running number. */
    boolean isCalendar(String time) {
        return calendar || !numbered && time.indexOf('-') > 0;
    }

    @Override
    public @Nullable GraphPart next() {
        while (ready.isEmpty() && xml.advance()) {
            if (xml.isStart()) {
                begin(xml.element());
            } else if (xml.element().equals("node") || xml.element().equals("edge")) {
                handOut(open.poll());
            }
        }
        return ready.poll();
    }

    private void begin(String element) {
        if (xml.isDrawing()) {
            drawing(element);
            return;
        }
        switch (element) {
            case "graph" -> {
                String format = xml.attribute("timeformat");
                calendar = format.startsWith("date");
                numbered = format.equals("integer") || format.equals("double");
            }
            case "attributes" -> announced = xml.attribute("class").equals("edge") ? ofEdges : ofNodes;
            case "attribute" -> attribute();
            case "node", "edge" -> part(element);
            case "nodes" -> handOut(open.peek());
            case "attvalue" -> value();
            case "spell" -> spell();
            default -> {}
        }
    }

    private void part(String element) {
        var draft = new GraphPart.Draft(element.equals("node"), xml.line(), xml.attributes());
        draft.spell(Span.of(xml.attributes(), this::isCalendar));
        Span.listed(xml.attributes(), this::isCalendar).forEach(draft::spell);
        open.push(draft);
    }

    private void attribute() {
        String id = xml.attribute("id");
        String title = xml.attribute("title").isEmpty() ? id : xml.attribute("title");
        String value = "";
        while (xml.advance() && !(xml.element().equals("attribute") && !xml.isStart())) {
            if (xml.isStart() && xml.element().equals("default")) {
                value = xml.text();
            }
        }
        boolean free = announced.values().stream().noneMatch(a -> a.title().equals(title));
        announced.put(id, new Attribute(free ? title : title + " (" + id + ")", value));
    }

    private void value() {
        GraphPart.Draft draft = open.peek();
        if (draft == null) {
            return;
        }
        String of = xml.attribute("for").isEmpty() ? xml.attribute("id") : xml.attribute("for");
        Attribute attribute = (draft.isNode() ? ofNodes : ofEdges).get(of);
        String name = attribute == null ? of : attribute.title();
        String value = xml.attribute("value");
        Span when = Span.of(xml.attributes(), this::isCalendar);
        if (when.isAlways()) {
            draft.put(name, value);
        } else {
            draft.put(name, value, when);
        }
    }

    private void spell() {
        GraphPart.Draft draft = open.peek();
        if (draft != null) {
            draft.spells(Span.of(xml.attributes(), this::isCalendar));
        }
    }

    private void drawing(String element) {
        GraphPart.Draft draft = open.peek();
        if (draft != null) {
            draft.put(
                    "viz " + element,
                    xml.attributes().entrySet().stream()
                            .map(a -> a.getKey() + "=" + a.getValue())
                            .collect(Collectors.joining(" ")));
        }
    }

    private void handOut(GraphPart.@Nullable Draft draft) {
        if (draft != null && !draft.isHandedOut()) {
            (draft.isNode() ? ofNodes : ofEdges)
                    .values()
                    .forEach(attribute -> draft.putDefault(attribute.title(), attribute.value()));
            ready.add(draft.part());
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
