package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.network.Key;
import org.jejak.network.VisibleRecord;
import org.jejak.safeguard.Names;

/** The records behind a number or a line: every cell, who says it, how far they are trusted, when it was recorded. */
final class RecordsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Rows shown at once; how many there are is always said. */
    private static final int MOST = 200;

    RecordsDialog(NetworkReads reads, String title, List<VisibleRecord> rows) {
        setHeaderTitle(title);
        setWidth("46rem");
        setMaxWidth("95vw");
        setMaxHeight("85vh");
        var page = rows.subList(0, Math.min(MOST, rows.size()));
        add(new Paragraph(
                rows.size() > MOST
                        ? translate("records.some", MOST, rows.size())
                        : translate("records.all", rows.size())));
        var referred = new HashSet<Key>();
        page.forEach(row -> row.statements().forEach(said -> referred.add(said.source())));
        page.forEach(row -> row.cells().values().forEach(cell -> keys(cell).forEach(referred::add)));
        var names = reads.names(referred);
        page.forEach(row -> add(card(row, names)));
        getFooter().add(new Button(translate("close"), clicked -> close()));
    }

    static RecordsDialog of(NetworkReads reads, String title, Collection<Key> rows) {
        return new RecordsDialog(reads, title, reads.rows(rows));
    }

    private static List<Key> keys(String cell) {
        return java.util.Arrays.stream(cell.split("\\|"))
                .filter(part -> part.indexOf(':') > 0 && !part.endsWith(":") && part.indexOf(' ') < 0)
                .map(Key::new)
                .toList();
    }

    private static Component card(VisibleRecord row, Map<Key, Names.Shown> names) {
        var title = new H4(Words.plain(row.file()) + " · " + row.key());
        var values = new ValueList();
        new TreeMap<>(row.cells()).forEach((column, cell) -> {
            if (!column.equals("id") && !column.equals("source")) {
                values.add(Words.plain(column), new Span(readable(cell, names)));
            }
        });
        row.statements()
                .forEach(said -> values.add(
                        translate("records.said-by"),
                        new Span(name(said.source(), names)),
                        ValueList.grade(said.grade()),
                        new Span(said.handling().label())));
        values.add(translate("records.recorded"), new Span(row.recorded().toString()));
        return new Div(title, values);
    }

    private static String readable(String cell, Map<Key, Names.Shown> names) {
        return String.join(
                ", ",
                java.util.Arrays.stream(cell.split("\\|"))
                        .map(part -> part.indexOf(':') > 0 && !part.endsWith(":") ? name(new Key(part), names) : part)
                        .toList());
    }

    private static String name(Key key, Map<Key, Names.Shown> names) {
        var shown = names.get(key);
        return shown == null ? key.value() : shown.name() + " (" + key + ")";
    }
}
