package org.jejak.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LongWorkTest extends BrowserlessTest {

    @Test
    void whoCancelsIsHeardByTheRunAndSeesWhatToDoNext() {
        var offered = new AtomicBoolean();
        var work = new LongWork("Measuring", "Cancel").orElse(() -> offered.set(true));
        UI.getCurrent().add(work);
        var control = work.control();
        assertThat(control.stop().isStopped()).isFalse();
        work.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(control.stop().isStopped()).isTrue();
        assertThat(offered).isTrue();
        assertThat(work.isAttached()).isFalse();
    }

    @Test
    void whoLeavesThePageGivesTheWorkUp() {
        var work = new LongWork("Measuring", "Cancel");
        UI.getCurrent().add(work);
        UI.getCurrent().remove(work);
        assertThat(work.control().stop().isStopped()).isTrue();
    }
}
