package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.Investigations;
import org.jejak.investigation.KeptInvestigations;
import org.jejak.network.ActorId;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.kit.AddressChooser;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.kit.Tabs;
import org.jejak.ui.kit.Unfolding;
import org.jejak.ui.leftout.LeftOut;
import org.jejak.ui.leftout.LeftOutNote;
import org.jejak.ui.rows.RowsBehind;

/** Whom it would hurt to lose. Victims, survivors and witnesses are in every path and in no list. */
@Route("brokers")
@RolesAllowed({"INVESTIGATOR", "PROSECUTOR", "INTEGRITY", "VICTIM_CARE", "SUPERVISOR"})
@Menu(order = 2, icon = "vaadin:sitemap", title = "brokers.title")
class BrokersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final long SEED = 1;

    /** Actors times ties up to which three hundred rounds of chance take some seconds. */
    private static final long AT_ONCE = 2_000_000;

    private final transient Viewers viewers;
    private final transient Investigations investigations;
    private final transient KeptInvestigations kept;
    private final transient Names names;
    private final transient Basket basket;
    private final transient RowsBehind rows;
    private final transient List<String> cases;
    private final AddressChooser chosen;
    private final LeftOutNote leftOut;
    private final Div result = new Div();

    BrokersView(
            Viewers viewers,
            Cases cases,
            Investigations investigations,
            KeptInvestigations kept,
            Names names,
            Basket basket,
            RowsBehind rows) {
        this.viewers = viewers;
        this.kept = kept;
        this.investigations = investigations;
        this.names = names;
        this.basket = basket;
        this.rows = rows;
        this.cases = cases.visibleTo(viewers.current()).stream().map(Case::ref).toList();
        this.chosen = new AddressChooser(translate("brokers.case"), "brokers", BrokersNavigation.CASE, this.cases);
        this.leftOut = new LeftOutNote("brokers", sources -> names.of(viewers.current(), sources));
        addClassName("view");
        result.addClassName("result");
        if (this.cases.isEmpty()) {
            add(new EmptyState(translate("home.no-case"), translate("home.no-case-advice")));
            return;
        }
        add(chosen, leftOut, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!cases.isEmpty()) {
            boolean others = leftOut.entered(entering);
            if (chosen.entered(entering).isPresent() || others) {
                rank(entering.getUI(), chosen.getValue(), leftOut.shown());
            }
        }
    }

    private void rank(UI ui, String caseRef, LeftOut without) {
        var question = without.of(NetworkQuestion.of(Set.of(caseRef)));
        var asking = new Asking(question.askedBy(viewers.current()), question, investigations, kept);
        work(
                ui,
                result,
                translate("brokers.working"),
                control -> measured(asking, control),
                answer -> show(asking, answer),
                () -> result.add(new EmptyState(
                        translate("brokers.stopped"),
                        translate("brokers.stopped-advice"),
                        new Button(translate("brokers.measure"), again -> rank(ui, caseRef, without)))));
    }

    /** The measures; and how sure they are at once where that takes seconds, and not minutes. */
    private BrokersAnswer measured(Asking asking, RunControl control) {
        var measures = Sureness.USUAL.depth(Depth.MEASURES);
        var answer = investigations.brokers(asking.viewer(), asking.question(), SEED, measures, control.part(0, 0.1));
        long size = (long) answer.report().actors() * answer.report().ties();
        return size > AT_ONCE ? answer : sure(asking, control.part(0.1, 1));
    }

    private BrokersAnswer sure(Asking asking, RunControl control) {
        return investigations.brokers(asking.viewer(), asking.question(), SEED, control);
    }

    /** Offers to ask how sure each rank is, where it was not asked at once. */
    private void offerSureness(Div offer, Asking asking) {
        offer.removeAll();
        offer.add(
                new Span(translate("brokers.sureness")),
                new Button(
                        translate("brokers.sureness.ask"),
                        clicked -> work(
                                UI.getCurrent(),
                                offer,
                                translate("brokers.working"),
                                control -> sure(asking, control),
                                answer -> show(asking, answer),
                                () -> offerSureness(offer, asking))));
    }

    /** Shows in {@code place} that something is being measured, and then what came of it. */
    static <T> void work(
            UI ui, HasComponents place, String words, Function<RunControl, T> measuring, Consumer<T> show) {
        work(ui, place, words, measuring, show, () -> {});
    }

    /** @param stopped shows what to do next to a reader who gave up */
    private static <T> void work(
            UI ui,
            HasComponents place,
            String words,
            Function<RunControl, T> measuring,
            Consumer<T> show,
            Runnable stopped) {
        place.removeAll();
        var work = new LongWork(words, translate("cancel")).orElse(stopped);
        place.add(work);
        var control = work.control();
        work.run(ui, () -> measuring.apply(control), show);
    }

    private void show(Asking asking, BrokersAnswer answer) {
        result.removeAll();
        if (answer.report().brokers().isEmpty()) {
            result.add(
                    new Paragraph(sizes(answer)),
                    computedOn(asking, answer),
                    new EmptyState(translate("brokers.nobody"), translate("brokers.nobody-advice")));
            return;
        }
        var size = new Paragraph(sizes(answer));
        size.addClassName("caption");
        var tabs = new Tabs();
        tabs.addClassName("brokers");
        tabs.add(translate("brokers.tab.ranking"), new RankingPanel(answer, asking, basket, rows, names));
        later(tabs, "brokers.tab.beyond", () -> new BeyondDegreePanel(answer));
        later(tabs, "brokers.tab.communities", () -> new CommunitiesPanel(answer, asking.viewer(), names));
        later(tabs, "brokers.tab.disruption", () -> new DisruptionPanel(asking));
        later(tabs, "brokers.tab.further", () -> new FurtherPanel(answer, asking));
        later(tabs, "brokers.tab.compare", () -> new ComparePanel(asking));
        tabs.add(translate("brokers.computed-on"), computedOn(asking, answer));
        result.add(size);
        if (answer.sureness().depth() == Depth.MEASURES) {
            var offer = new Div();
            offer.addClassNames("chips", "sureness");
            offerSureness(offer, asking);
            result.add(offer);
        }
        result.add(tabs);
        if (!answer.coercedRole().isEmpty()) {
            result.add(coerced(asking.viewer(), answer.coercedRole()));
        }
    }

    private static void later(Tabs tabs, String title, Supplier<Component> content) {
        tabs.add(translate(title), new Unfolding(content));
    }

    private static String sizes(BrokersAnswer answer) {
        var report = answer.report();
        return translate("brokers.size", report.actors(), report.ties()) + ". "
                + translate(
                        "brokers.listed",
                        report.brokers().size(),
                        answer.network().guarded().size())
                + (answer.network().roleless().isEmpty()
                        ? ""
                        : ". "
                                + translate(
                                        "brokers.roleless",
                                        answer.network().roleless().size()));
    }

    private static Div computedOn(Asking asking, BrokersAnswer answer) {
        var report = answer.report();
        var on = new UnorderedList(
                new ListItem(translate("brokers.for", asking.viewer().user(), asking.caseRefs())),
                new ListItem(translate(
                        "brokers.question", answer.network().question().caption())),
                new ListItem(translate("brokers.explained", answer.network().explained())),
                new ListItem(translate("brokers.seed", SEED)),
                new ListItem(translate("brokers.digest", report.digest())));
        var beyond = report.beyondDegree();
        if (beyond != null) {
            on.add(new ListItem(translate(
                    "brokers.null-runs", beyond.runs(), beyond.model().name().toLowerCase(Locale.ROOT))));
        }
        var ranks = report.rankUncertainty();
        if (ranks != null) {
            on.add(new ListItem(translate("brokers.deletions", ranks.draws(), Math.round(100 * ranks.missingShare()))));
            if (!ranks.determinable()) {
                on.add(new ListItem(translate("brokers.not-determinable")));
            }
        }
        var sampling = report.sampling();
        if (sampling != null) {
            on.add(new ListItem(translate(
                    "brokers.sampled",
                    sampling.paths(),
                    String.format(Locale.ROOT, "%.4f", sampling.betweennessError()),
                    Math.round(100 * (1 - sampling.failure())))));
        }
        on.addClassName("caption");
        return new Div(on);
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
