package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The pages about records, beside each other. */
final class SectionTabs extends Nav {

    private static final long serialVersionUID = 1L;

    SectionTabs(String here) {
        addClassName("section-tabs");
        setAriaLabel(translate("loads.title"));
        link(RecordsNavigation.LOADS, "loads.tab", here);
        link(RecordsNavigation.WAITING, "held.tab", here);
        link(RecordsNavigation.SOURCES, "sources.tab", here);
        link(RecordsNavigation.ALL, "all.tab", here);
    }

    private void link(String path, String words, String here) {
        var link = new Anchor(path, translate(words));
        link.setRouterIgnore(false);
        if (path.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
