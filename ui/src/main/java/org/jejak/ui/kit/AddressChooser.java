package org.jejak.ui.kit;

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
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent().navigate(route, address.merging(parameter, event.getValue()));
            }
        });
    }

    /** What the address asks for, the first choice where it asks for none of them; empty if that is shown already. */
    public Optional<String> entered(BeforeEnterEvent entering) {
        address = entering.getLocation().getQueryParameters();
        String asked =
                address.getSingleParameter(parameter).filter(choices::contains).orElse(choices.getFirst());
        if (asked.equals(shown)) {
            return Optional.empty();
        }
        shown = asked;
        setValue(asked);
        return Optional.of(asked);
    }
}
