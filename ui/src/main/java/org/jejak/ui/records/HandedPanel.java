package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.Delivery;

/** What was handed over, before it is loaded: what it says of itself, and what it must still be told. */
final class HandedPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final ComboBox<String> caseRef = new ComboBox<>(translate("loads.case"));
    private final TextField namespace = new TextField(translate("loads.namespace"));
    private final Checkbox trial = new Checkbox(translate("loads.trial"));

    /** What the reader decides. */
    interface Decision {
        void load(Handed handed, Delivery delivery, boolean trial);

        void discard(Handed handed);
    }

    /** @param header what a bundle says of itself; empty for a format that says nothing */
    HandedPanel(Handed handed, Optional<Delivery> header, List<String> cases, Decision decision) {
        addClassName("panel");
        add(new H3(translate("loads.handed", handed.name())));
        header.ifPresentOrElse(this::describe, () -> ask(handed, cases));
        trial.setHelperText(translate("loads.trial-help"));
        var load = new Button(
                translate("loads.load"),
                clicked -> delivery(header).ifPresent(delivery -> decision.load(handed, delivery, trial.getValue())));
        load.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        load.setDisableOnClick(false);
        var discard = new Button(translate("loads.discard"), clicked -> decision.discard(handed));
        var buttons = new Div(load, discard);
        buttons.addClassName("buttons");
        add(trial, buttons);
    }

    private void describe(Delivery delivery) {
        add(new Paragraph(translate(
                "loads.bundle-says",
                delivery.title().orElse(delivery.caseRef()),
                delivery.caseRef(),
                delivery.namespace(),
                delivery.handling().label())));
        delivery.agency().ifPresent(agency -> add(new Paragraph(translate("loads.bundle-agency", agency))));
    }

    private void ask(Handed handed, List<String> cases) {
        add(new Paragraph(translate("loads.format-" + handed.format().name().toLowerCase(Locale.ROOT))));
        caseRef.setItems(cases);
        caseRef.setAllowCustomValue(true);
        caseRef.addCustomValueSetListener(
                typed -> caseRef.setValue(typed.getDetail().strip()));
        caseRef.setRequiredIndicatorVisible(true);
        caseRef.setHelperText(translate("loads.case-help"));
        namespace.setHelperText(translate("loads.namespace-help"));
        var fields = new Div(caseRef, namespace);
        fields.addClassName("fields");
        add(fields);
    }

    /** Empty, with the fault shown, where something must still be said. */
    private Optional<Delivery> delivery(Optional<Delivery> header) {
        if (header.isPresent()) {
            return header;
        }
        String wantedCase = Optional.ofNullable(caseRef.getValue()).orElse("");
        String wantedSpace = namespace.getValue().isBlank()
                ? wantedCase
                : namespace.getValue().strip();
        boolean caseRight = Delivery.NAME.matcher(wantedCase).matches();
        boolean spaceRight = Delivery.NAME.matcher(wantedSpace).matches();
        caseRef.setInvalid(!caseRight);
        caseRef.setErrorMessage(translate("loads.name-rule"));
        namespace.setInvalid(caseRight && !spaceRight);
        namespace.setErrorMessage(translate("loads.name-rule"));
        return caseRight && spaceRight ? Optional.of(Delivery.of(wantedSpace, wantedCase)) : Optional.empty();
    }
}
