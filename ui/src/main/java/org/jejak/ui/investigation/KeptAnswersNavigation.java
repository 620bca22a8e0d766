package org.jejak.ui.investigation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The way to the kept answers from elsewhere. */
public final class KeptAnswersNavigation {

    static final String ROUTE = "kept";
    static final String OPEN = "open";

    private KeptAnswersNavigation() {}

    /** Opens one of them. */
    public static void show(UI ui, String id) {
        ui.navigate(ROUTE, QueryParameters.simple(Map.of(OPEN, id)));
    }
}
