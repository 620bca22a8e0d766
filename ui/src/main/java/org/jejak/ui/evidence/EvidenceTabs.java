package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The two pages about evidence, beside each other. */
final class EvidenceTabs extends Nav {

    private static final long serialVersionUID = 1L;

    EvidenceTabs(String here) {
        addClassName("section-tabs");
        setAriaLabel(translate("evidence.title"));
        link(EvidenceNavigation.BASKET, "evidence.tab", here);
        link(EvidenceNavigation.VERIFY, "verify.tab", here);
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
