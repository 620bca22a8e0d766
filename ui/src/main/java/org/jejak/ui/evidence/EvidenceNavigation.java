package org.jejak.ui.evidence;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The way to the basket and to the check of a pack from elsewhere. */
public final class EvidenceNavigation {

    static final String BASKET = "evidence";
    static final String VERIFY = "evidence/verify";
    static final String CASE = "case";

    private EvidenceNavigation() {}

    /** Opens the basket. */
    public static void basket(UI ui) {
        ui.navigate(BASKET);
    }

    /** Opens the basket with this case chosen for the pack. */
    public static void basket(UI ui, String caseRef) {
        ui.navigate(BASKET, QueryParameters.simple(Map.of(CASE, caseRef)));
    }

    /** Opens the page where a pack is verified. */
    public static void verify(UI ui) {
        ui.navigate(VERIFY);
    }
}
