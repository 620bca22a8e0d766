package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadOptionsTest {

    @Test
    void refusedRowsGoToAFolderThatMeansTheSameWhereverItIsRead() {
        Path here = Path.of("").toAbsolutePath();
        var options = LoadOptions.defaults();
        assertThat(options.refusedOf("L1")).isEqualTo(here.resolve("refused-L1"));
        assertThat(options.refusedTo(Path.of("mine")).refusedOf("L1")).isEqualTo(here.resolve("mine"));
        assertThat(options.refusedIn(Path.of("/kept")).refusedOf("L1")).isEqualTo(Path.of("/kept/refused-L1"));
        assertThat(options.refusedIn(Path.of("/kept")).asDryRun().refusedOf("L1"))
                .isEqualTo(Path.of("/kept/refused-L1"));
    }
}
