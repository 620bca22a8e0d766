package org.jejak.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import org.jejak.pack.verify.Check;
import org.jejak.pack.verify.Verdict;
import org.junit.jupiter.api.Test;

class VerdictPanelTest extends BrowserlessTest {

    @Test
    void aPackSignedByAStrangerIsWholeAndNotTrusted() {
        var panel = new VerdictPanel(
                "exhibit-7.zip", new Verdict(true, false, "ab12", List.of(new Check("container", true, "canonical"))));
        UI.getCurrent().add(panel);
        assertThat(panel.getElement().getTextRecursively())
                .contains("Whole: nothing was changed since it was signed.")
                .contains("Not trusted: the signer's key is not known here.")
                .contains("ab12");
    }

    @Test
    void everyCheckIsListedWithItsOutcome() {
        var panel = new VerdictPanel(
                "exhibit-7.zip",
                new Verdict(
                        false,
                        false,
                        "",
                        List.of(
                                new Check("container", true, "canonical"),
                                new Check("payload", false, "one differs"))));
        UI.getCurrent().add(panel);
        var grid = test(panel.getChildren()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .findFirst()
                .orElseThrow());
        assertThat(grid.size()).isEqualTo(2);
        assertThat(grid.getCellText(0, 0)).isEqualTo("pass");
        assertThat(grid.getCellText(1, 0)).isEqualTo("FAIL");
        assertThat(panel.getElement().getTextRecursively()).contains("Rely on nothing in it.");
    }
}
