package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.projection.ActorNetwork;
import org.jejak.savedview.SavedView;
import org.jejak.ui.canvas.Appearance;
import org.jejak.ui.canvas.GraphCanvas;
import org.jejak.ui.canvas.Layout;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.rows.RowsBehind;

/** Explore: find somebody, draw them, and go on from there. */
@Route("network")
@PermitAll
@Menu(order = 1, icon = "vaadin:cluster", title = "network.title")
class NetworkView extends Div implements BeforeEnterObserver, HasDynamicTitle, Inspector.Actions, ToolBar.Actions {

    private static final long serialVersionUID = 1L;

    private final transient NetworkReads reads;
    private final transient Basket basket;
    private final transient Steps steps = new Steps();
    private final GraphCanvas canvas = new GraphCanvas(translate("network.canvas"));
    private final transient RowsBehind rowsBehind;
    private final FindBox find;
    private final Inspector inspector;
    private final ElementsTable table;
    private final FilterBar filters;
    private final ToolBar tools;
    private final transient ViewShelf shelf;
    private final Div start = new Div();
    private final Div found = new Div();
    private final Paragraph counted = new Paragraph();
    private final transient Map<String, Set<Key>> drawnAround = new HashMap<>();
    private transient Set<Key> marked = Set.of();
    private transient Set<Key> chosen = Set.of();
    private transient Picture picture = new Picture(Map.of(), Map.of(), Set.of(), 0, 0);
    private transient Known known = new Known("", Set.of(), null);

    /** What is read once for each state of the store. */
    private record Known(
            String state,
            Set<Key> officials,
            @org.jspecify.annotations.Nullable ActorNetwork people) {}

    NetworkView(NetworkReads reads, RowsBehind rowsBehind, Basket basket) {
        this.reads = reads;
        this.rowsBehind = rowsBehind;
        this.basket = basket;
        addClassName("network");
        find = new FindBox(reads, this::drawAndChoose);
        inspector = new Inspector(reads, rowsBehind, this);
        table = new ElementsTable(rowsBehind, this::choose, this);
        filters = new FilterBar(this::change);
        tools = new ToolBar(canvas, this);
        shelf = new ViewShelf(reads, this::open);
        canvas.setSizeFull();
        canvas.onChosen(event -> choose(keys(event.ids())));
        canvas.onInspect(event -> choose(Set.of(new Key(event.id()))));
        canvas.onExpand(event -> expand(new Key(event.id()), ElementsTable.entities()));
        canvas.onRemove(event -> remove(keys(event.ids())));
        canvas.onTieChosen(event -> records(event.ids()));
        counted.addClassName("quiet");
        counted.getElement().setAttribute("role", "status");
        var bar = new Div(tools, filters, counted);
        bar.addClassName("bar");
        var left = new Div(find, start, found);
        left.addClassName("side");
        var tabs = new TabSheet();
        tabs.setSizeFull();
        tabs.add(translate("network.drawing"), canvas);
        tabs.add(translate("network.table"), table);
        var stage = new Div(tabs);
        stage.addClassName("stage");
        var right = new Div(inspector);
        right.addClassName("side");
        add(bar, left, stage, right);
        offerCases();
    }

