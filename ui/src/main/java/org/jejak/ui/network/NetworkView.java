package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.investigation.PathsAnswer;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.savedview.SavedView;
import org.jejak.ui.canvas.Appearance;
import org.jejak.ui.canvas.GraphCanvas;
import org.jejak.ui.canvas.Layout;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.evidence.IntoBasket;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.rows.RowsBehind;

/** Explore: find somebody, draw them, and go on from there. */
@Route("network")
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
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
    private final Stage stage;
    private final Div start = new Div();
    private final Div found = new Div();
    private final Paragraph counted = new Paragraph();
    private final transient Map<String, Set<Key>> drawnAround = new HashMap<>();
    private final transient UnfinishedDrawings unfinished = UnfinishedDrawings.ofSession();
    private final String drawing = unfinished.begin();
    private transient Set<Key> marked = Set.of();
    private transient Set<Key> chosen = Set.of();
    private transient Picture picture = Picture.BLANK;
    private transient Standpoint from;

    NetworkView(NetworkReads reads, RowsBehind rowsBehind, Basket basket) {
        this.reads = reads;
        this.from = Standpoint.begin(reads);
        this.rowsBehind = rowsBehind;
        this.basket = basket;
        addClassName("network");
        find = new FindBox(reads, () -> steps.now().seenBy(reads.viewer()), this::drawAndChoose);
        inspector = new Inspector(reads, () -> from, rowsBehind, this::openRows, this);
        table = new ElementsTable(this::openRows, this::choose, this);
        filters = new FilterBar(reads, this::change);
        tools = new ToolBar(canvas, this);
        shelf = new ViewShelf(reads, this::open);
        canvas.setLegend(Words::kind);
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
        stage = new Stage(canvas, table, this::stopped);
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
        unfinished
                .last()
                .ifPresent(sheet -> start.add(
                        new Button(translate("network.go-on", sheet.things().size()), clicked -> change(sheet))));
        start.add(new Paragraph(translate("network.start")));
        cases.forEach(open ->
                start.add(new Button(translate("network.whole-case", open.ref()), clicked -> wholeCase(open.ref()))));
        start.add(shelf.list());
    }

    private void wholeCase(String ref) {
        if (reads.cases().stream().noneMatch(open -> open.ref().equals(ref))) {
            Notices.failure(translate("network.no-such-case", ref));
            return;
        }
        var viewer = reads.viewer();
        var sheet = steps.now();
        stage.later(translate("network.reading"), control -> reads.people(viewer, ref, sheet), people -> {
            if (people.size() > NetworkReads.MOST_DRAWN) {
                Notices.failure(translate("network.too-many", ref, people.size(), NetworkReads.MOST_DRAWN));
            } else {
                change(steps.now().with(people));
            }
        });
    }

    /** The drawing is as it was before what the reader stopped. */
    private void stopped() {
        if (!steps.now().equals(picture.sheet())) {
            steps.undo();
            after();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var parameters = entering.getLocation().getQueryParameters();
        var view = parameters.getSingleParameter(NetworkNavigation.VIEW);
        if (view.isPresent()) {
            openFromAddress(view.get());
            return;
        }
        var asked = parameters
                .getSingleParameter(NetworkNavigation.UNFINISHED)
                .flatMap(unfinished::of)
                .orElseGet(() -> NetworkNavigation.sheet(parameters));
        var next = asked.things().isEmpty() ? steps.now().leavingOut(asked.leftOut()) : asked;
        boolean other = !next.equals(steps.now());
        steps.go(next);
        var wanted = parameters.getSingleParameter(NetworkNavigation.CASE);
        if (wanted.isPresent() && next.things().isEmpty()) {
            wholeCase(wanted.get());
        } else if (other) {
            draw();
        }
        parameters.getSingleParameter(NetworkNavigation.FIND).ifPresent(find::look);
    }

    @Override
    public String getPageTitle() {
        return translate("network.title") + " · Jejak";
    }

    /** What was searched for is what one wants to know of, whether it was drawn already or not. */
    private void drawAndChoose(Key key) {
        if (steps.now().things().contains(key)) {
            choose(Set.of(key));
        } else {
            change(steps.now().with(List.of(key)), () -> choose(Set.of(key)));
        }
    }

    private void change(Sheet next) {
        change(next, () -> {});
    }

    private void change(Sheet next, Runnable drawn) {
        steps.go(next);
        marked = Set.of();
        found.removeAll();
        draw(Layout.FORCE, drawn);
        rememberInAddress();
    }

    private void rememberInAddress() {
        unfinished.keep(drawing, steps.now());
        replaceAddress(NetworkNavigation.parameters(steps.now(), drawing));
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
        draw(ViewShelf.layout(view), () -> {});
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

    /** What was drawn, and from where it was looked at. */
    private record Drawn(Standpoint from, Picture picture) {}

    private void draw() {
        draw(Layout.FORCE, () -> {});
    }

    private void draw(Layout layout, Runnable drawn) {
        var sheet = steps.now();
        var viewer = reads.viewer();
        var before = from;
        start.setVisible(sheet.things().isEmpty());
        stage.later(
                translate("network.drawing-it"),
                control -> {
                    var now = reads.standpoint(viewer, sheet, before);
                    control.stop().check();
                    return new Drawn(now, Picture.of(now, viewer, sheet));
                },
                done -> {
                    boolean moved = !from.isThatOf(done.picture().sheet());
                    from = done.from();
                    picture = done.picture();
                    show(layout);
                    if (moved) {
                        choose(chosen);
                    }
                    drawn.run();
                });
    }

    private void show(Layout layout) {
        var sheet = picture.sheet();
        canvas.setTopology(picture.topology());
        canvas.setLayout(layout);
        redraw();
        table.show(picture);
        filters.show(sheet, picture);
        tools.enable(steps.canUndo(), steps.canRedo(), !sheet.things().isEmpty());
        counted.setText(words(sheet));
    }

    private String words(Sheet sheet) {
        if (sheet.things().isEmpty()) {
            return "";
        }
        var words = new StringBuilder(translate(
                "network.counted", picture.shown().size(), picture.lines().size()));
        if (picture.hidden() > 0) {
            words.append(" · ").append(translate("network.hidden", picture.hidden()));
        }
        if (picture.gone() > 0) {
            String why = sheet.known().isPresent() ? "network.not-yet" : "network.gone";
            words.append(" · ").append(translate(why, picture.gone()));
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
        openRows(translate("records.behind"), rows);
    }

    private void openRows(String title, Collection<Key> rows) {
        rowsBehind.show(title, from.rows(rows), from.leftOut());
    }

    @Override
    public void expand(Key thing, Set<EntityKind> kinds) {
        long there = from.around(thing).entrySet().stream()
                .filter(count -> kinds.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var before = drawnAround.computeIfAbsent(thing + " " + kinds, any -> new LinkedHashSet<>());
        before.retainAll(steps.now().things());
        var page = from.neighbours(thing, kinds, before.size());
        before.addAll(page);
        if (page.isEmpty()) {
            Notices.done(translate("around.all-drawn"));
            return;
        }
        var more = new LinkedHashSet<Key>();
        more.add(thing);
        more.addAll(page);
        long drawn = before.size();
        change(
                steps.now().with(more),
                () -> Notices.done(
                        drawn < there
                                ? translate("around.showing-some", drawn, there)
                                : translate("around.showing-all", drawn)));
    }

    @Override
    public void remove(Set<Key> things) {
        change(steps.now().without(things));
        choose(Set.of());
    }

    @Override
    public void paths(Key start, Key end) {
        var viewer = reads.viewer();
        var sheet = steps.now();
        stage.later(translate("paths.working"), control -> reads.paths(viewer, start, end, sheet, control), answer -> {
            if (answer.paths().isEmpty()) {
                Notices.done(translate("paths.none"));
            } else {
                var met = new LinkedHashSet<Key>();
                answer.paths().forEach(path -> path.actors().forEach(actor -> met.add(actor.key())));
                change(steps.now().with(met), () -> show(answer, met));
            }
        });
    }

    private void show(PathsAnswer answer, Set<Key> met) {
        marked = Set.copyOf(met);
        redraw();
        found.add(new PathList(this::openRows, answer, () -> {
            marked = Set.of();
            found.removeAll();
            redraw();
        }));
    }

    @Override
    public void take(Set<Key> things) {
        IntoBasket.put(basket, things);
    }
}
