package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.UUID;
import org.jejak.network.NotAllowed;
import org.jejak.ui.kit.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is shown when something fails: what to do and a number to report, never a stack trace. */
@Component
class Mishaps implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void serviceInit(ServiceInitEvent starting) {
        starting.getSource()
                .addSessionInitListener(session -> session.getSession().setErrorHandler(Mishaps::show));
    }

    private static void show(ErrorEvent error) {
        String said = words(error.getThrowable());
        Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> ui.access(() -> Notices.failure(said)));
    }

    /** What the reader is told; the log gets the rest under the same number. */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAllowed) {
                return Optional.ofNullable(cause.getMessage()).orElse(translate("mishap.not-allowed"));
            }
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Mishap {}", number, failure);
        return translate("mishap.failed", number);
    }
}