    private static Set<Key> keys(List<String> ids) {
        return ids.stream().map(Key::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void offerCases() {
        var cases = reads.cases();
        if (cases.isEmpty()) {
            start.add(new Paragraph(translate("network.no-case")));
            return;
        }
        start.add(new Paragraph(translate("network.start")));
        cases.forEach(open ->
                start.add(new Button(translate("network.whole-case", open.ref()), clicked -> wholeCase(open.ref()))));
        start.add(shelf.list());
    }

    private void wholeCase(String ref) {
        var network = reads.people(Set.of(ref));
        var people =
                network.snapshot().actors().stream().map(actor -> actor.key()).toList();
        change(steps.now().with(people));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var parameters = entering.getLocation().getQueryParameters();
        parameters.getSingleParameter(NetworkNavigation.FIND).ifPresent(find::look);
        parameters
                .getSingleParameter(NetworkNavigation.CASE)
                .filter(ref -> steps.now().things().isEmpty())
                .ifPresent(this::wholeCase);
        parameters.getSingleParameter(NetworkNavigation.VIEW).ifPresent(this::openFromAddress);
        var asked = NetworkNavigation.shown(parameters);
        if (!asked.isEmpty() && !steps.now().things().equals(new LinkedHashSet<>(asked))) {
            steps.go(steps.now().only(asked));
            draw();
        }
    }

    @Override
    public String getPageTitle() {
        return translate("network.title") + " · Jejak";
    }

    /** What was searched for is what one wants to know of, whether it was drawn already or not. */
    private void drawAndChoose(Key key) {
        if (!steps.now().things().contains(key)) {
            change(steps.now().with(List.of(key)));
        }
        choose(Set.of(key));
    }

    private void change(Sheet next) {
        steps.go(next);
        marked = Set.of();
        found.removeAll();
        draw();
        rememberInAddress();
    }

    private void rememberInAddress() {
        replaceAddress(NetworkNavigation.parameters(steps.now().things()));
    }

    private static void replaceAddress(QueryParameters parameters) {
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().getHistory().replaceState(null, new Location("network", parameters));
        }
    }

    private void openFromAddress(String id) {
        try {
            open(reads.view(id));
        } catch (NotAllowed none) {
            Notices.failure(String.valueOf(none.getMessage()));
        }
    }

    private void open(SavedView view) {
        steps.go(ViewShelf.sheet(view));
        marked = Set.of();
        found.removeAll();
        found.add(ViewShelf.note(view));
        draw(ViewShelf.layout(view));
        replaceAddress(NetworkNavigation.parametersOfView(view.id()));
    }

    @Override
    public void keep() {
        shelf.askToKeep(steps.now(), canvas.places());
    }

    @Override
    public void offerViews() {
        shelf.offer();
    }

    @Override
    public void clear() {
        change(Sheet.BLANK);
    }

    @Override
    public void undo() {
        steps.undo().ifPresent(any -> after());
    }

    @Override
    public void redo() {
        steps.redo().ifPresent(any -> after());
    }

    private void after() {
        marked = Set.of();
        draw();
        rememberInAddress();
    }

    private Known known() {
        String state = reads.state();
        if (!known.state().equals(state)) {
            known = new Known(state, reads.officials(), reads.people(Set.of()));
        }
        return known;
    }

    private void draw() {
        draw(Layout.FORCE);
    }

    private void draw(Layout layout) {
        var sheet = steps.now();
        var now = known();
        picture = Picture.of(
                reads, sheet, now.officials(), java.util.Objects.requireNonNull(now.people(), "the people are read"));
        canvas.setTopology(picture.topology());
        canvas.setLayout(layout);
        redraw();
        table.show(picture);
        filters.show(sheet, picture);
        tools.enable(steps.canUndo(), steps.canRedo(), !sheet.things().isEmpty());
        start.setVisible(sheet.things().isEmpty());
        counted.setText(words(sheet));
    }

    private String words(Sheet sheet) {
        if (sheet.things().isEmpty()) {
            return "";
        }
        int hidden = sheet.things().size() - picture.shown().size();
        var words = new StringBuilder(translate(
                "network.counted", picture.shown().size(), picture.lines().size()));
        if (hidden > 0) {
            words.append(" · ").append(translate("network.hidden", hidden));
        }
        if (picture.setAside() > 0 || sheet.from().isPresent() || sheet.until().isPresent()) {
            words.append(" · ").append(translate("network.set-aside", picture.setAside(), picture.undated()));
        }
        return words.toString();
    }

    @Override
    public void redraw() {
        canvas.setAppearance(picture.appearance(
                tools.fanned() ? Appearance.Parallel.FANNED : Appearance.Parallel.COUNTED, tools.tieNames(), marked));
    }

    private void choose(Set<Key> keys) {
        chosen = Set.copyOf(keys);
        inspector.show(chosen);
        canvas.select(chosen.stream().map(Key::value).collect(Collectors.toSet()));
    }

    private void records(List<String> lines) {
        var rows = new HashSet<Key>();
        lines.stream().map(picture.lines()::get).filter(line -> line != null).forEach(line -> rows.addAll(line.rows()));
        rowsBehind.open(translate("records.behind"), rows);
    }

    @Override
    public void expand(Key thing, Set<EntityKind> kinds) {
        long there = reads.around(thing).stream()
                .filter(count -> kinds.contains(count.kind()))
                .collect(Collectors.toMap(count -> count.kind(), count -> count.things(), Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        var before = drawnAround.computeIfAbsent(thing + " " + kinds, any -> new LinkedHashSet<>());
        before.retainAll(steps.now().things());
        var page = reads.neighbours(thing, kinds, before.size());
        before.addAll(page);
        if (page.isEmpty()) {
            Notices.done(translate("around.all-drawn"));
            return;
        }
        var more = new LinkedHashSet<Key>();
        more.add(thing);
        more.addAll(page);
        change(steps.now().with(more));
        long drawn = before.size();
        Notices.done(
                drawn < there
                        ? translate("around.showing-some", drawn, there)
                        : translate("around.showing-all", drawn));
    }

    @Override
    public void remove(Set<Key> things) {
        change(steps.now().without(things));
        choose(Set.of());
    }

    @Override
    public void paths(Key from, Key to) {
        var answer = reads.paths(from, to);
        if (answer.paths().isEmpty()) {
            Notices.done(translate("paths.none"));
            return;
        }
        var met = new LinkedHashSet<Key>();
        answer.paths().forEach(path -> path.actors().forEach(actor -> met.add(actor.key())));
        change(steps.now().with(met));
        marked = Set.copyOf(met);
        redraw();
        found.add(new PathList(rowsBehind, answer, () -> {
            marked = Set.of();
            found.removeAll();
            redraw();
        }));
    }

    @Override
    public void take(Set<Key> things) {
        basket.add(things);
        Notices.done(translate("basket.added", things.size(), basket.keys().size()));
    }
}
