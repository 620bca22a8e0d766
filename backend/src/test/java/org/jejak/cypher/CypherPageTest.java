package org.jejak.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jejak.network.Column;
import org.jejak.network.ColumnType;
import org.jejak.network.RecordFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that documents the graph speaks of every kind of record and of everything each names. */
class CypherPageTest {

    @ParameterizedTest
    @EnumSource(RecordFile.class)
    void thePageHasEveryKindOfRecordAndWhatItNames(RecordFile file) throws IOException {
        String line = Files.readString(Path.of("..", "cypher", "README.md"))
                .lines()
                .filter(l -> l.startsWith("| `" + file.label() + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no line for " + file.label()));
        file.describes().ifPresent(kind -> assertThat(line).contains("`DESCRIBES` → " + kind.label()));
        for (Column column : file.columns()) {
            if (column.type() instanceof ColumnType.Reference && !column.name().equals("source")) {
                assertThat(line).contains("`" + column.name().toUpperCase(Locale.ROOT) + "` →");
            }
        }
    }
}
