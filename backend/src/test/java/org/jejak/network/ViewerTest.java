package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerTest {

    @Test
    void opensEachCaseUpToTheirClearance() {
        var viewer = new Viewer("ana", Set.of(Role.INVESTIGATOR), Set.of("WK", "PB"), Handling.GREEN);
        assertThat(viewer.keys()).containsExactly("PB#0", "PB#1", "WK#0", "WK#1");
    }

    @Test
    void opensTheDoorsTheyHaveAKeyFor() {
        var cases = List.of("WK", "PB", "PB#1", "HIDDEN");
        for (Handling clearance : Handling.values()) {
            var viewer = new Viewer("ana", Set.of(), Set.of("WK", "PB#1"), clearance);
            for (String ref : cases) {
                for (Handling needed : Handling.values()) {
                    String door = Viewer.door(ref, needed.level());
                    assertThat(viewer.opens(door))
                            .as(door)
                            .isEqualTo(viewer.keys().contains(door));
                }
            }
        }
    }

    @Test
    void looksAtFewerCasesButNeverAtMore() {
        var viewer = new Viewer("ana", Set.of(), Set.of("WK", "PB"), Handling.CLEAR);
        assertThat(viewer.within(Set.of("WK", "HIDDEN")).cases()).containsExactly("WK");
    }
}
