package org.jejak.ui.analysis;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Key;
import org.jejak.ui.leftout.LeftOut;

/** The way to the ranking from elsewhere. */
public final class BrokersNavigation {

    static final String CASE = "case";

    private BrokersNavigation() {}

    public static void show(UI ui, String caseRef) {
        ui.navigate("brokers", QueryParameters.simple(Map.of(CASE, caseRef)));
    }

    /** What remains of the ranking without a source. */
    public static void showWithout(UI ui, String caseRef, Key source) {
        var address = QueryParameters.simple(Map.of(CASE, caseRef));
        ui.navigate("brokers", new LeftOut(Set.of(source)).addedTo(address));
    }
}
