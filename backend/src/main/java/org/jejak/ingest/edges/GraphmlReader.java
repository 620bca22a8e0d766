package org.jejak.ingest.edges;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jspecify.annotations.Nullable;

/**
 * GraphML (graphml.graphdrawing.org): {@code data} by the names of their {@code key}s, defaults where a node or edge says
 * nothing, graphs within nodes as nodes of their own. Of what yEd draws the labels are kept, the first of them apart: a
 * group has one for when it is open and one for when it is closed, and a person may carry a number under the name.
 */
final class GraphmlReader implements GraphPart.Reader {

    /** Under which name the first label that yEd draws at a node is kept. */
    static final String NODE_LABEL = "yfiles node label";

    /** The same of an edge. */
    static final String EDGE_LABEL = "yfiles edge label";

    private static final String FURTHER_LABELS = "yfiles further labels";
    private static final Set<String> DRAWN_LABELS = Set.of("NodeLabel", "EdgeLabel");

    /** What a {@code key} announces. */
    private record Attribute(String domain, String name, String value) {

        boolean isOf(boolean node) {
            return domain.isEmpty() || domain.equals("all") || domain.equals(node ? "node" : "edge");
        }
    }

    private final XmlPull xml;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final ArrayDeque<GraphPart.Draft> open = new ArrayDeque<>();
    private final ArrayDeque<GraphPart> ready = new ArrayDeque<>();

    GraphmlReader(DeliveredFile file) throws IOException {
        this.xml = new XmlPull(file.name(), file.open());
    }

    @Override
    public @Nullable GraphPart next() {
        while (ready.isEmpty() && xml.advance()) {
            if (xml.isStart()) {
                begin(xml.element());
            } else if (isPart(xml.element())) {
                handOut(open.poll());
            }
        }
        return ready.poll();
    }

    private static boolean isPart(String element) {
        return element.equals("node") || element.equals("edge");
    }

    private void begin(String element) {
        switch (element) {
            case "key" -> key();
            case "node", "edge" -> open.push(new GraphPart.Draft(element.equals("node"), xml.line(), xml.attributes()));
            case "graph" -> handOut(open.peek());
            case "data" -> data();
            case "port" -> port();
            case "hyperedge" -> hyperedge();
            case "desc" -> described();
            default -> {}
        }
    }

    private void key() {
        String id = xml.attribute("id");
        String domain = xml.attribute("for");
        String given = xml.attribute("attr.name");
        String kind = xml.attribute("yfiles.type");
        String name = given.isEmpty() ? kind.isEmpty() ? id : "yfiles " + kind : given;
        String value = "";
        while (xml.advance() && !(xml.element().equals("key") && !xml.isStart())) {
            if (xml.isStart() && xml.element().equals("default")) {
                value = xml.text();
            }
        }
        String key = domain + "\n" + id;
        if (attributes.containsKey(key)) {
            return;
        }
        boolean free = names.add(domain + "\n" + name);
        attributes.put(key, new Attribute(domain, free ? name : name + " (" + id + ")", value));
    }

    private void data() {
        String key = xml.attribute("key");
        XmlPull.Content content = xml.content(DRAWN_LABELS);
        GraphPart.Draft draft = open.peek();
        if (draft == null) {
            return;
        }
        List<String> labels = content.found();
        if (labels.isEmpty()) {
            draft.put(name(draft.isNode(), key), content.text());
            return;
        }
        draft.put(draft.isNode() ? NODE_LABEL : EDGE_LABEL, labels.getFirst());
        labels.stream().skip(1).forEach(label -> draft.put(FURTHER_LABELS, label));
    }

    /** A program may give a key of nodes and one of edges the same id, or announce it for the other kind only. */
    private String name(boolean node, String key) {
        for (String domain : List.of(node ? "node" : "edge", "all", "", node ? "edge" : "node")) {
            Attribute attribute = attributes.get(domain + "\n" + key);
            if (attribute != null) {
                return attribute.name();
            }
        }
        return key;
    }

    private void described() {
        String text = xml.text();
        GraphPart.Draft draft = open.peek();
        if (draft != null) {
            draft.put("desc", text);
        }
    }

    private void port() {
        String name = xml.attribute("name");
        xml.skip();
        GraphPart.Draft draft = open.peek();
        if (draft != null) {
            draft.put("port", name);
        }
    }

    private void hyperedge() {
        long line = xml.line();
        var values = new LinkedHashMap<>(xml.attributes());
        while (xml.advance() && !(xml.element().equals("hyperedge") && !xml.isStart())) {
            if (xml.isStart() && xml.element().equals("endpoint")) {
                values.merge("endpoints", xml.attribute("node"), (one, other) -> one + " | " + other);
            }
        }
        ready.add(new GraphPart.Unfit(
                line, values, "endpoints", "a tie is between two; write each pair of this hyperedge as an edge"));
    }

    private void handOut(GraphPart.@Nullable Draft draft) {
        if (draft != null && !draft.isHandedOut()) {
            attributes.values().stream()
                    .filter(a -> a.isOf(draft.isNode()))
                    .forEach(a -> draft.putDefault(a.name(), a.value()));
            ready.add(draft.part());
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
