package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.jejak.ingest.LoadContents.HeldRow;
import org.jejak.network.Key;
import org.jejak.ui.kit.EmptyState;

/** Rows that wait, and for what. */
@Route(RecordsNavigation.WAITING)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
class HeldRowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 1000;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 12;

    private final transient RecordReads reads;

    HeldRowsView(RecordReads reads) {
        this.reads = reads;
        addClassNames("view", "records");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        add(new SectionTabs(RecordsNavigation.WAITING));
        var load = entering.getLocation().getQueryParameters().getSingleParameter(RecordsNavigation.LOAD);
        load.ifPresent(id -> {
            var all = new Anchor(RecordsNavigation.WAITING, translate("held.all-loads"));
            add(new Paragraph(translate("held.of-load", id)), all);
        });
        long count = reads.countHeld(load);
        if (count == 0) {
            add(new EmptyState(translate("held.none"), translate("held.none-advice")));
            return;
        }
        var rows = reads.held(load, MOST);
        add(new Paragraph(translate("held.what")));
        add(new Paragraph(
                count > rows.size() ? translate("held.some", rows.size(), count) : translate("held.all", count)));
        var grid = new Grid<HeldRow>();
        grid.addColumn(HeldRow::file)
                .setHeader(translate("report.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(HeldRow::line)
                .setHeader(translate("report.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(HeldRow::key).setHeader(translate("held.row")).setAutoWidth(true);
        grid.addColumn(row -> row.missing().isEmpty()
                        ? translate("held.another-kind")
                        : row.missing().stream().map(Key::value).collect(Collectors.joining(", ")))
                .setHeader(translate("held.waits-for"))
                .setAutoWidth(true);
        grid.addColumn(HeldRow::load)
                .setHeader(translate("held.load"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.getElement().setAttribute("aria-label", translate("held.tab"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= FEW);
        grid.addClassName("fills");
        add(grid);
    }

    @Override
    public String getPageTitle() {
        return translate("held.tab") + " · Jejak";
    }
}
