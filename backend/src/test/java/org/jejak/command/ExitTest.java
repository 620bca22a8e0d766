package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jejak.ingest.LoadBusy;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void aLoadThatFindsAnotherOneRunningIsToldSoInOneLine() {
        var failure = Exit.of(new LoadBusy("another load is running; wait until it is done"));
        assertThat(failure.code()).isEqualTo(4);
        assertThat(failure.foreseen()).isTrue();
        assertThat(failure.message()).isEqualTo("another load is running; wait until it is done");
    }

    @Test
    void whatTheDiskRefusesIsSaidWithItsFileAndReasonWhereverItIsWrapped() {
        var full = new FileSystemException("/evidence/p1.zip", null, "No space left on device");
        var failure = Exit.of(new UncheckedIOException("the pack cannot be written", full));
        assertThat(failure.code()).isEqualTo(4);
        assertThat(failure.message()).contains("/evidence/p1.zip", "No space left on device");
        assertThat(Exit.of(new NoSuchFileException("/nowhere/p1.zip")).message())
                .isEqualTo("there is no /nowhere/p1.zip");
    }

    @Test
    void whatNobodyForesawEndsWithOneAndIsNoForeseenAnswer() {
        assertThat(Exit.of(new IllegalStateException("odd")).code()).isEqualTo(1);
        assertThat(Exit.of(new IllegalStateException("odd")).foreseen()).isFalse();
    }
}
