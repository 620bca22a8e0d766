package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Collection;
import org.jejak.network.Key;
import org.jejak.ui.kit.Notices;

/** Puts what somebody chose into their basket, and says what came of it. */
public final class IntoBasket {

    private IntoBasket() {}

    public static void put(Basket basket, Collection<Key> chosen) {
        Notices.done(words(basket, chosen));
    }

    static String words(Basket basket, Collection<Key> chosen) {
        if (chosen.isEmpty()) {
            return translate("basket.nothing-chosen");
        }
        int added = basket.add(chosen);
        int holds = basket.keys().size();
        if (added > 0) {
            return translate("basket.added", added, holds);
        }
        return holds < Basket.MOST ? translate("basket.there-already") : translate("basket.full", Basket.MOST);
    }
}
