package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jejak.analysis.disruption.DisruptionStep;
import org.jejak.investigation.DisruptionAnswer;
import org.jejak.investigation.DisruptionPlan;
import org.jejak.ui.investigation.KeepButton;
import org.jejak.ui.kit.Chart;
import org.jejak.ui.kit.Figure;
import org.jejak.ui.kit.NumbersTable;

/** What would be left without some people, beside taking others; and who would be left alone. */
final class DisruptionPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;

    private final transient Asking asking;
    private final IntegerField count = new IntegerField(translate("disruption.count"));
    private final Select<Double> replacement = new Select<>();
    private final Div result = new Div();

    DisruptionPanel(Asking asking) {
        this.asking = asking;
        count.setMin(1);
        count.setMax(MOST);
        count.setValue(5);
        count.setStepButtonsVisible(true);
        replacement.setLabel(translate("disruption.replacement"));
        replacement.setItems(0.0, 0.25, 0.5, 0.75, 1.0);
        replacement.setItemLabelGenerator(share -> String.format(Locale.ROOT, "%.0f %%", 100 * share));
        replacement.setValue(0.0);
        var ask = new Button(translate("disruption.ask"), clicked -> ask());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(count, replacement, ask);
        form.addClassNames("chips", "asking");
        var note = new Paragraph(translate("disruption.note"));
        note.addClassName("note");
        add(note, form, result);
    }

    private void ask() {
        Integer wanted = count.getValue();
        if (wanted == null || count.isInvalid()) {
            return;
        }
        double share = replacement.getValue();
        BrokersView.work(
                UI.getCurrent(),
                result,
                translate("disruption.working"),
                control -> asking.investigations()
                        .disrupt(
                                asking.viewer(),
                                asking.question(),
                                new DisruptionPlan.Best(wanted),
                                share,
                                BrokersView.SEED,
                                control),
                answer -> show(answer, wanted, share));
    }

    private void show(DisruptionAnswer answer, int wanted, double share) {
        result.removeAll();
        var report = answer.report();
        if (report.steps().isEmpty()) {
            result.add(new Paragraph(translate("disruption.nobody")));
            return;
        }
        var keep = new KeepButton(
                translate("kept.suggested.disrupt", asking.caseRefs(), wanted),
                (title, control) -> asking.kept()
                        .disrupt(
                                asking.viewer(),
                                title,
                                asking.question(),
                                new DisruptionPlan.Best(wanted),
                                share,
                                BrokersView.SEED,
                                control)
                        .investigation());
        var row = new Div(keep);
        row.addClassName("chips");
        double before = answer.pairsLeftBefore();
        var lines = List.of(
                line(translate("disruption.chosen"), before, report.steps()),
                line(translate("disruption.betweenness"), before, report.betweenness()),
                line(translate("disruption.degree"), before, report.degree()),
                line(translate("disruption.random"), before, report.random()));
        var chart = new Chart(
                translate("disruption.curves"),
                new Chart.Curves(translate("disruption.steps"), translate("disruption.pairs-left"), lines));
        var rows = new ArrayList<List<String>>();
        for (int k = 0; k < report.steps().size(); k++) {
            var step = report.steps().get(k);
            rows.add(List.of(
                    "" + (k + 1),
                    step.removed() == null ? "–" : answer.name(step.removed()),
                    number(step.remains().pairsLeft()),
                    number(step.pairsLeftLow()) + "–" + number(step.pairsLeftHigh()),
                    left(report.betweenness(), k),
                    left(report.degree(), k),
                    left(report.random(), k),
                    number(step.remains().largestComponentShare())));
        }
        var table = new NumbersTable(
                List.of(
                        translate("disruption.step"),
                        translate("disruption.without"),
                        translate("disruption.pairs-left"),
                        translate("disruption.range"),
                        translate("disruption.betweenness"),
                        translate("disruption.degree"),
                        translate("disruption.random"),
                        translate("disruption.largest")),
                rows);
        result.add(new Figure(
                translate("disruption.curves"),
                translate(report.proven() ? "disruption.means-proven" : "disruption.means"),
                chart,
                translate("brokers.as-table"),
                table));
        result.add(row);
        var risk = answer.atRisk();
        if (!risk.isEmpty()) {
            var list = new UnorderedList();
            risk.forEach(actor -> {
                var item = new ListItem(answer.name(actor));
                item.addClassName("protected");
                list.add(item);
            });
            result.add(new H3(translate("disruption.at-risk", risk.size())), list);
        }
    }

    private static Chart.Curves.Line line(String name, double before, List<DisruptionStep> steps) {
        var values = new ArrayList<>(List.of(before));
        var low = new ArrayList<>(values);
        var high = new ArrayList<>(values);
        boolean band = false;
        for (DisruptionStep step : steps) {
            values.add(step.remains().pairsLeft());
            low.add(step.pairsLeftLow());
            high.add(step.pairsLeftHigh());
            band |= step.pairsLeftLow() < step.pairsLeftHigh();
        }
        return new Chart.Curves.Line(name, values, band ? low : List.of(), band ? high : List.of());
    }

    private static String left(List<DisruptionStep> steps, int k) {
        return k < steps.size() ? number(steps.get(k).remains().pairsLeft()) : "–";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
