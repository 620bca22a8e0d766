package org.jejak.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jejak.cypher.CypherLibrary;
import org.jejak.store.TestStore;
import org.junit.jupiter.api.Test;

class GraphHeadIT {

    @Test
    void theHeadOnlyMovesForward() {
        var heads = new GraphHead(TestStore.empty().driver(), new CypherLibrary());
        assertThat(heads.last()).isEmpty();
        var fifth = new Head(5, "ab".repeat(32));
        heads.keep(fifth);
        heads.keep(new Head(4, "cd".repeat(32)));
        assertThat(heads.last()).contains(fifth);
        var sixth = new Head(6, "ef".repeat(32));
        heads.keep(sixth);
        assertThat(heads.last()).contains(sixth);
    }
}
