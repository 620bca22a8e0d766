package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jejak.access.Case;
import org.jejak.access.Cases;
import org.jejak.access.Viewers;
import org.jejak.analysis.RunControl;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.Investigations;
import org.jejak.network.ActorId;
import org.jejak.network.Viewer;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.kit.AddressChooser;
import org.jejak.ui.kit.EmptyState;
import org.jejak.ui.kit.LongWork;
import org.jejak.ui.rows.RowsBehind;

/** Whom it would hurt to lose. Victims, survivors and witnesses are in every path and in no list. */
@Route("brokers")
@PermitAll
@Menu(order = 2, icon = "vaadin:sitemap", title = "brokers.title")
class BrokersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final long SEED = 1;

    private final transient Viewers viewers;
    private final transient Investigations investigations;
    private final transient Names names;
    private final transient Basket basket;
    private final transient RowsBehind rows;
    private final transient List<String> cases;
    private final AddressChooser chosen;
    private final Div result = new Div();

    BrokersView(
            Viewers viewers, Cases cases, Investigations investigations, Names names, Basket basket, RowsBehind rows) {
        this.viewers = viewers;
        this.investigations = investigations;
        this.names = names;
        this.basket = basket;
        this.rows = rows;
        this.cases = cases.visibleTo(viewers.current()).stream().map(Case::ref).toList();
        this.chosen = new AddressChooser(translate("brokers.case"), "brokers", BrokersNavigation.CASE, this.cases);
        addClassName("view");
        result.addClassName("result");
        if (this.cases.isEmpty()) {
            add(new EmptyState(translate("home.no-case"), translate("home.no-case-advice")));
            return;
        }
        add(chosen, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (!cases.isEmpty()) {
            chosen.entered(entering).ifPresent(asked -> rank(entering.getUI(), asked));
        }
    }

    private void rank(UI ui, String caseRef) {
        var viewer = viewers.current();
        work(
                ui,
                result,
                translate("brokers.working"),
                control -> investigations.brokers(viewer, NetworkQuestion.of(Set.of(caseRef)), SEED, control),
                answer -> show(viewer, caseRef, answer));
    }

    /** Shows in {@code place} that something is being measured, and then what came of it. */
    static <T> void work(
            UI ui, HasComponents place, String words, Function<RunControl, T> measuring, Consumer<T> show) {
        place.removeAll();
        var work = new LongWork(words, translate("cancel"));
        place.add(work);
        var control = watched(work, words);
        work.run(ui, () -> measuring.apply(control), show);
    }

    /**
     * A run that the reader can follow and give up.
     *
     * @param words for what it does, in the reader's language: the run's own threads know no reader
     */
    private static RunControl watched(LongWork work, String words) {
        var shown = new java.util.concurrent.atomic.AtomicInteger(-1);
        return new RunControl(
                work::isCancelled,
                (step, share) -> {
                    int percent = (int) (100 * share);
                    if (shown.getAndSet(percent) != percent) {
                        work.progress(share, words);
                    }
                },
                RunControl.PLAIN.threads());
    }

    private void show(Viewer viewer, String caseRef, BrokersAnswer answer) {
        result.removeAll();
        if (answer.report().brokers().isEmpty()) {
            result.add(
                    new Paragraph(sizes(answer)),
                    computedOn(viewer, caseRef, answer),
                    new EmptyState(translate("brokers.nobody"), translate("brokers.nobody-advice")));
            return;
        }
        var asking = new Asking(viewer, NetworkQuestion.of(Set.of(caseRef)), investigations);
        var size = new Paragraph(sizes(answer));
        size.addClassName("caption");
        var tabs = new TabSheet();
        tabs.addClassName("brokers");
        tabs.add(translate("brokers.tab.ranking"), new RankingPanel(answer, asking, basket, rows));
        tabs.add(translate("brokers.tab.beyond"), new BeyondDegreePanel(answer));
        tabs.add(translate("brokers.tab.communities"), new CommunitiesPanel(answer, viewer, names));
        tabs.add(translate("brokers.tab.disruption"), new DisruptionPanel(asking));
        tabs.add(translate("brokers.tab.further"), new FurtherPanel(answer, asking));
        tabs.add(translate("brokers.tab.compare"), new ComparePanel(asking));
        tabs.add(translate("brokers.computed-on"), computedOn(viewer, caseRef, answer));
        result.add(size, tabs);
        if (!answer.coercedRole().isEmpty()) {
            result.add(coerced(viewer, answer.coercedRole()));
        }
    }

    private static String sizes(BrokersAnswer answer) {
        var report = answer.report();
        return translate("brokers.size", report.actors(), report.ties()) + ". "
                + translate(
                        "brokers.listed",
                        report.brokers().size(),
                        answer.network().guarded().size());
    }

    private static Div computedOn(Viewer viewer, String caseRef, BrokersAnswer answer) {
        var report = answer.report();
        var on = new UnorderedList(
                new ListItem(translate("brokers.for", viewer.user(), caseRef)),
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
