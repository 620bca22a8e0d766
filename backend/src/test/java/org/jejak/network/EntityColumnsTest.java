package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a row names, and what it only rests on. */
class EntityColumnsTest {

    private static List<String> named(String file, Map<String, String> cells) {
        return EntityColumns.named(file, column -> cells.getOrDefault(column, ""))
                .toList();
    }

    @Test
    void personsAndThingsAreNamedSourcesRaidsAndOperationsAreNot() {
        assertThat(named(
                        "custody",
                        Map.of("person", "N:ana", "place", "N:cells", "raid", "N:raids/r1", "source", "N:sources/s1")))
                .containsExactly("N:ana", "N:cells");
        assertThat(named("movements", Map.of("origin", "N:a", "destination", "N:b", "persons", "N:x|N:y")))
                .containsExactly("N:a", "N:b", "N:x", "N:y");
    }

    @Test
    void aFileThatIsNotKnownNamesNobody() {
        assertThat(named("rumours", Map.of("person", "N:ana"))).isEmpty();
    }

    @Test
    void listsAreSeparatedByABar() {
        assertThat(CellList.of("a|b c|d")).containsExactly("a", "b c", "d");
        assertThat(CellList.of("")).isEmpty();
    }
}
