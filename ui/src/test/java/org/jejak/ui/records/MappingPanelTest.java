package org.jejak.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowFile;
import org.jejak.network.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingPanelTest extends BrowserlessTest {

    @TempDir
    Path folder;

    private final List<String> loaded = new ArrayList<>();
    private MappingPanel panel;

    private final class Deciding implements HandedPanel.Decision {
        @Override
        public void load(Handed handed, Delivery delivery, HandedPanel.Opening opening, boolean trial) {
            try (var source = opening.open(delivery)) {
                source.files().stream().map(RowFile::name).forEach(loaded::add);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public void discard(Handed handed) {}
    }

    @BeforeEach
    void aTableIsHandedOver() throws IOException {
        Path table = Files.writeString(
                folder.resolve("calls.csv"),
                "Caller;Called;Date;Hour;Channel\n+6012;+6013;07/03/2015;21:10;call\n+6012;+6014;31/02/2015;08:00;call\n");
        panel = new MappingPanel(
                new Handed(table, Optional.empty()),
                List.of("CASE-1"),
                (kind, values) -> "~" + kind + values.hashCode(),
                new Deciding());
        UI.getCurrent().add(panel);
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

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> from(String label) {
        return all(panel, MultiSelectComboBox.class).stream()
                .filter(box -> box.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String label, int which) {
        return all(panel, ComboBox.class).stream()
                .filter(box -> box.getLabel().equals(label))
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private Button load() {
        return all(panel, Button.class).stream()
                .filter(b -> b.getText().equals("Load"))
                .findFirst()
                .orElseThrow();
    }

    private void sayThatLinesAreCalls() {
        this.<RecordFile>box("What each line is", 0).setValue(RecordFile.CONTACTS);
        from("a").setValue(new LinkedHashSet<>(List.of("Caller")));
        from("b").setValue(new LinkedHashSet<>(List.of("Called")));
        this.<RecordFile>box("Its cells are", 0).setValue(RecordFile.PHONES);
        this.<RecordFile>box("Its cells are", 1).setValue(RecordFile.PHONES);
        from("time").setValue(new LinkedHashSet<>(List.of("Date", "Hour")));
        all(panel, TextField.class).stream()
                .filter(f -> f.getLabel().equals("Written as"))
                .findFirst()
                .orElseThrow()
                .setValue("dd/MM/yyyy HH:mm");
    }

    @Test
    void columnsOfTheSameNameAreFoundAndWhatIsMissingIsSaid() {
        this.<RecordFile>box("What each line is", 0).setValue(RecordFile.CONTACTS);
        assertThat(from("channel").getValue()).containsExactly("Channel");
        assertThat(panel.getElement().getTextRecursively()).contains("contacts needs a");
        assertThat(load().isEnabled()).isFalse();
    }

    @Test
    void theFirstRowsAreShownAsTheyWouldBeLoadedAndWhyNot() {
        sayThatLinesAreCalls();
        assertThat(all(panel, TextArea.class).getFirst().getValue())
                .contains("file: contacts")
                .contains("makes: phones")
                .contains("time: dd/MM/yyyy HH:mm");
        assertThat(panel.getElement().getTextRecursively())
                .contains("The first lines make 6 rows; rows that would be refused: 1.");
        assertThat(test((Grid<?>) all(panel, Grid.class).getFirst()).size()).isEqualTo(6);
    }

    @Test
    void whatIsLoadedIsWhatTheMappingSays() {
        sayThatLinesAreCalls();
        test(load()).click();
        assertThat(loaded).isEmpty();
        this.<String>box("Case", 0).setValue("CASE-1");
        test(load()).click();
        assertThat(loaded).containsExactly("sources", "phones", "contacts");
    }

    @Test
    void aMappingMayBeTypedAndSaysWhereItIsWrong() {
        sayThatLinesAreCalls();
        var yaml = all(panel, TextArea.class).getFirst();
        yaml.setValue(yaml.getValue().replace("Caller", "Kaller"));
        assertThat(panel.getElement().getTextRecursively()).contains("is Caller meant?");
        assertThat(load().isEnabled()).isFalse();
    }
}
