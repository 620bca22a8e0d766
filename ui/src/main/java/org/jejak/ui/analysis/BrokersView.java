package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.Investigations;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.Notices;
import org.jejak.ui.network.NetworkNavigation;

/** Whom it would hurt to lose. Victims, survivors and witnesses are in every path and in no list. */
@Route("brokers")
@PermitAll
@Menu(order = 2, icon = "vaadin:sitemap", title = "brokers.title")
class BrokersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final long SEED = 1;

    private final transient Viewers viewers;
    private final transient Investigations investigations;
    private final transient Names names;
    private final transient Basket basket;
    private final transient List<String> cases;
    private final ComboBox<String> chosen = new ComboBox<>(translate("brokers.case"));
    private final Div result = new Div();
    private String shown = "";

    BrokersView(Viewers viewers, Cases cases, Investigations investigations, Names names, Basket basket) {
        this.viewers = viewers;
        this.investigations = investigations;
        this.names = names;
        this.basket = basket;
        this.cases = cases.visibleTo(viewers.current()).stream().map(Case::ref).toList();
        addClassName("view");
        result.addClassName("result");
        if (this.cases.isEmpty()) {
            add(new EmptyState(translate("home.no-case"), translate("home.no-case-advice")));
            return;
        }
        chosen.setItems(this.cases);
        chosen.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent()
                        .navigate("brokers", QueryParameters.simple(Map.of(BrokersNavigation.CASE, event.getValue())));
            }
        });
        add(chosen, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (cases.isEmpty()) {
            return;
        }
        String asked = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(BrokersNavigation.CASE)
                .filter(cases::contains)
                .orElse(cases.getFirst());
        if (!asked.equals(shown)) {
            shown = asked;
            chosen.setValue(asked);
            rank(entering.getUI(), asked);
        }
    }

    private void rank(UI ui, String caseRef) {
        result.removeAll();
        var viewer = viewers.current();
        var work = new LongWork(translate("brokers.working"), translate("cancel"));
        result.add(work);
        var control = new RunControl(work::isCancelled, RunControl.PLAIN.progress(), RunControl.PLAIN.threads());
        work.run(
                ui,
                () -> investigations.brokers(viewer, NetworkQuestion.of(Set.of(caseRef)), SEED, control),
                answer -> show(viewer, caseRef, answer));
    }

    private void show(Viewer viewer, String caseRef, BrokersAnswer answer) {
        result.removeAll();
        var report = answer.report();
        var on = new UnorderedList(
                new ListItem(translate("brokers.for", viewer.user(), caseRef)),
                new ListItem(translate("brokers.size", report.actors(), report.ties())),
                new ListItem(translate(
                        "brokers.question", answer.network().question().caption())),
                new ListItem(translate(
                        "brokers.listed",
                        report.brokers().size(),
                        answer.network().guarded().size())),
                new ListItem(translate("brokers.explained", answer.network().explained())),
                new ListItem(translate("brokers.digest", report.digest())));
        on.addClassName("caption");
        result.add(new H3(translate("brokers.computed-on")), on);
        if (report.brokers().isEmpty()) {
            result.add(new EmptyState(translate("brokers.nobody"), translate("brokers.nobody-advice")));
            return;
        }
        var table = new BrokersTable(answer);
        var draw = new Button(
                translate("brokers.draw"), clicked -> NetworkNavigation.show(UI.getCurrent(), table.chosen()));
        var take = new Button(translate("inspector.take"), clicked -> take(table.chosen()));
        var row = new Div(draw, take);
        row.addClassName("chips");
        result.add(row, table);
        if (!answer.coercedRole().isEmpty()) {
            result.add(coerced(viewer, answer.coercedRole()));
        }
    }

    private void take(Set<Key> keys) {
        basket.add(keys);
        Notices.done(translate("basket.added", keys.size(), basket.keys().size()));
    }

    /** Who was a victim and has another role as well: apart from the ranking, by pseudonym, with what the law says. */
    private Div coerced(Viewer viewer, List<ActorId> actors) {
        var note = new Paragraph(translate("brokers.coerced-note"));
        note.addClassName("note");
        var list = new UnorderedList();
        var shownAs = names.of(viewer, actors.stream().map(ActorId::key).toList());
        actors.forEach(actor -> {
            var known = shownAs.get(actor.key());
            var item = new ListItem(known == null ? actor.toString() : known.name());
            item.addClassName("protected");
            list.add(item);
        });
        return new Div(new H3(translate("brokers.coerced", actors.size())), note, list);
    }

    @Override
    public String getPageTitle() {
        return translate("brokers.title") + " · Jejak";
    }
}
