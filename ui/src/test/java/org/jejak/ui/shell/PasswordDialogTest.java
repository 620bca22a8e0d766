package org.jejak.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.access.Users;
import org.jejak.access.WrongPassword;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordDialogTest extends BrowserlessTest {

    private static final String NEW = "a sentence about the sea";

    private final Users users = mock();
    private PasswordDialog dialog;

    @BeforeEach
    void aDialogThatIsOpen() {
        dialog = new PasswordDialog(users, "nur", false);
        dialog.open();
    }

    private static <T extends Component> Stream<T> in(Component from, Class<T> kind) {
        return Stream.concat(
                kind.isInstance(from) ? Stream.of(kind.cast(from)) : Stream.empty(),
                from.getChildren().flatMap(child -> in(child, kind)));
    }

    private List<PasswordField> fields() {
        return in(dialog, PasswordField.class).toList();
    }

    private void save(String old, String chosen, String again) {
        fields().get(0).setValue(old);
        fields().get(1).setValue(chosen);
        fields().get(2).setValue(again);
        dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Save"))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @Test
    void aWrongOldPasswordIsSaidAtTheOldOneAndForgottenWhenItIsRight() {
        doThrow(new WrongPassword("the old password is not right")).when(users).changePassword("nur", "guess", NEW);
        save("guess", NEW, NEW);
        assertThat(fields()).extracting(PasswordField::isInvalid).containsExactly(true, false, false);
        assertThat(fields().getFirst().getErrorMessage()).isEqualTo("the old password is not right");
        assertThat(dialog.isOpened()).isTrue();
        doNothing().when(users).changePassword("nur", "right", NEW);
        save("right", NEW, NEW);
        assertThat(fields()).noneMatch(PasswordField::isInvalid);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void aNewPasswordThatWillNotDoIsSaidAtTheNewOne() {
        doThrow(new IllegalArgumentException("too short")).when(users).changePassword("nur", "right", "sea");
        save("right", "sea", "sea");
        assertThat(fields()).extracting(PasswordField::isInvalid).containsExactly(false, true, false);
        save("right", NEW, NEW + ".");
        assertThat(fields()).extracting(PasswordField::isInvalid).containsExactly(false, false, true);
    }
}
