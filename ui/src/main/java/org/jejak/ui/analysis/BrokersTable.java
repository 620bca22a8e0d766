package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.ValueProvider;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/** The ranking, every measure in a column; what could not be computed is a dash, not a zero. */
final class BrokersTable extends Grid<Broker> {

    private static final long serialVersionUID = 1L;

    private static final String NONE = "–";

    BrokersTable(BrokersAnswer answer) {
        setItems(answer.report().brokers());
        setSelectionMode(SelectionMode.MULTI);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        setHeight("60vh");
        setMinHeight("20rem");
        number("rank", Broker::rank);
        addColumn(broker -> answer.name(broker.id()))
                .setHeader(translate("table.name"))
                .setTooltipGenerator(broker -> broker.id().toString())
                .setSortable(true)
                .setFrozen(true)
                .setFlexGrow(2)
                .setWidth("14rem");
        number("degree", Broker::degree);
        number("betweenness", Broker::betweenness);
        number("betweenness-scaled", Broker::betweennessScaled);
        addColumn(broker ->
                        translate("broker-class." + broker.brokerClass().name().toLowerCase(Locale.ROOT)))
                .setHeader(translate("brokers.class"))
                .setAutoWidth(true);
        number("net-of-degree-z", Broker::netOfDegreeZ);
        number("net-of-degree-p", Broker::netOfDegreeP);
        addColumn(broker -> broker.rankInterval() == null
                        ? NONE
                        : broker.rankInterval().lowest() + "–"
                                + broker.rankInterval().highest())
                .setHeader(translate("brokers.rank-interval"))
                .setAutoWidth(true);
        number("harmonic", Broker::harmonic);
        number("page-rank", Broker::pageRank);
        number("coreness", Broker::coreness);
        number("constraint", Broker::constraint);
        number("effective-size", Broker::effectiveSize);
        addColumn(broker -> broker.cutVertex() ? translate("yes") : "")
                .setHeader(translate("brokers.cut-vertex"))
                .setAutoWidth(true);
        number("community", Broker::community);
    }

    private void number(String key, ValueProvider<Broker, @Nullable Number> value) {
        addColumn(broker -> words(value.apply(broker)))
                .setHeader(translate("brokers." + key))
                .setTooltipGenerator(broker -> translate("brokers." + key + ".means"))
                .setComparator(Comparator.comparingDouble(broker -> {
                    Number number = value.apply(broker);
                    return number == null ? Double.NEGATIVE_INFINITY : number.doubleValue();
                }))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
    }

    private static String words(@Nullable Number number) {
        if (number == null) {
            return NONE;
        }
        if (number instanceof Integer) {
            return number.toString();
        }
        double value = number.doubleValue();
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
    }

    Set<Key> chosen() {
        var some = getSelectedItems();
        return (some.isEmpty()
                        ? Set.copyOf(getListDataView().getItems().limit(10).toList())
                        : some)
                .stream().map(broker -> broker.id().key()).collect(Collectors.toSet());
    }
}
