package org.jejak.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnfoldingTest extends BrowserlessTest {

    @Test
    void aTabIsMadeWhenSomebodyFirstLooksAtItAndOnlyOnce() {
        var made = new AtomicInteger();
        var tabs = new Tabs();
        tabs.add("One", new Span("first"));
        tabs.add("Two", new Unfolding(() -> new Span("made " + made.incrementAndGet())));
        UI.getCurrent().add(tabs);
        roundTrip();
        assertThat(made).hasValue(0);
        tabs.setSelectedIndex(1);
        roundTrip();
        tabs.setSelectedIndex(0);
        roundTrip();
        tabs.setSelectedIndex(1);
        roundTrip();
        assertThat(made).hasValue(1);
        assertThat(find(Span.class, tabs).all()).extracting(Span::getText).contains("made 1");
    }
}
