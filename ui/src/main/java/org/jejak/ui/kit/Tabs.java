package org.jejak.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.TabSheet;

/**
 * Pages behind tabs. Vaadin's own keep a scroller that can be focused among the tabs, which a list of tabs may not have:
 * a screen reader would count it.
 */
public class Tabs extends TabSheet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement()
                .executeJs("customElements.whenDefined('vaadin-tabs').then(() => requestAnimationFrame(() =>"
                        + " this.querySelector('vaadin-tabs')?.shadowRoot?.getElementById('scroll')"
                        + "?.removeAttribute('tabindex')))");
    }
}
