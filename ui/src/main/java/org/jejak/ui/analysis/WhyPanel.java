package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.investigation.WhyAnswer;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;
import org.jejak.ui.rows.RowsBehind;

/** Why somebody stands where they stand: whom they join, and the ties that carry it, down to the records. */
final class WhyPanel extends Aside {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 12;

    /** Standard error of a share from which an estimate explains little. */
    private static final double ROUGH = 0.1;

    private final transient Asking asking;
    private final transient ActorNetwork network;
    private final transient RowsBehind rows;
    private final transient Names names;
    private final transient CommunityNames communities;

    /** Why, and what the sources are called that say so. */
    private record Known(WhyAnswer answer, Map<Key, Names.Shown> sources) {

        String words(VisibleRecord.Statement statement) {
            var shown = sources.get(statement.source());
            return (shown == null ? statement.source().value() : shown.name()) + " (" + statement.grade() + ")";
        }
    }

    /** @param network the one that was ranked; reading it again for each question would take as long as ranking it */
    WhyPanel(Asking asking, ActorNetwork network, RowsBehind rows, Names names, CommunityNames communities) {
        this.asking = asking;
        this.network = network;
        this.names = names;
        this.communities = communities;
        this.rows = rows;
        addClassName("why");
        getElement().setAttribute("aria-live", "polite");
        add(new H3(translate("brokers.why")), new Paragraph(translate("brokers.why.choose")));
    }

    void about(ActorId actor) {
        BrokersView.work(
                UI.getCurrent(),
                this,
                translate("brokers.why.working"),
                control -> known(
                        asking.investigations().why(asking.viewer(), network, actor.key(), BrokersView.SEED, control)),
                this::show);
        // on a small screen it lies above a long table
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private Known known(WhyAnswer answer) {
        var sources = answer.statements().values().stream()
                .flatMap(List::stream)
                .map(VisibleRecord.Statement::source)
                .distinct()
                .toList();
        return new Known(answer, names.of(asking.viewer(), sources));
    }

    private void show(Known known) {
        removeAll();
        var answer = known.answer();
        var reasons = answer.reasons();
        add(new H3(translate("brokers.why.of", answer.name(reasons.actor()))));
        if (reasons.betweenness() == 0) {
            add(new Paragraph(translate("brokers.why.nothing")));
        }
        var sampled = reasons.sampled();
        if (sampled != null) {
            var note = new Paragraph(translate(
                            "brokers.why.sampled",
                            sampled.searches(),
                            network.snapshot().size(),
                            percent(2 * sampled.relativeError()),
                            percent(2 * sampled.shareError()))
                    + (sampled.shareError() > ROUGH ? " " + translate("brokers.why.rough") : ""));
            note.addClassName("quiet");
            add(note);
        }
        var joined = new UnorderedList();
        reasons.communities().stream()
                .limit(MOST)
                .forEach(c -> joined.add(new ListItem(translate(
                        c.own() ? "brokers.why.own" : "brokers.why.joined",
                        communities.of(c.community()),
                        c.contacts(),
                        c.members()))));
        add(new H4(translate("brokers.why.communities")), joined);
        if (!reasons.between().isEmpty()) {
            var between = new UnorderedList();
            reasons.between().stream()
                    .limit(MOST)
                    .forEach(b -> between.add(new ListItem(translate(
                            b.one() == b.other() ? "brokers.why.within" : "brokers.why.between",
                            communities.of(b.one()),
                            communities.of(b.other()),
                            percent(b.share())))));
            add(new H4(translate("brokers.why.pairs")), between);
        }
        var ties = new UnorderedList();
        ties.addClassName("carrying");
        reasons.ties().stream().limit(MOST).forEach(tie -> {
            var open = new Button(
                    translate("brokers.why.records", tie.records().size()),
                    clicked -> rows.open(
                            answer.name(reasons.actor()) + " – " + answer.name(tie.other()),
                            tie.records(),
                            asking.question().without()));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            var said = new TreeSet<String>();
            tie.records()
                    .forEach(record -> answer.statements().getOrDefault(record, List.of()).stream()
                            .map(known::words)
                            .forEach(said::add));
            var sources =
                    new Span(said.stream().limit(4).collect(Collectors.joining(", ")) + (said.size() > 4 ? ", …" : ""));
            sources.addClassName("quiet");
            ties.add(new ListItem(
                    new Span(translate("brokers.why.tie", answer.name(tie.other()), percent(tie.share()))),
                    open,
                    sources));
        });
        add(new H4(translate("brokers.why.ties")), ties);
        if (reasons.ties().size() > MOST) {
            add(new Paragraph(
                    translate("brokers.why.showing", MOST, reasons.ties().size())));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
