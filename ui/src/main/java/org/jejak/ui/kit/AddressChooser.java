package org.jejak.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;

/**
 * A choice that stands in the address of the page, so that a page can be sent to somebody and the browser's way back
 * works. Choosing goes to the address; the page shows what the address says. Whatever else the address says stays.
 */
public class AddressChooser extends ComboBox<String> {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final List<String> choices;
    private String shown = "";
    private QueryParameters address = QueryParameters.empty();

    /**
     * @param route of the page it is on
     * @param parameter of the address that holds the choice
     * @param choices at least one
     */
    public AddressChooser(String label, String route, String parameter, List<String> choices) {
        super(label);
        this.parameter = parameter;
        this.choices = List.copyOf(choices);
        setItems(this.choices);
        setWidth("24rem");
        setMaxWidth("100%");
        setManualValidation(true);
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent().navigate(route, address.merging(parameter, event.getValue()));
            }
        });
    }

    /**
     * What the address asks for, the first choice where it asks for none of them; empty if that is shown already. Whoever
     * asked for what is no choice of theirs is told that they look at something else.
     */
    public Optional<String> entered(BeforeEnterEvent entering) {
        address = entering.getLocation().getQueryParameters();
        var wanted = address.getSingleParameter(parameter);
        String asked = wanted.filter(choices::contains).orElse(choices.getFirst());
        setInvalid(wanted.filter(other -> !other.equals(asked)).isPresent());
        setErrorMessage(translate("chooser.not-there", wanted.orElse(""), asked));
        if (asked.equals(shown)) {
            return Optional.empty();
        }
        shown = asked;
        setValue(asked);
        return Optional.of(asked);
    }
}
