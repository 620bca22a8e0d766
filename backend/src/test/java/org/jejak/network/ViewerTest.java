package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerTest {

    @Test
    void opensEachCaseUpToTheirClearance() {
        var viewer = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("WK", "PB"), Handling.GREEN);
        assertThat(viewer.keys()).containsExactly("PB#0", "PB#1", "WK#0", "WK#1");
    }

    @Test
    void looksAtFewerCasesButNeverAtMore() {
        var viewer = new Viewer("ana", Set.of(), Set.of("WK", "PB"), Handling.CLEAR);
        assertThat(viewer.within(Set.of("WK", "HIDDEN")).cases()).containsExactly("WK");
    }
}
