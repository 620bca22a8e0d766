package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.jejak.access.SignedIn;
import org.jejak.access.Users;

/** The frame of every view: the drawer leads where this user may go, the bar says where they are and who they are. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    /** Set once a session has been asked for a password of the user's own. */
    private static final String ASKED = "password-asked";

    private final transient AuthenticationContext authentication;
    private final transient Users users;
    private final H1 title = new H1();

    MainLayout(AuthenticationContext authentication, Users users) {
        this.authentication = authentication;
        this.users = users;
        setPrimarySection(Section.DRAWER);
        title.addClassName("view-title");
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(translate("shell.menu"));
        var space = new Div();
        space.addClassName("grow");
        addToNavbar(toggle, title, space);
        authentication.getAuthenticatedUser(SignedIn.class).ifPresent(user -> addToNavbar(colours(), account(user)));
        var name = new Span("Jejak");
        name.addClassName("jejak-name");
        addToDrawer(name, new Scroller(navigation()));
    }

    private static SideNav navigation() {
        var navigation = new SideNav();
        navigation.setLabel(null);
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            var item = new SideNavItem(translate(entry.title()), entry.path());
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
            navigation.addItem(item);
        });
        return navigation;
    }

    private static Button colours() {
        var button = new Button(VaadinIcon.ADJUST.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(translate("shell.colours"));
        button.setTooltipText(translate("shell.colours"));
        button.addClickListener(clicked -> {
            var page = UI.getCurrent().getPage();
            boolean dark = page.getColorScheme() == ColorScheme.Value.DARK;
            page.setColorScheme(dark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK);
        });
        return button;
    }

    private MenuBar account(SignedIn user) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem item = bar.addItem(user.name());
        item.setAriaLabel(translate("shell.account", user.name()));
        item.getSubMenu()
                .addItem(translate("password.title"), clicked -> new PasswordDialog(users, user.name(), false).open());
        item.getSubMenu().addItem(translate("shell.sign-out"), clicked -> authentication.logout());
        return bar;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        Optional.ofNullable(getContent()).ifPresent(view -> view.getElement().setAttribute("role", "main"));
        title.setText(MenuConfiguration.getPageHeader(getContent())
                .map(header -> header.replace(" · Jejak", ""))
                .orElse(""));
        authentication
                .getAuthenticatedUser(SignedIn.class)
                .flatMap(user -> users.named(user.name()))
                .filter(org.jejak.access.User::initialPassword)
                .filter(user -> VaadinSession.getCurrent().getAttribute(ASKED) == null)
                .ifPresent(user -> {
                    VaadinSession.getCurrent().setAttribute(ASKED, true);
                    new PasswordDialog(users, user.name(), true).open();
                });
    }
}
