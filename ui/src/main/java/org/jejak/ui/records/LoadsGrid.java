package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.ToLongFunction;
import org.jejak.ingest.LoadReport.FileCounts;
import org.jejak.ingest.LoadSummary;
import org.jejak.network.Viewer;
import org.jejak.ui.kit.Moment;
import org.jejak.ui.kit.Sure;

/** The loads there are, latest first: who, when, into which case, what became of the rows. */
final class LoadsGrid extends Grid<LoadSummary> {

    private static final long serialVersionUID = 1L;

    private final transient RecordReads reads;
    private final transient Undo undo;

    /** Takes a load back. */
    interface Undo {
        void undo(Viewer viewer, String load);
    }

    LoadsGrid(RecordReads reads, Undo undo, boolean mayUndo) {
        this.reads = reads;
        this.undo = undo;
        addColumn(load -> Moment.words(load.recorded())).setHeader(translate("loads.when"));
        addColumn(LoadSummary::user).setHeader(translate("loads.who"));
        addColumn(LoadSummary::caseRef).setHeader(translate("loads.case"));
        addColumn(load -> load.report().map(r -> r.bundle()).orElse(load.namespace()))
                .setHeader(translate("loads.bundle"));
        number("report.accepted", FileCounts::accepted);
        number("report.superseded", FileCounts::superseded);
        number("report.held-column", FileCounts::held);
        number("report.refused", FileCounts::refused);
        addColumn(LoadSummary::handling).setHeader(translate("loads.handling"));
        addComponentColumn(load -> actions(load, mayUndo)).setHeader(translate("loads.do"));
        getColumns().forEach(column -> column.setAutoWidth(true).setFlexGrow(0));
        getElement().setAttribute("aria-label", translate("loads.list"));
        setAllRowsVisible(true);
        addThemeVariants(GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
    }

    private void number(String header, ToLongFunction<FileCounts> count) {
        addColumn(load -> load.report()
                        .map(r -> r.files().stream().mapToLong(count).sum())
                        .map(String::valueOf)
                        .orElse("–"))
                .setHeader(translate(header))
                .setTextAlign(ColumnTextAlign.END);
    }

    private Div actions(LoadSummary load, boolean mayUndo) {
        var actions = new Div();
        actions.addClassName("buttons");
        if (!load.state().equals("done")) {
            actions.add(new Span(translate("loads.state-" + load.state())));
            return actions;
        }
        var show = new Button(translate("loads.show"), clicked -> RecordsNavigation.load(UI.getCurrent(), load.load()));
        show.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        actions.add(show);
        if (mayUndo) {
            var back = new Button(translate("loads.undo"), clicked -> confirm(load));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            back.setAriaLabel(translate("loads.undo-this", load.caseRef(), Moment.words(load.recorded())));
            actions.add(back);
        }
        return actions;
    }

    private void confirm(LoadSummary load) {
        var what = reads.undoing(load.load());
        var dialog = new Sure(
                translate("undo.title"), translate("undo.confirm"), () -> undo.undo(reads.viewer(), load.load()));
        dialog.setText(translate(
                "undo.what",
                load.report().map(r -> r.bundle()).orElse(load.namespace()),
                load.user(),
                Moment.words(load.recorded()),
                what.allGoing(),
                what.going().size(),
                what.allWaiting(),
                what.allStaying()));
        dialog.open();
    }

    /** Reads again; false if there is nothing to show. */
    boolean refresh() {
        var loads = reads.loads();
        setItems(loads);
        recalculateColumnWidths();
        return !loads.isEmpty();
    }
}
