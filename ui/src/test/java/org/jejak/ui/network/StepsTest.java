package org.jejak.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Key ANA = new Key("X:ana");
    private static final Key BEN = new Key("X:ben");

    private final Steps steps = new Steps();

    @Test
    void everyStepCanBeUndoneAndDoneAgain() {
        steps.go(steps.now().with(List.of(ANA)));
        steps.go(steps.now().with(List.of(BEN)));
        assertThat(steps.undo().orElseThrow().things()).containsExactly(ANA);
        assertThat(steps.redo().orElseThrow().things()).containsExactly(ANA, BEN);
    }

    @Test
    void aStepThatChangesNothingIsNoStep() {
        steps.go(Sheet.BLANK);
        assertThat(steps.canUndo()).isFalse();
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        steps.go(steps.now().with(List.of(ANA)));
        steps.undo();
        steps.go(steps.now().with(List.of(BEN)));
        assertThat(steps.canRedo()).isFalse();
        assertThat(steps.now().things()).containsExactly(BEN);
    }

    @Test
    void undoingAFilterKeepsTheThings() {
        steps.go(steps.now().with(List.of(ANA)));
        steps.go(steps.now().hiding(Set.of(EntityKind.PHONE)));
        steps.go(steps.now().between(Optional.of("2014-01-01"), Optional.empty()));
        var back = steps.undo().orElseThrow();
        assertThat(back.hidden()).containsExactly(EntityKind.PHONE);
        assertThat(back.from()).isEmpty();
        assertThat(back.things()).containsExactly(ANA);
    }
}
