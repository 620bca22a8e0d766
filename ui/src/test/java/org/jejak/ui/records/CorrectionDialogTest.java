package org.jejak.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jejak.ingest.Refusal;
import org.jejak.ingest.RefusedBundle.RefusedRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionDialogTest extends BrowserlessTest {

    private @Nullable CorrectionDialog dialog;

    private static RefusedRow row() {
        var cells = new LinkedHashMap<String, String>();
        cells.put("id", "r9");
        cells.put("person", "p1");
        cells.put("role", "boss");
        cells.put("note", "");
        var refusal = new Refusal("roles.csv", 4, "role", "boss", "not one of the list");
        return new RefusedRow(refusal, "roles.csv", 0, cells);
    }

    private static <T extends Component> List<T> all(Component in, Class<T> kind) {
        var found = new ArrayList<T>();
        in.getChildren().forEach(child -> {
            if (kind.isInstance(child)) {
                found.add(kind.cast(child));
            }
            found.addAll(all(child, kind));
        });
        return found;
    }

    private CorrectionDialog open(CorrectionDialog.Loading loading) {
        var opened = new CorrectionDialog(row(), loading);
        opened.open();
        dialog = opened;
        return opened;
    }

    private List<TextField> fields() {
        return all(Objects.requireNonNull(dialog), TextField.class);
    }

    private TextField field(String label) {
        return fields().stream()
                .filter(f -> f.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void press(String words) {
        var opened = Objects.requireNonNull(dialog);
        var buttons = new ArrayList<>(all(opened, Button.class));
        opened.getFooter()
                .getElement()
                .getChildren()
                .forEach(child -> child.getComponent()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .ifPresent(buttons::add));
        buttons.stream()
                .filter(b -> b.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @Test
    void theBrokenCellStandsFirstAndSaysWhatIsWrong() {
        open(cells -> Optional.empty());
        assertThat(fields()).extracting(TextField::getLabel).containsExactly("role", "id", "person");
        assertThat(field("role").isInvalid()).isTrue();
        assertThat(field("role").getErrorMessage()).isEqualTo("not one of the list");
        press("Show the one empty column");
        assertThat(fields()).extracting(TextField::getLabel).contains("note");
    }

    @Test
    void aRowThatIsRefusedAgainSaysWhyAndOneThatIsInClosesTheDialog() {
        List<Map<String, String>> loaded = new ArrayList<>();
        var opened = open(cells -> {
            loaded.add(cells);
            return cells.get("role").equals("broker")
                    ? Optional.empty()
                    : Optional.of(new Refusal("roles.csv", 2, "person", "p1", "it is a place"));
        });
        field("role").setValue("guard");
        press("Load this row");
        assertThat(field("person").getErrorMessage()).isEqualTo("it is a place");
        assertThat(field("role").isInvalid()).isFalse();
        field("role").setValue("broker");
        press("Load this row");
        assertThat(opened.isOpened()).isFalse();
        assertThat(loaded.getLast()).containsEntry("role", "broker").containsEntry("person", "p1");
    }
}
