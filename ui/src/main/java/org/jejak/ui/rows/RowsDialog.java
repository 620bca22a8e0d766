package org.jejak.ui.rows;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.Moment;

/** Rows with every cell, who says them, how far they are trusted, and when they were recorded. */
final class RowsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Rows shown at once; how many there are is always said. */
    static final int MOST = 200;

    RowsDialog(String title, List<VisibleRecord> rows, int there, Map<Key, Names.Shown> names) {
        setHeaderTitle(title);
        setWidth("46rem");
        setMaxWidth("95vw");
        setMaxHeight("85vh");
        add(new Paragraph(
                rows.size() < there ? translate("records.some", rows.size(), there) : translate("records.all", there)));
        rows.forEach(row -> add(card(row, names)));
        getFooter().add(new Button(translate("close"), clicked -> close()));
    }

    private static Component card(VisibleRecord row, Map<Key, Names.Shown> names) {
        var values = new ValueList();
        var twice = row.ambiguousTimes();
        inOrder(row).forEach((column, cell) -> {
            if (!column.equals("id") && !column.equals("source")) {
                values.add(
                        column.replace('_', ' '),
                        new Span(References.readable(cell, names)
                                + (twice.contains(column) ? " " + translate("rows.twice") : "")));
            }
        });
        row.statements()
                .forEach(said -> values.add(
                        translate("records.said-by"),
                        new Span(References.name(said.source(), names)),
                        ValueList.grade(said.grade()),
                        new Span(said.handling().label())));
        values.add(translate("records.recorded"), new Span(Moment.words(row.recorded())));
        return new Div(new H4(row.file() + " · " + row.key()), values);
    }

    /** As the contract has the columns, then what it does not know. */
    private static Map<String, String> inOrder(VisibleRecord row) {
        var ordered = new LinkedHashMap<String, String>();
        row.recordFile()
                .ifPresent(file -> file.columns().forEach(column -> {
                    String cell = row.cell(column.name());
                    if (!cell.isEmpty()) {
                        ordered.put(column.name(), cell);
                    }
                }));
        new TreeMap<>(row.cells()).forEach(ordered::putIfAbsent);
        return ordered;
    }
}
