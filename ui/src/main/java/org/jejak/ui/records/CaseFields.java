package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.Delivery;

/** Into which case records go, and who numbers them: what a format without a header must be told. */
final class CaseFields extends Div {

    private static final long serialVersionUID = 1L;

    private final ComboBox<String> caseRef = new ComboBox<>(translate("loads.case"));
    private final TextField namespace = new TextField(translate("loads.namespace"));

    CaseFields(List<String> cases) {
        addClassName("fields");
        caseRef.setItems(cases);
        caseRef.setAllowCustomValue(true);
        caseRef.addCustomValueSetListener(
                typed -> caseRef.setValue(typed.getDetail().strip()));
        caseRef.setRequiredIndicatorVisible(true);
        caseRef.setHelperText(translate("loads.case-help"));
        namespace.setHelperText(translate("loads.namespace-help"));
        add(caseRef, namespace);
    }

    /** Empty, with the fault shown, where something must still be said. */
    Optional<Delivery> delivery() {
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
