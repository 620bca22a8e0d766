package org.jejak.ui.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jejak.network.EntityKind;
import org.jejak.network.Key;
import org.jejak.safeguard.Names;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final Key AGENCY = new Key("X:o1");
    private static final Map<Key, Names.Shown> NAMES =
            Map.of(AGENCY, new Names.Shown(AGENCY, "ตำรวจน้ำ", EntityKind.ORGANIZATION, "agency", false));

    @Test
    void aReferenceIsReadByItsName() {
        assertThat(References.readable("X:o1", NAMES)).isEqualTo("ตำรวจน้ำ (X:o1)");
        assertThat(References.readable("X:o1|X:o2", NAMES)).isEqualTo("ตำรวจน้ำ (X:o1), X:o2");
        assertThat(References.keys("X:o1|X:o2")).containsExactly(AGENCY, new Key("X:o2"));
    }

    @Test
    void wordsWithAColonAreNoReference() {
        assertThat(References.keys("seen at: the jetty")).isEmpty();
        assertThat(References.keys("note:")).isEmpty();
        assertThat(References.readable("seen at: the jetty", NAMES)).isEqualTo("seen at: the jetty");
    }
}
