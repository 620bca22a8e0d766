package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.BrokerClass;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.ui.kit.Chart;
import org.jejak.ui.kit.Figure;
import org.jejak.ui.kit.NumbersTable;

/** Who has more between others than their number of ties explains. */
final class BeyondDegreePanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int NAMED = 8;
    private static final int ROWS = 50;

    /** More marks than these are one blot, and every one of them is a name that is read and logged. */
    private static final int DRAWN = 2_000;

    BeyondDegreePanel(BrokersAnswer answer) {
        var brokers = answer.report().brokers();
        if (answer.report().beyondDegree() == null) {
            add(new Paragraph(translate("brokers.beyond.not-asked")));
        }
        Map<BrokerClass, List<Chart.Scatter.Point>> points = new EnumMap<>(BrokerClass.class);
        var drawn = brokers.stream().limit(DRAWN).toList();
        for (Broker broker : drawn) {
            Double scaled = broker.betweennessScaled();
            if (scaled != null && broker.degree() > 0) {
                points.computeIfAbsent(broker.brokerClass(), any -> new ArrayList<>())
                        .add(new Chart.Scatter.Point(
                                broker.id().toString(), answer.name(broker.id()), broker.degree(), scaled));
            }
        }
        var groups = new ArrayList<Chart.Scatter.Group>();
        points.forEach((kind, members) -> {
            groups.add(new Chart.Scatter.Group(words(kind), members));
        });
        var chart = new Chart(
                translate("brokers.beyond"),
                new Chart.Scatter(
                        new Chart.Scatter.Axis(
                                translate("brokers.degree"), drawn.stream().anyMatch(b -> b.degree() > 30)),
                        new Chart.Scatter.Axis(translate("brokers.betweenness-0-1"), false),
                        NAMED,
                        groups));
        if (drawn.size() < brokers.size()) {
            add(new Paragraph(translate("brokers.beyond.showing", drawn.size(), brokers.size())));
        }
        var first = brokers.stream().limit(ROWS).toList();
        add(new Figure(
                translate("brokers.beyond"),
                translate("brokers.beyond.means"),
                chart,
                translate("brokers.as-table-first", first.size(), brokers.size()),
                new NumbersTable(
                        List.of(
                                translate("table.name"),
                                translate("brokers.degree"),
                                translate("brokers.betweenness-0-1"),
                                translate("brokers.net-of-degree-p"),
                                translate("brokers.net-of-degree-z"),
                                translate("brokers.class")),
                        first.stream()
                                .map(b -> List.of(
                                        answer.name(b.id()),
                                        "" + b.degree(),
                                        number(b.betweennessScaled()),
                                        number(b.netOfDegreeP()),
                                        number(b.netOfDegreeZ()),
                                        words(b.brokerClass())))
                                .toList())));
    }

    private static String words(BrokerClass kind) {
        return translate("broker-class." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }
}
