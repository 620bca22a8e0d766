package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.network.ActorId;
import org.jejak.safeguard.Names;
import org.jejak.ui.evidence.Basket;
import org.jejak.ui.evidence.IntoBasket;
import org.jejak.ui.investigation.KeepButton;
import org.jejak.ui.kit.Chart;
import org.jejak.ui.kit.Figure;
import org.jejak.ui.network.NetworkNavigation;
import org.jejak.ui.rows.RowsBehind;

/** The ranking, how sure each rank is, and, for whoever is chosen, why. */
final class RankingPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int DRAWN = 25;

    /** Drawn where nobody is chosen. */
    private static final int TOP = 10;

    private final WhyPanel why;

    RankingPanel(BrokersAnswer answer, Asking asking, Basket basket, RowsBehind rows, Names names) {
        this.why = new WhyPanel(asking, answer.network(), rows, names, new CommunityNames(answer));
        addClassName("ranking");
        var table = new BrokersTable(answer, why::about);
        var draw = new Button(
                translate("brokers.draw"),
                clicked -> NetworkNavigation.show(
                        UI.getCurrent(),
                        table.chosen().isEmpty() ? table.first(TOP) : table.chosen(),
                        asking.question().without()));
        var take = new Button(translate("inspector.take"), clicked -> IntoBasket.put(basket, table.chosen()));
        var keep = new KeepButton(
                translate("kept.suggested.brokers", asking.caseRefs()),
                (title, control) -> asking.kept()
                        .brokers(
                                asking.viewer(), title, asking.question(), BrokersView.SEED, answer.sureness(), control)
                        .investigation());
        var row = new Div(draw, take, keep);
        row.addClassName("chips");
        var main = new Div();
        main.addClassName("ranking-main");
        if (answer.report().brokers().stream().anyMatch(b -> b.rankInterval() != null)) {
            main.add(figure(answer));
        }
        main.add(new ColumnChooser(answer, asking, table), row, table);
        add(main, why);
    }

    private Figure figure(BrokersAnswer answer) {
        var first = answer.report().brokers().stream().limit(DRAWN).toList();
        var marks = new ArrayList<Chart.Intervals.Row>();
        for (Broker broker : first) {
            var interval = broker.rankInterval();
            int low = interval == null ? broker.rank() : interval.lowest();
            int high = interval == null ? broker.rank() : interval.highest();
            String name = answer.name(broker.id());
            marks.add(new Chart.Intervals.Row(broker.id().toString(), name, broker.rank(), low, high));
        }
        var chart = new Chart(
                translate("brokers.intervals"),
                new Chart.Intervals(translate("brokers.rank"), translate("brokers.rank-interval"), marks));
        chart.setHeight(5 + 1.5 * first.size() + "rem");
        chart.onChosen(id -> why.about(ActorId.of(id)));
        return new Figure(
                translate("brokers.intervals"),
                translate(
                        "brokers.intervals.means",
                        first.size(),
                        answer.report().brokers().size()),
                chart);
    }
}
