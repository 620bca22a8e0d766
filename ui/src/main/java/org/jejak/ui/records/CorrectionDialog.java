package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RefusedBundle.RefusedRow;
import org.jejak.network.Column;
import org.jejak.network.RecordFile;

/** A refused row with all its cells, the broken one first: mend it and load it. */
final class CorrectionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Div cells = new Div();
    private final Paragraph wrong = new Paragraph();

    /** Loads a corrected row. */
    interface Loading {
        /** Why it is refused again; empty if it is in. */
        Optional<Refusal> load(Map<String, String> cells);
    }

    CorrectionDialog(RefusedRow row, Loading loading) {
        setHeaderTitle(
                translate("correct.title", row.refusal().file(), row.refusal().line()));
        setWidth("40rem");
        setMaxWidth("95vw");
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        cells.addClassName("fields");
        row.cells().forEach((column, cell) -> {
            var field = new TextField(column.replace('_', ' '));
            field.setValue(cell);
            field.setRequiredIndicatorVisible(isRequired(row, column));
            fields.put(column, field);
        });
        var broken = fields.get(row.refusal().column());
        if (broken != null) {
            cells.add(broken);
        }
        fields.values().stream().filter(f -> f != broken && !f.isEmpty()).forEach(cells::add);
        var empty =
                fields.values().stream().filter(f -> f != broken && f.isEmpty()).toList();
        var more = new Button(translate("correct.more", empty.size()), clicked -> {
            empty.forEach(cells::add);
            clicked.getSource().setVisible(false);
        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setVisible(!empty.isEmpty());
        say(row.refusal());
        add(wrong, cells, more);
        var load = new Button(
                translate("correct.load"), clicked -> loading.load(values()).ifPresentOrElse(this::say, this::close));
        load.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(translate("cancel"), clicked -> close()), load);
    }

    private static boolean isRequired(RefusedRow row, String column) {
        String name = row.file().replaceFirst("\\.csv$", "");
        return RecordFile.named(name)
                .flatMap(file -> file.column(column))
                .filter(Column::required)
                .isPresent();
    }

    private void say(Refusal refusal) {
        fields.values().forEach(field -> field.setInvalid(false));
        var broken = fields.get(refusal.column());
        if (broken == null) {
            wrong.setText(refusal.reason());
            wrong.setVisible(true);
            return;
        }
        wrong.setVisible(false);
        cells.addComponentAsFirst(broken);
        broken.setErrorMessage(refusal.reason());
        broken.setInvalid(true);
        broken.focus();
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((column, field) -> values.put(column, field.getValue()));
        return values;
    }
}
