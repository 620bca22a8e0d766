package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jejak.ui.evidence.EvidenceReads.Item;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.Sure;
import org.jspecify.annotations.Nullable;

/** The basket, and the pack that is made of it. */
@Route(EvidenceNavigation.BASKET)
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
@Menu(order = 5, icon = "vaadin:briefcase", title = "evidence.title")
class EvidenceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** So many rows are shown at once; more of them scroll. */
    private static final int FEW = 12;

    private final transient EvidenceReads reads;
    private final transient Basket basket;
    private final Div contents = new Div();
    private final ExportForm form;
    private final Div making = new Div();
    private @Nullable Registration listening;

    EvidenceView(EvidenceReads reads, Basket basket) {
        this.reads = reads;
        this.basket = basket;
        addClassNames("view", "evidence");
        form = new ExportForm(reads);
        making.add(reads.mayExport() ? form : new Paragraph(translate("evidence.not-yours")));
        add(new EvidenceTabs(EvidenceNavigation.BASKET), contents, making);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(EvidenceNavigation.CASE)
                .ifPresent(form::choose);
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = basket.onChange(() -> ui.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    private void show() {
        contents.removeAll();
        var keys = basket.keys();
        // the form stays where it is: a pack that is being made is not given up because something else was put aside
        making.setVisible(!keys.isEmpty());
        if (keys.isEmpty()) {
            contents.add(new EmptyState(
                    translate("evidence.empty"),
                    translate("evidence.empty-advice"),
                    new Anchor("network", translate("evidence.to-network"))));
            return;
        }
        var items = reads.items(keys);
        contents.add(new H2(translate("evidence.basket", keys.size())));
        if (items.size() < keys.size()) {
            var gone = new Paragraph(translate("evidence.gone", keys.size() - items.size()));
            gone.addClassName("note");
            contents.add(gone);
        }
        contents.add(grid(items), buttons());
        form.show(items);
    }

    private Div buttons() {
        var buttons = new Div(new Button(translate("evidence.clear"), clicked -> askToEmpty()));
        buttons.addClassName("buttons");
        return buttons;
    }

    /** What was picked by hand, one by one, is not to be lost by one click. */
    private void askToEmpty() {
        new Sure(translate("evidence.clear-sure", basket.keys().size()), translate("evidence.clear"), basket::clear)
                .open();
    }

    private Grid<Item> grid(List<Item> items) {
        var grid = new Grid<Item>();
        grid.addColumn(Item::name).setHeader(translate("evidence.name")).setWidth("12rem");
        grid.addColumn(EvidenceView::kind).setHeader(translate("evidence.kind")).setAutoWidth(true);
        grid.addColumn(item -> String.join(", ", item.restsOn()))
                .setHeader(translate("evidence.rests-on"))
                .setWidth("18rem");
        grid.addColumn(item -> String.join(", ", item.cases().stream().sorted().toList()))
                .setHeader(translate("loads.case"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::remove).setHeader(translate("loads.do")).setAutoWidth(true);
        grid.setItems(items);
        grid.setAllRowsVisible(items.size() <= FEW);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("evidence.tab"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        return grid;
    }

    private static String kind(Item item) {
        return item.kind()
                .map(kind -> translate("kind." + kind.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> translate("evidence.row-of", item.file().replace('_', ' ')));
    }

    private Button remove(Item item) {
        var remove = new Button(translate("evidence.remove"), clicked -> basket.remove(List.of(item.key())));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(translate("evidence.remove-this", item.name()));
        return remove;
    }

    @Override
    public String getPageTitle() {
        return translate("evidence.title") + " · Jejak";
    }
}
