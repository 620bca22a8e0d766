package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.Depth;
import org.jejak.analysis.brokerage.Sureness;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.network.ActorId;
import org.jejak.network.PartialTime;
import org.jejak.projection.NetworkQuestion;
import org.jejak.ui.kit.DayField;
import org.jejak.ui.kit.NumbersTable;

/** The ranking on one day beside that on another: as it was true, or as it was known. */
final class ComparePanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int ROWS = 30;

    private final transient Asking asking;
    private final RadioButtonGroup<Boolean> known = new RadioButtonGroup<>(translate("compare.which"));
    private final DayField first = new DayField(translate("compare.first"));
    private final DayField second = new DayField(translate("compare.second"));
    private final Div result = new Div();

    ComparePanel(Asking asking) {
        this.asking = asking;
        known.setItems(false, true);
        known.setItemLabelGenerator(asKnown -> translate(asKnown ? "compare.known" : "compare.true"));
        known.setValue(false);
        first.setRequiredIndicatorVisible(true);
        second.setPlaceholder(translate("compare.second.help"));
        second.setClearButtonVisible(true);
        var ask = new Button(translate("compare.ask"), clicked -> ask());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(known, first, second, ask);
        form.addClassNames("chips", "asking");
        var note = new Paragraph(translate("compare.note"));
        note.addClassName("note");
        add(note, form, result);
    }

    private record Both(BrokersAnswer before, BrokersAnswer after) {}

    private void ask() {
        first.setInvalid(first.getValue() == null);
        first.setErrorMessage(translate("compare.first.missing"));
        if (first.isInvalid()) {
            return;
        }
        var before = on(first.getValue());
        var after = Optional.ofNullable(second.getValue()).map(this::on).orElse(asking.question());
        BrokersView.work(
                UI.getCurrent(),
                result,
                translate("brokers.working"),
                control -> new Both(ranked(before, control.part(0, 0.5)), ranked(after, control.part(0.5, 1))),
                this::show);
    }

    private NetworkQuestion on(LocalDate day) {
        return known.getValue()
                ? asking.question()
                        .knownBy(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                : asking.question().at(PartialTime.parse(day.toString(), ZoneOffset.UTC));
    }

    /** Only the measures: what changed is seen without three hundred rounds of chance for each day. */
    private BrokersAnswer ranked(NetworkQuestion question, RunControl control) {
        return asking.investigations()
                .brokers(asking.viewer(), question, BrokersView.SEED, Sureness.USUAL.depth(Depth.MEASURES), control);
    }

    private void show(Both both) {
        result.removeAll();
        var before = byId(both.before());
        var after = byId(both.after());
        var everybody = new TreeSet<>(before.keySet());
        everybody.addAll(after.keySet());
        var most = new ArrayList<>(everybody);
        most.sort(Comparator.comparingInt((ActorId a) -> Math.min(rank(before, a), rank(after, a)))
                .thenComparing(a -> a));
        var rows = new ArrayList<List<String>>();
        for (ActorId actor : most.stream().limit(ROWS).toList()) {
            var was = before.get(actor);
            var is = after.get(actor);
            rows.add(List.of(
                    is == null ? both.before().name(actor) : both.after().name(actor),
                    was == null ? "–" : "" + was.rank(),
                    is == null ? "–" : "" + is.rank(),
                    change(was, is),
                    was == null ? "–" : "" + was.degree(),
                    is == null ? "–" : "" + is.degree(),
                    was == null ? "–" : number(was.betweenness()),
                    is == null ? "–" : number(is.betweenness())));
        }
        result.add(
                new H3(translate("compare.result")),
                new Paragraph(translate(
                        "compare.sizes",
                        both.before().report().actors(),
                        both.before().report().ties(),
                        both.after().report().actors(),
                        both.after().report().ties())),
                new NumbersTable(
                        List.of(
                                translate("table.name"),
                                translate("compare.rank-before"),
                                translate("compare.rank-after"),
                                translate("compare.change"),
                                translate("compare.ties-before"),
                                translate("compare.ties-after"),
                                translate("compare.betweenness-before"),
                                translate("compare.betweenness-after")),
                        rows),
                new Paragraph(translate("compare.showing", rows.size(), everybody.size())));
    }

    private static String change(
            @org.jspecify.annotations.Nullable Broker was, @org.jspecify.annotations.Nullable Broker is) {
        if (was == null) {
            return translate("compare.new");
        }
        if (is == null) {
            return translate("compare.gone");
        }
        int up = was.rank() - is.rank();
        return up == 0 ? "=" : up > 0 ? "▲ " + up : "▼ " + -up;
    }

    private static int rank(Map<ActorId, Broker> brokers, ActorId actor) {
        var broker = brokers.get(actor);
        return broker == null ? Integer.MAX_VALUE : broker.rank();
    }

    private static Map<ActorId, Broker> byId(BrokersAnswer answer) {
        var byId = new HashMap<ActorId, Broker>();
        answer.report().brokers().forEach(broker -> byId.put(broker.id(), broker));
        return byId;
    }

    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
}
