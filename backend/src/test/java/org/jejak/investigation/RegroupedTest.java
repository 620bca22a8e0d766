package org.jejak.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegroupedTest {

    private static KeptGroups groups(String... communities) {
        return new KeptGroups(
                0.5,
                List.of(communities).stream().map(c -> List.of(c.split(" "))).toList());
    }

    @Test
    void otherNumbersAreNoOtherCompany() {
        assertThat(Regrouped.between(groups("a b c", "x y"), groups("x y", "a b c")))
                .isEmpty();
    }

    /** b and c are recognised as the first community; a went to the other, d came, y left. */
    @Test
    void whoWentCameAndLeftIsNamed() {
        assertThat(Regrouped.between(groups("a b c", "x y"), groups("a x d", "b c")))
                .containsExactly(new Regrouped("a", 1, 1), new Regrouped("d", null, 1), new Regrouped("y", 2, null));
    }

    @Test
    void ofACommunityThatFellApartTheLargerPartIsIt() {
        assertThat(Regrouped.between(groups("a b c d e"), groups("a b c", "d e")))
                .containsExactly(new Regrouped("d", 1, 2), new Regrouped("e", 1, 2));
    }
}
