package org.jejak.ui.integrity;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The way to the leads of a case from elsewhere. */
public final class IntegrityNavigation {

    static final String CASE = "case";

    private IntegrityNavigation() {}

    public static void show(UI ui, String caseRef) {
        ui.navigate("integrity", QueryParameters.simple(Map.of(CASE, caseRef)));
    }
}
