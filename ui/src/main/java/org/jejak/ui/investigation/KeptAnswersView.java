package org.jejak.ui.investigation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jejak.investigation.KeptInvestigation;
import org.jejak.network.NotAllowed;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.Moment;
import org.jejak.ui.kit.Notices;

/** Answers kept by whoever is on the case: what was asked, by whom and when; to be asked again and compared. */
@Route(KeptAnswersNavigation.ROUTE)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
@Menu(order = 2.5, icon = "vaadin:bookmark-o", title = "kept.title")
class KeptAnswersView extends Div implements BeforeEnterObserver, HasDynamicTitle, KeptAnswer.Actions {

    private static final long serialVersionUID = 1L;

    private static final int MOST_LINES = 8;

    private final transient KeptReads reads;
    private final Div list = new Div();
    private final Div chosen = new Div();
    private transient List<KeptInvestigation> all = List.of();

    KeptAnswersView(KeptReads reads) {
        this.reads = reads;
        addClassName("view");
        var note = new Paragraph(translate("kept.note"));
        note.addClassName("note");
        add(note, list, chosen);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        all = reads.all();
        list.removeAll();
        chosen.removeAll();
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    translate("kept.none"),
                    translate("kept.none-advice"),
                    new Button(
                            translate("kept.to-brokers"),
                            clicked -> UI.getCurrent().navigate("brokers"))));
            return;
        }
        list.add(grid());
        entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(KeptAnswersNavigation.OPEN)
                .ifPresent(this::open);
    }

    private Grid<KeptInvestigation> grid() {
        var grid = new Grid<KeptInvestigation>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("kept.title"));
        grid.addComponentColumn(one -> {
                    var open =
                            new Button(one.title(), clicked -> KeptAnswersNavigation.show(UI.getCurrent(), one.id()));
                    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                    open.addClassName("kept-title");
                    return open;
                })
                .setHeader(translate("kept.what"))
                .setWidth("14rem")
                .setFlexGrow(2);
        grid.addColumn(one -> translate("kept.measure." + one.question().measure()))
                .setHeader(translate("kept.measure"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(one -> String.join(", ", one.question().cases()))
                .setHeader(translate("kept.cases"))
                .setWidth("10rem");
        grid.addColumn(one -> Moment.words(one.kept()))
                .setHeader(translate("kept.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(KeptInvestigation::user)
                .setHeader(translate("kept.who"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItems(all);
        grid.setAllRowsVisible(all.size() <= MOST_LINES);
        if (all.size() > MOST_LINES) {
            grid.setHeight("20rem");
        }
        return grid;
    }

    private void open(String id) {
        try {
            var one = reads.one(id);
            chosen.add(new KeptAnswer(one, reads, later(one.answer().investigation()), this));
        } catch (NotAllowed gone) {
            chosen.add(new Paragraph(String.valueOf(gone.getMessage())));
        }
    }

    /** What it can be held against: answers to the same kind of question. */
    private List<KeptInvestigation> later(KeptInvestigation one) {
        return all.stream()
                .filter(other -> !other.id().equals(one.id())
                        && other.question().measure().equals(one.question().measure()))
                .toList();
    }

    @Override
    public void throwAway(KeptInvestigation one) {
        var sure = new ConfirmDialog();
        sure.setHeader(translate("kept.sure", one.title()));
        sure.setText(translate("kept.sure.means"));
        sure.setCancelable(true);
        sure.setCancelText(translate("cancel"));
        sure.setConfirmText(translate("kept.throw-away"));
        sure.setConfirmButtonTheme("error primary");
        sure.addConfirmListener(confirmed -> {
            try {
                reads.remove(one.id());
                UI.getCurrent().navigate(KeptAnswersView.class);
            } catch (NotAllowed refused) {
                Notices.failure(Optional.ofNullable(refused.getMessage()).orElse(""));
            }
        });
        sure.open();
    }

    @Override
    public String getPageTitle() {
        return translate("kept.title") + " · Jejak";
    }
}
