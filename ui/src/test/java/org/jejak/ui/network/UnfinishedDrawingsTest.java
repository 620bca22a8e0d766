package org.jejak.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class UnfinishedDrawingsTest {

    private static final Sheet ANA = Sheet.BLANK.with(List.of(new Key("X:ana")));
    private static final Sheet BEN = Sheet.BLANK.with(List.of(new Key("X:ben")));

    private final UnfinishedDrawings drawings = new UnfinishedDrawings();

    @Test
    void twoPagesHaveADrawingEachAndTheLastIsTheOneThatWasWorkedOnLast() {
        String one = drawings.begin();
        String other = drawings.begin();
        drawings.keep(one, ANA);
        drawings.keep(other, BEN);
        assertThat(drawings.of(one)).contains(ANA);
        assertThat(drawings.last()).contains(BEN);
        drawings.keep(one, ANA.tyingPeople(false));
        assertThat(drawings.last()).contains(ANA.tyingPeople(false));
    }

    @Test
    void anEmptiedDrawingIsNone() {
        String one = drawings.begin();
        drawings.keep(one, ANA);
        drawings.keep(one, Sheet.BLANK);
        assertThat(drawings.of(one)).isEmpty();
        assertThat(drawings.last()).isEmpty();
    }

    @Test
    void theOldestAreForgotten() {
        String first = drawings.begin();
        drawings.keep(first, ANA);
        for (int i = 0; i < 20; i++) {
            drawings.keep(drawings.begin(), BEN);
        }
        assertThat(drawings.of(first)).isEmpty();
        assertThat(drawings.last()).contains(BEN);
    }
}
