package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jejak.ui.kit.EmptyState;

/** In place of a view that could not be shown. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public class FailureView extends VerticalLayout implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> failed) {
        removeAll();
        add(new EmptyState(translate("mishap.title"), Mishaps.words(failed.getException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
