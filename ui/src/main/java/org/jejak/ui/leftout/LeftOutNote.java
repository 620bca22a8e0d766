package org.jejak.ui.leftout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jejak.network.Key;
import org.jejak.safeguard.Names;
import org.jejak.ui.kit.Chip;

/**
 * Says at the top of a page which sources it leaves out, each as a chip that can be taken away. A source that the viewer may
 * not see is named by the key they typed, like one that does not exist, and said to be none.
 */
public final class LeftOutNote extends Div {

    private static final long serialVersionUID = 1L;

    private final String route;
    private final transient Function<Set<Key>, Map<Key, Names.Shown>> names;
    private transient LeftOut shown = new LeftOut(Set.of());

    /**
     * @param route of the page it is on
     * @param names of the sources, for a viewer who leaves none out
     */
    public LeftOutNote(String route, Function<Set<Key>, Map<Key, Names.Shown>> names) {
        this.route = route;
        this.names = names;
        addClassNames("note", "chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", translate("left-out.title"));
        setVisible(false);
    }

    /** What the page leaves out now. */
    public LeftOut shown() {
        return shown;
    }

    /** Shows what the address leaves out, and answers whether that is other than before. */
    public boolean entered(BeforeEnterEvent entering) {
        var address = entering.getLocation().getQueryParameters();
        var asked = LeftOut.in(address);
        boolean other = !asked.equals(shown);
        shown = asked;
        show(address);
        return other;
    }

    private void show(QueryParameters address) {
        removeAll();
        setVisible(!shown.sources().isEmpty());
        if (!isVisible()) {
            return;
        }
        var named = names.apply(shown.sources());
        for (Key source : new TreeSet<>(shown.sources())) {
            var known = named.get(source);
            String name = known == null ? translate("left-out.unknown", source) : known.name();
            add(new Chip(
                    translate("left-out.without", name),
                    translate("left-out.remove", name),
                    () -> UI.getCurrent().navigate(route, shown.but(source).addedTo(address))));
        }
        add(new Span(translate("left-out.note", shown.sources().size())));
    }
}
