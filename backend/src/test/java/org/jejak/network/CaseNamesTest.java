package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseNamesTest {

    private final Viewer viewer =
            new Viewer("nur", EnumSet.of(Role.INVESTIGATOR), Set.of("TIDE-3", "REEF-1"), Handling.AMBER);

    @Test
    void aCaseIsTakenInAnyCaseOfLetters() {
        assertThat(viewer.caseNamed("TIDE-3")).isEqualTo("TIDE-3");
        assertThat(viewer.caseNamed("tide-3")).isEqualTo("TIDE-3");
        assertThat(viewer.caseNamed(" Reef-1 ")).isEqualTo("REEF-1");
    }

    @Test
    void aHiddenCaseAndNoneAtAllGetTheSameWords() {
        for (String typed : List.of("wreck-9", "WRECK-9", "")) {
            assertThatThrownBy(() -> viewer.caseNamed(typed))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessage(NotAllowed.noCase(typed).getMessage());
        }
    }

    @Test
    void whoMeansOneOfTwoIsAskedWhichAndTheOneAsWrittenIsTaken() {
        var alike = List.of("Tide", "TIDE", "REEF");
        assertThat(CaseNames.meant(alike, "TIDE")).isEqualTo("TIDE");
        assertThatThrownBy(() -> CaseNames.meant(alike, "tide"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TIDE or Tide")
                .hasMessageNotContaining("REEF");
    }
}
