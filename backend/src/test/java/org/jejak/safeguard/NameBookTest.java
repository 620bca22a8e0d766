package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class NameBookTest {

    private final List<List<Key>> read = new ArrayList<>();
    private final List<Key> listed =
            IntStream.range(0, 1_200).mapToObj(i -> Key.of("A", "p" + i)).toList();
    private final NameBook book = new NameBook(listed, this::shown);

    /** Nothing is known of the third. */
    private Map<Key, Names.Shown> shown(List<Key> page) {
        read.add(page);
        var shown = new HashMap<Key, Names.Shown>();
        for (Key key : page) {
            if (!key.local().equals("p2")) {
                shown.put(key, new Names.Shown(key, "Name of " + key.local(), EntityKind.PERSON, "", false));
            }
        }
        return shown;
    }

    @Test
    void whoLooksAtTheFirstReadsNoLaterPage() {
        assertThat(book.name(listed.getFirst())).isEqualTo("Name of p0");
        assertThat(book.name(listed.get(499))).isEqualTo("Name of p499");
        assertThat(read).containsExactly(listed.subList(0, 500));
    }

    @Test
    void theLastPageIsAsLongAsWhatIsLeft() {
        assertThat(book.name(listed.getLast())).isEqualTo("Name of p1199");
        assertThat(read).containsExactly(listed.subList(1_000, 1_200));
    }

    @Test
    void whatIsUnknownIsAskedForOnceAndShownByItsKey() {
        assertThat(book.name(listed.get(2))).isEqualTo("A:p2");
        assertThat(book.name(listed.get(2))).isEqualTo("A:p2");
        assertThat(read).hasSize(1);
    }

    @Test
    void whatIsNotListedIsNeverRead() {
        assertThat(book.name(Key.of("B", "p1"))).isEqualTo("B:p1");
        assertThat(read).isEmpty();
    }
}
