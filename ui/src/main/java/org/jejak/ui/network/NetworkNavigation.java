package org.jejak.ui.network;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.network.Key;
import org.jejak.ui.leftout.LeftOut;

/** The way to the network view from elsewhere. */
public final class NetworkNavigation {

    static final String SHOWN = "show";
    static final String CASE = "case";
    static final String FIND = "find";
    static final String VIEW = "view";

    /** Addresses longer than this are cut off on their way; beyond so many things the address names no more. */
    public static final int MOST_IN_ADDRESS = 60;

    private NetworkNavigation() {}

    /** Opens the view with these things drawn, as if the sources in {@code without} had never been. */
    public static void show(UI ui, Collection<Key> things, Set<Key> without) {
        var address = new LeftOut(without).addedTo(parameters(things));
        var view = ui.navigate(NetworkView.class, address);
        if (things.size() > MOST_IN_ADDRESS) {
            view.ifPresent(shown -> shown.drawOnly(things));
        }
    }

    /** Opens the view with all people of a case. */
    public static void showCase(UI ui, String caseRef) {
        ui.navigate("network", QueryParameters.simple(Map.of(CASE, caseRef)));
    }

    /** Opens the view with what these words find. */
    public static void find(UI ui, String words) {
        ui.navigate("network", QueryParameters.simple(Map.of(FIND, words)));
    }

    static QueryParameters parametersOfView(String id) {
        return QueryParameters.simple(Map.of(VIEW, id));
    }

    /** Of what is drawn and without which sources. */
    static QueryParameters parameters(Sheet sheet) {
        return new LeftOut(sheet.leftOut()).addedTo(parameters(sheet.things()));
    }

    private static QueryParameters parameters(Collection<Key> things) {
        if (things.isEmpty() || things.size() > MOST_IN_ADDRESS) {
            return QueryParameters.empty();
        }
        return new QueryParameters(Map.of(SHOWN, things.stream().map(Key::value).toList()));
    }

    static Set<Key> leftOut(QueryParameters parameters) {
        return LeftOut.in(parameters).sources();
    }

    static List<Key> shown(QueryParameters parameters) {
        return parameters.getParameters(SHOWN).stream()
                .filter(text -> text.indexOf(':') > 0 && !text.endsWith(":"))
                .limit(MOST_IN_ADDRESS)
                .map(Key::new)
                .toList();
    }
}
