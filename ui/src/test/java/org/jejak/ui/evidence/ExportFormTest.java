package org.jejak.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jejak.access.Viewers;
import org.jejak.analysis.MeasureStopped;
import org.jejak.analysis.RunControl;
import org.jejak.network.EntityKind;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.pack.Exports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportFormTest extends BrowserlessTest {

    private static final Viewer VIEWER = new Viewer("putri", Set.of(Role.PROSECUTOR), Set.of("RIVER"), Handling.AMBER);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Exports exports = mock();
    private ExportForm form;

    @BeforeEach
    void aFormThatIsFilledIn() {
        Viewers viewers = mock();
        when(viewers.current()).thenReturn(VIEWER);
        when(exports.export(any(), any(), any(RunControl.class))).thenAnswer(invoked -> {
            RunControl control = invoked.getArgument(2);
            begun.countDown();
            while (!control.stop().isStopped()) {
                Thread.sleep(5);
            }
            stopped.countDown();
            throw new MeasureStopped();
        });
        form = new ExportForm(new EvidenceReads(viewers, mock(), mock(), exports, mock(), mock()));
        UI.getCurrent().add(form);
        form.show(List.of(new EvidenceReads.Item(
                new Key("R:ana"),
                "Ana",
                Optional.of(EntityKind.PERSON),
                false,
                "persons",
                Set.of("RIVER"),
                List.of())));
        in(form, TextField.class).findFirst().orElseThrow().setValue("E-1");
        in(form, TextArea.class).findFirst().orElseThrow().setValue("for the trial");
    }

    private static <T extends Component> Stream<T> in(Component from, Class<T> kind) {
        return Stream.concat(
                kind.isInstance(from) ? Stream.of(kind.cast(from)) : Stream.empty(),
                from.getChildren().flatMap(child -> in(child, kind)));
    }

    private Button button(String words) {
        return in(form, Button.class)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoCancelsAPackEndsTheWorkToo() throws InterruptedException {
        button("Make the pack").click();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.getCount()).isOne();
        button("Cancel").click();
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(in(form, MadePack.class)).isEmpty();
        assertThat(button("Make the pack").isEnabled()).isTrue();
    }

    @Test
    void whoLeavesThePageEndsTheWorkToo() throws InterruptedException {
        button("Make the pack").click();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        UI.getCurrent().remove(form);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPasswordThatIsNotTheirsIsSaidAtThePassword() {
        form.ended(new ExportForm.NotYou("not yours"));
        var password = in(form, PasswordField.class).findFirst().orElseThrow();
        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).isEqualTo("not yours");
    }
}
