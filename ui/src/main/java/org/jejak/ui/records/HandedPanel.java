package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowSource;

/** What was handed over, before it is loaded: what it says of itself, and what it must still be told. */
final class HandedPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final CaseFields fields;
    private final Checkbox trial = new Checkbox(translate("loads.trial"));

    /** Opens what was handed over, for the delivery that the reader said it is. */
    interface Opening {
        RowSource open(Delivery delivery) throws IOException;
    }

    /** What the reader decides. */
    interface Decision {
        void load(Handed handed, Delivery delivery, Opening opening, boolean trial);

        void discard(Handed handed);
    }

    /**
     * @param header what a bundle says of itself; empty for a format that says nothing
     * @param opening how it is opened
     */
    HandedPanel(Handed handed, Optional<Delivery> header, List<String> cases, Opening opening, Decision decision) {
        addClassName("panel");
        fields = new CaseFields(cases);
        add(new H3(translate("loads.handed", handed.name())));
        header.ifPresentOrElse(this::describe, () -> ask(handed));
        trial.setHelperText(translate("loads.trial-help"));
        var load = new Button(
                translate("loads.load"),
                clicked -> header.or(fields::delivery)
                        .ifPresent(delivery -> decision.load(handed, delivery, opening, trial.getValue())));
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

    private void ask(Handed handed) {
        handed.format()
                .ifPresent(format -> add(
                        new Paragraph(translate("loads.format-" + format.name().toLowerCase(Locale.ROOT)))));
        add(fields);
    }
}
