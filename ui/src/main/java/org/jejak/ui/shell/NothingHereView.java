package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jejak.ui.kit.EmptyState;

/** For an address that leads nowhere, or where this user may not go: both get the same words. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public class NothingHereView extends RouteNotFoundError implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> missing) {
        var page =
                new VerticalLayout(new EmptyState(translate("nothing-here.title"), translate("nothing-here.advice")));
        getElement().removeAllChildren();
        getElement().appendChild(page.getElement());
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return translate("nothing-here.title") + " · Jejak";
    }
}
