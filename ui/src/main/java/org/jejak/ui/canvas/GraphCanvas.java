package org.jejak.ui.canvas;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The drawing of a graph in the browser. Keys: arrows walk, Enter inspects, + expands, Delete removes, P pins, F fits,
 * Escape clears; it is never the only way, a table of the same elements stands beside it in every view.
 *
 * <p>Built apart from Vaadin's bundle by {@code src/main/frontend/canvas/build.mjs} and loaded when first attached. The
 * force layout runs in a worker that is a file of this application, so {@code worker-src 'self'} is all a
 * content policy has to allow. Without a graphics card the same graph is drawn on a plain
 * canvas, which is faster there than WebGL played by the processor.
 */
@Tag("jejak-graph")
public class GraphCanvas extends Component implements HasSize, HasStyle {

    private Topology topology = Topology.EMPTY;

    public GraphCanvas(String accessibleName) {
        getElement().setProperty("label", accessibleName);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJsModule("context://js/canvas/jejak-graph.js");
    }

    /** Calls a function of the component as soon as the browser has loaded it. */
    private PendingJavaScriptResult call(String function, Object... arguments) {
        return getElement()
                .executeJs(
                        "return customElements.whenDefined('jejak-graph').then(() => this[$0](...$1))",
                        function,
                        Arrays.asList(arguments));
    }

    /** Explains each shape that is there in the reader's words, in a corner of the drawing. */
    public void setLegend(Function<NodeKind, String> words) {
        var names = new TreeMap<String, String>();
        for (NodeKind kind : NodeKind.values()) {
            names.put(kind.name(), words.apply(kind));
        }
        getElement().setPropertyMap("kindNames", names);
    }

    /** Shows this instead of what was shown; what is in both keeps its place. */
    public void setTopology(Topology topology) {
        this.topology = topology;
        getElement().setPropertyBean("topology", topology);
    }

    public Topology topology() {
        return topology;
    }

    public void setLayout(Layout layout) {
        getElement().setPropertyBean("layout", layout);
    }

    public void setAppearance(Appearance appearance) {
        getElement().setPropertyBean("appearance", appearance);
    }

    /** Lays everything out anew except what is pinned. */
    public void arrange() {
        call("arrange");
    }

    public void pause() {
        call("pause");
    }

    public void fit() {
        call("fit");
    }

    public void zoom(double factor) {
        call("zoom", factor);
    }

    /** Marks what is chosen elsewhere, in the table for one; no event comes back. */
    public void select(Set<String> ids) {
        call("select", List.copyOf(ids), true);
    }

    /** Where everything lies now and what is pinned, as a layout that reopens exactly. */
    public CompletableFuture<Layout> places() {
        return call("places").toCompletableFuture(JsonNode.class).thenApply(GraphCanvas::kept);
    }

    private static Layout kept(JsonNode answer) {
        Map<String, Layout.Place> places = answer.path("places").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Layout.Place(
                                entry.getValue().path("x").asDouble(),
                                entry.getValue().path("y").asDouble())));
        return Layout.kept(places, Set.copyOf(texts(answer.path("pinned"))));
    }

    /** Lets the reader save the picture as a file of this name, without its ending. */
    public void savePng(String name) {
        call("savePng", name + ".png");
    }

    public void saveSvg(String name) {
        call("saveSvg", name + ".svg");
    }

    public Registration onChosen(ComponentEventListener<NodesChosen> listener) {
        return addListener(NodesChosen.class, listener);
    }

    public Registration onTieChosen(ComponentEventListener<TiesChosen> listener) {
        return addListener(TiesChosen.class, listener);
    }

    public Registration onInspect(ComponentEventListener<InspectAsked> listener) {
        return addListener(InspectAsked.class, listener);
    }

    public Registration onExpand(ComponentEventListener<ExpandAsked> listener) {
        return addListener(ExpandAsked.class, listener);
    }

    public Registration onRemove(ComponentEventListener<RemoveAsked> listener) {
        return addListener(RemoveAsked.class, listener);
    }

    public Registration onContext(ComponentEventListener<ContextAsked> listener) {
        return addListener(ContextAsked.class, listener);
    }

    public Registration onSettled(ComponentEventListener<LayoutSettled> listener) {
        return addListener(LayoutSettled.class, listener);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** The nodes chosen now; none when the reader cleared the choice. */
    @DomEvent("node-chosen")
    public static final class NodesChosen extends ComponentEvent<GraphCanvas> {
        private final List<String> ids;

        public NodesChosen(GraphCanvas source, boolean fromClient, @EventData("event.detail.ids") JsonNode ids) {
            super(source, fromClient);
            this.ids = texts(ids);
        }

        public List<String> ids() {
            return ids;
        }
    }

    /** A line was chosen; several ties where it folds several. */
    @DomEvent("tie-chosen")
    public static final class TiesChosen extends ComponentEvent<GraphCanvas> {
        private final List<String> ids;

        public TiesChosen(GraphCanvas source, boolean fromClient, @EventData("event.detail.ids") JsonNode ids) {
            super(source, fromClient);
            this.ids = texts(ids);
        }

        public List<String> ids() {
            return ids;
        }
    }

    @DomEvent("node-inspect")
    public static final class InspectAsked extends ComponentEvent<GraphCanvas> {
        private final String id;

        public InspectAsked(GraphCanvas source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** By double click or the plus key. */
    @DomEvent("node-expand")
    public static final class ExpandAsked extends ComponentEvent<GraphCanvas> {
        private final String id;

        public ExpandAsked(GraphCanvas source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    @DomEvent("node-remove")
    public static final class RemoveAsked extends ComponentEvent<GraphCanvas> {
        private final List<String> ids;

        public RemoveAsked(GraphCanvas source, boolean fromClient, @EventData("event.detail.ids") JsonNode ids) {
            super(source, fromClient);
            this.ids = texts(ids);
        }

        public List<String> ids() {
            return ids;
        }
    }

    /** A menu was asked for at a point of the canvas, in pixels from its upper left corner. */
    @DomEvent("node-context")
    public static final class ContextAsked extends ComponentEvent<GraphCanvas> {
        private final String id;
        private final int x;
        private final int y;

        public ContextAsked(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.x") int x,
                @EventData("event.detail.y") int y) {
            super(source, fromClient);
            this.id = id;
            this.x = x;
            this.y = y;
        }

        /** The node under the point, or the empty string. */
        public String id() {
            return id;
        }

        public int x() {
            return x;
        }

        public int y() {
            return y;
        }
    }

    /** The layout came to rest, was paused, or a node was dropped: places may be worth saving. */
    @DomEvent("layout-settled")
    public static final class LayoutSettled extends ComponentEvent<GraphCanvas> {
        public LayoutSettled(GraphCanvas source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
