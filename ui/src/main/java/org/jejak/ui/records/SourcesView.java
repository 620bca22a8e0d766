package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.network.Key;
import org.jejak.network.PartialTime;
import org.jejak.ui.analysis.BrokersNavigation;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.records.RecordReads.SourceLine;

/** On what everything rests: the sources, how far each is trusted, and the rows behind each. */
@Route(RecordsNavigation.SOURCES)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
class SourcesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 8;

    private final transient RecordReads reads;
    private final Div below = new Div();
    private final Div list = new Div();
    private transient List<SourceLine> lines = List.of();
    private transient Optional<Key> wanted = Optional.empty();
    private transient boolean asked;

    SourcesView(RecordReads reads) {
        this.reads = reads;
        addClassNames("view", "records");
        add(new SectionTabs(RecordsNavigation.SOURCES), list, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        wanted = RecordsNavigation.source(entering.getLocation().getQueryParameters());
        if (asked) {
            rows();
            return;
        }
        asked = true;
        var viewer = reads.viewer();
        var work = new LongWork(translate("sources.counting"), translate("cancel"));
        list.add(work);
        work.run(UI.getCurrent(), () -> reads.sources(viewer), found -> {
            lines = found;
            show();
            rows();
        });
    }

    private void show() {
        list.removeAll();
        if (lines.isEmpty()) {
            list.add(new EmptyState(
                    translate("sources.none"),
                    translate("sources.none-advice"),
                    new Button(translate("sources.to-loads"), clicked -> RecordsNavigation.loads(UI.getCurrent()))));
            return;
        }
        var grid = grid();
        var filter = new TextField(translate("sources.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(typed -> grid.setItems(matching(typed.getValue())));
        list.add(filter, grid);
    }

    private List<SourceLine> matching(String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(line -> String.join(
                                "\n", line.title(), line.key().value(), cell(line, "kind"), cell(line, "origin"))
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .toList();
    }

    private Grid<SourceLine> grid() {
        var grid = new Grid<SourceLine>();
        grid.addColumn(SourceLine::title)
                .setHeader(translate("sources.source"))
                .setWidth("16rem")
                .setSortable(true);
        column(grid, "kind");
        column(grid, "origin");
        grid.addColumn(SourceLine::grade)
                .setHeader(translate("sources.grade"))
                .setAutoWidth(true)
                .setSortable(true);
        grid.addColumn(SourcesView::handling)
                .setHeader(translate("sources.handling"))
                .setAutoWidth(true);
        column(grid, "date").setComparator(Comparator.comparing(SourcesView::begins));
        grid.addColumn(SourceLine::count)
                .setHeader(translate("sources.rows"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setSortable(true);
        grid.addComponentColumn(line -> new Div(open(line), without(line)))
                .setHeader(translate("loads.do"))
                .setAutoWidth(true);
        grid.setItems(lines);
        if (lines.size() <= FEW) {
            grid.setAllRowsVisible(true);
        } else {
            grid.setHeight("max(26rem, 55vh)");
        }
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("sources.tab"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        return grid;
    }

    /** As an instant, not as written: two offsets on one day would stand the wrong way round. What has no date is first. */
    private static Instant begins(SourceLine line) {
        return line.source().time("date").map(PartialTime::from).orElse(Instant.MIN);
    }

    private static Grid.Column<SourceLine> column(Grid<SourceLine> grid, String column) {
        return grid.addColumn(line -> cell(line, column))
                .setHeader(translate("sources." + column))
                .setAutoWidth(true)
                .setSortable(true);
    }

    private static String cell(SourceLine line, String column) {
        return line.source().cell(column).replace('_', ' ');
    }

    private static String handling(SourceLine line) {
        String own = line.source().cell("handling");
        return own.isEmpty() ? translate("sources.handling-of-load") : own;
    }

    private static Button open(SourceLine line) {
        var open = new Button(
                translate("sources.show-rows"), clicked -> RecordsNavigation.source(UI.getCurrent(), line.key()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        open.setAriaLabel(translate("sources.show-rows-of", line.title()));
        open.setEnabled(line.count() > 0);
        return open;
    }

    /** To the ranking of a case it was delivered under, as if it had never been; the ranking may be of another as well. */
    private static Button without(SourceLine line) {
        var without = new Button(
                translate("sources.without"),
                clicked -> line.source().cases().stream()
                        .min(Comparator.naturalOrder())
                        .ifPresent(ref -> BrokersNavigation.showWithout(UI.getCurrent(), ref, line.key())));
        without.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        without.setAriaLabel(translate("sources.without-it", line.title()));
        without.setEnabled(line.count() > 0);
        return without;
    }

    private void rows() {
        below.removeAll();
        wanted.ifPresent(key -> lines.stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .ifPresentOrElse(
                        line -> below.add(new RestingRows(reads, line)),
                        () -> below.add(new EmptyState(
                                translate("sources.not-there"), translate("sources.not-there-advice")))));
    }

    @Override
    public String getPageTitle() {
        return translate("sources.tab") + " · Jejak";
    }
}
