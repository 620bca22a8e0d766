package org.jejak.ui.network;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody drew and went away from without keeping it, for as long as they are signed in: one drawing for each page
 * they drew on. It holds keys and conditions only; what of it may be seen is asked again when it is drawn again.
 */
final class UnfinishedDrawings {

    private static final int MOST = 20;

    /** The one that was worked on last stands last. */
    private final Map<String, Sheet> drawings = new LinkedHashMap<>();

    /** Those of who works on the page that is asked from. */
    static UnfinishedDrawings ofSession() {
        var session = VaadinSession.getCurrent();
        var theirs = session.getAttribute(UnfinishedDrawings.class);
        if (theirs == null) {
            theirs = new UnfinishedDrawings();
            session.setAttribute(UnfinishedDrawings.class, theirs);
        }
        return theirs;
    }

    /** A name for a drawing that is about to be made. */
    String begin() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Remembers how far a drawing is; an empty one is none. */
    synchronized void keep(String id, Sheet sheet) {
        drawings.remove(id);
        if (!sheet.things().isEmpty()) {
            drawings.put(id, sheet);
            if (drawings.size() > MOST) {
                drawings.remove(drawings.keySet().iterator().next());
            }
        }
    }

    synchronized Optional<Sheet> of(String id) {
        return Optional.ofNullable(drawings.get(id));
    }

    /** The one that was worked on last. */
    synchronized Optional<Sheet> last() {
        return drawings.values().stream().reduce((before, after) -> after);
    }
}
