package org.jejak.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.LoadReport;
import org.jejak.ingest.RefusedBundle;
import org.jejak.ingest.RefusedBundle.RefusedRow;
import org.jejak.ingest.format.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPanelTest extends BrowserlessTest {

    @TempDir
    Path folder;

    private static LoadReport report() {
        return new LoadReport(
                "20260101-000000-abcd",
                "march.zip",
                "CASE-1",
                List.of(
                        new LoadReport.FileCounts("persons.csv", 5, 3, 0, 0, 1, 1, 0, Optional.empty()),
                        new LoadReport.FileCounts("photos.csv", 2, 0, 0, 0, 0, 0, 2, Optional.empty())),
                0,
                Optional.of("refused"),
                0.1);
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

    @Test
    void whoLoadedSeesEveryFileAndEachRefusedRowWithItsReason() throws IOException {
        Files.writeString(
                folder.resolve("persons.csv"),
                "id,name,_file,_line,_column,_value,_reason\np9,unknown,persons.csv,7,name,unknown,leave it empty\n");
        var panel = new ReportPanel(report(), Optional.of(new RefusedBundle(folder)), false, Optional.empty());
        UI.getCurrent().add(panel);
        var grids = all(panel, Grid.class);
        assertThat(grids).hasSize(2);
        assertThat(test((Grid<?>) grids.get(0)).size()).isEqualTo(2);
        assertThat(((RefusedRow) test((Grid<?>) grids.get(1)).getRow(0))
                        .refusal()
                        .reason())
                .isEqualTo("leave it empty");
        assertThat(all(panel, Anchor.class)).hasSize(1);
        assertThat(panel.getElement().getTextRecursively())
                .contains("7 rows: 3 accepted, 0 unchanged, 0 superseded, 1 wait, 1 refused, 2 of unknown files kept.");
        assertThat(all(panel, Button.class))
                .extracting(Button::getText)
                .containsExactly("See what the 1 waiting rows wait for");
    }

    @Test
    void whoComesLaterIsToldWhyRefusedRowsAreNoLongerThere() {
        var panel = new ReportPanel(report(), Optional.empty(), false, Optional.empty());
        assertThat(all(panel, Grid.class)).hasSize(1);
        assertThat(panel.getElement().getTextRecursively()).contains("Load the bundle again to see them");
    }

    @Test
    void anEdgeListMustBeToldItsCaseBeforeItIsLoaded() {
        var decided = new ArrayList<Delivery>();
        var decision = new HandedPanel.Decision() {
            @Override
            public void load(Handed handed, Delivery delivery, HandedPanel.Opening opening, boolean trial) {
                decided.add(delivery);
            }

            @Override
            public void discard(Handed handed) {}
        };
        var panel = new HandedPanel(
                new Handed(folder.resolve("edges.csv"), Optional.of(Format.EDGES)),
                Optional.empty(),
                List.of("CASE-1"),
                delivery -> {
                    throw new AssertionError("nothing is opened before somebody loads it");
                },
                decision);
        UI.getCurrent().add(panel);
        var load = all(panel, Button.class).getFirst();
        test(load).click();
        assertThat(decided).isEmpty();
        @SuppressWarnings("unchecked")
        ComboBox<String> caseRef = all(panel, ComboBox.class).getFirst();
        assertThat(caseRef.isInvalid()).isTrue();
        caseRef.setValue("CASE-1");
        test(load).click();
        assertThat(decided).extracting(Delivery::namespace).containsExactly("CASE-1");
    }

    @Test
    void filesThatNoSourceNamesAreSaid() {
        var report = new LoadReport(
                "20260101-000000-abcd",
                "april.zip",
                "CASE-1",
                List.of(),
                0,
                Optional.empty(),
                0.1,
                new LoadReport.Unnamed(2, List.of("notes.txt", "photos/pier.jpg")),
                List.of());
        var panel = new ReportPanel(report, Optional.empty(), false, Optional.empty());
        assertThat(all(panel, Paragraph.class))
                .anySatisfy(
                        said -> assertThat(said.getText()).startsWith("2 files").contains("photos/pier.jpg"));
    }
}
