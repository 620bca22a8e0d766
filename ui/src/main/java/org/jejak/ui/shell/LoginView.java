package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where everybody comes in. It does not say whether the name or the password was wrong. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();

    LoginView() {
        setSizeFull();
        getElement().setAttribute("role", "main");
        setAlignItems(FlexComponent.Alignment.CENTER);
        setJustifyContentMode(FlexComponent.JustifyContentMode.CENTER);
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        var name = new H1("Jejak");
        name.addClassName("jejak-name");
        var advice = new Paragraph(translate("login.advice"));
        advice.addClassName("quiet");
        add(name, new Paragraph(translate("login.what")), form, advice);
    }

    private static LoginI18n words() {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle(translate("login.title"));
        words.getForm().setUsername(translate("login.user"));
        words.getForm().setPassword(translate("login.password"));
        words.getForm().setSubmit(translate("login.submit"));
        words.getErrorMessage().setTitle(translate("login.refused"));
        words.getErrorMessage().setMessage(translate("login.refused-advice"));
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        form.setError(
                entering.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return translate("login.title") + " · Jejak";
    }
}
