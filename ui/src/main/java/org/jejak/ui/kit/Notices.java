package org.jejak.ui.kit;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words at the edge of the page. */
public final class Notices {

    private Notices() {}

    public static void done(String words) {
        Notification.show(words, 4000, Notification.Position.BOTTOM_END);
    }

    /** Stays long enough to be read and written down. */
    public static void failure(String words) {
        var shown = Notification.show(words, 12_000, Notification.Position.BOTTOM_END);
        shown.addThemeVariants(NotificationVariant.LUMO_ERROR);
        shown.setAssertive(true);
    }
}
