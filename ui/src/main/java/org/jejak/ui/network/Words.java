package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Locale;
import org.jejak.network.EntityKind;
import org.jejak.ui.canvas.NodeKind;

/** Words for kinds, in the reader's language. */
final class Words {

    private Words() {}

    static String kind(NodeKind kind) {
        return translate("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String kind(EntityKind kind) {
        return translate("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** A column or file as a reader reads it. */
    static String plain(String name) {
        return name.replace('_', ' ');
    }
}
