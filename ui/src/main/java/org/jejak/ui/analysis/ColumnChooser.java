package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherQuestion;

/** Which columns of the ranking are seen. What nobody asked for yet is measured when its column is chosen. */
final class ColumnChooser extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private final transient BrokersAnswer answer;
    private final BrokersTable table;
    private final MultiSelectComboBox<BrokerColumn> columns = new MultiSelectComboBox<>(translate("brokers.columns"));
    private final Div working = new Div();
    private int choices;

    ColumnChooser(BrokersAnswer answer, Asking asking, BrokersTable table) {
        this.asking = asking;
        this.answer = answer;
        this.table = table;
        columns.setItems(BrokerColumn.values());
        columns.setItemLabelGenerator(BrokerColumn::heading);
        columns.setValue(BrokerColumn.atFirst());
        columns.setHelperText(translate("brokers.columns.help"));
        columns.setWidth("min(100%, 40rem)");
        columns.addValueChangeListener(changed -> choose(changed.getValue()));
        add(columns, working);
    }

    private void choose(Set<BrokerColumn> chosen) {
        // Whoever chooses on while something is measured is answered about the last choice.
        int choice = ++choices;
        table.show(chosen);
        working.removeAll();
        var wanted = BrokerColumn.asked(chosen);
        if (wanted.isEmpty()) {
            return;
        }
        BrokersView.work(
                UI.getCurrent(),
                working,
                translate("brokers.columns.working"),
                control -> asking.investigations()
                        .further(asking.viewer(), answer, FurtherQuestion.of(wanted), BrokersView.SEED, control),
                fuller -> {
                    if (choice == choices) {
                        table.fill(fuller);
                    }
                });
    }
}
