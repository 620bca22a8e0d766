package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.network.ActorId;
import org.jejak.network.Key;

/** The ranking, in the columns that were chosen. */
final class BrokersTable extends Grid<Broker> {

    private static final long serialVersionUID = 1L;

    private transient BrokersAnswer answer;

    /** So many are shown without a scroll bar of their own. */
    private static final int FEW = 12;

    /** Sorting by name reads every name, and choosing all of more than these is of no use to anybody. */
    private static final int MANY = 5_000;

    /** @param why opens why somebody stands where they stand */
    BrokersTable(BrokersAnswer answer, Consumer<ActorId> why) {
        this.answer = answer;
        setItems(answer.report().brokers());
        boolean many = answer.report().brokers().size() > MANY;
        var selection = (GridMultiSelectionModel<Broker>) setSelectionMode(SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(
                many ? SelectAllCheckboxVisibility.HIDDEN : SelectAllCheckboxVisibility.VISIBLE);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        if (answer.report().brokers().size() <= FEW) {
            setAllRowsVisible(true);
        } else {
            setHeight("60vh");
            setMinHeight("20rem");
        }
        add(BrokerColumn.RANK);
        // as wide as the last rank, which the first lines do not show
        int digits = String.valueOf(answer.report().brokers().size()).length();
        getColumnByKey(BrokerColumn.RANK.name()).setAutoWidth(false).setWidth(3 + 0.6 * digits + "rem");
        addColumn(broker -> this.answer.name(broker.id()))
                .setHeader(translate("table.name"))
                .setTooltipGenerator(broker -> broker.id().toString())
                .setSortable(!many)
                .setFrozen(true)
                .setFlexGrow(2)
                .setWidth("14rem");
        addComponentColumn(broker -> why(broker, why))
                .setHeader(translate("loads.do"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addItemClickListener(clicked -> why.accept(clicked.getItem().id()));
        for (BrokerColumn column : BrokerColumn.values()) {
            if (column != BrokerColumn.RANK) {
                add(column);
            }
        }
        show(BrokerColumn.atFirst());
    }

    /** For who has no mouse: a click on the line does the same. */
    private Button why(Broker broker, Consumer<ActorId> why) {
        var button = new Button(translate("brokers.why"), clicked -> why.accept(broker.id()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(translate("brokers.why.of", answer.name(broker.id())));
        return button;
    }

    private void add(BrokerColumn column) {
        addColumn(broker -> column.text(answer, broker))
                .setKey(column.name())
                .setHeader(column.heading())
                .setTooltipGenerator(broker -> column.meaning())
                .setComparator(Comparator.comparingDouble(broker -> column.order(answer, broker)))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setTextAlign(column.isNumber() ? ColumnTextAlign.END : ColumnTextAlign.START);
    }

    /** The same ranking with more in its columns. */
    void fill(BrokersAnswer fuller) {
        this.answer = fuller;
        getDataProvider().refreshAll();
    }

    void show(Collection<BrokerColumn> columns) {
        for (BrokerColumn column : BrokerColumn.values()) {
            getColumnByKey(column.name()).setVisible(columns.contains(column));
        }
        recalculateColumnWidths();
    }

    /** Whose lines are marked; nobody where none is. */
    Set<Key> chosen() {
        return keys(getSelectedItems().stream());
    }

    /** The first {@code count} as the table is sorted now. */
    Set<Key> first(int count) {
        return keys(getListDataView().getItems().limit(count));
    }

    private static Set<Key> keys(Stream<Broker> brokers) {
        return brokers.map(broker -> broker.id().key()).collect(Collectors.toSet());
    }
}
