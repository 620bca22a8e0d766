package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jejak.ingest.LoadReport;
import org.junit.jupiter.api.Test;

class LoadWordsTest {

    /** A thousand persons and five hundred links are not fifteen hundred links. */
    @Test
    void progressSaysTheRowsOfTheWholeDeliveryAndWhichFileIsRead() {
        assertThat(LoadCommand.tick("links", 1_500, 4_500, 3))
                .isEqualTo("  1,500 of 4,500 rows, 500 a second, 6 s left; now links.csv");
        assertThat(LoadCommand.tick("links", 1_500, -1, 3)).isEqualTo("  1,500 rows, 500 a second; now links.csv");
    }

    @Test
    void filesThatNoSourceNamesAreCountedAndNamed() {
        assertThat(LoadCommand.unnamed(LoadReport.Unnamed.NONE)).isEmpty();
        assertThat(LoadCommand.unnamed(new LoadReport.Unnamed(1, List.of("photos/pier.jpg"))))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("1 file is in the bundle that no source names, and not kept: photos/pier.jpg."));
        var many = IntStream.range(0, 12).mapToObj(i -> "scan" + i + ".pdf").toList();
        assertThat(LoadCommand.unnamed(new LoadReport.Unnamed(12, many)))
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("12 files are").contains("scan9.pdf, …"));
    }
}
