package org.jejak.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassingFilesTest {

    private final PassingFiles files = new PassingFiles();

    @AfterEach
    void end() {
        files.end();
    }

    @Test
    void keepsWhatComesForItsOwnerOnlyAndForgetsIt() throws IOException {
        var file = files.receive("../../etc/pass:wd", new ByteArrayInputStream(new byte[10]), 10);
        assertThat(file).hasFileName("pass_wd").hasSize(10);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        files.forget(file);
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() throws IOException {
        var root = files.newFolder().getParent();
        assertThatThrownBy(() -> files.receive("a", new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOf(PassingFiles.TooLarge.class);
        try (var left = Files.list(root)) {
            assertThat(left.filter(f -> !f.equals(root))).hasSize(1);
        }
    }
}
