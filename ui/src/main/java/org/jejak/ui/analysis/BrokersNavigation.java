package org.jejak.ui.analysis;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The way to the ranking from elsewhere. */
public final class BrokersNavigation {

    static final String CASE = "case";

    private BrokersNavigation() {}

    public static void show(UI ui, String caseRef) {
        ui.navigate("brokers", QueryParameters.simple(Map.of(CASE, caseRef)));
    }
}
