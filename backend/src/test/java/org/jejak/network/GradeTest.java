package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradeTest {

    @Test
    void passesAMinimumOnlyInBothRespects() {
        var minimum = new Grade('B', 3);
        assertThat(new Grade('A', 3).passes(minimum)).isTrue();
        assertThat(new Grade('B', 1).passes(minimum)).isTrue();
        assertThat(new Grade('C', 1).passes(minimum)).isFalse();
        assertThat(new Grade('A', 4).passes(minimum)).isFalse();
    }

    @Test
    void whatCannotBeJudgedPassesNothing() {
        var lowest = new Grade('F', 6);
        assertThat(new Grade('F', 1).passes(lowest)).isFalse();
        assertThat(new Grade('A', 6).passes(lowest)).isFalse();
    }

    @Test
    void listsExactlyWhatPasses() {
        assertThat(new Grade('B', 2).passing()).containsExactly("A1", "A2", "B1", "B2");
    }
}
