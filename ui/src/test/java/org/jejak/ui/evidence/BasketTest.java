package org.jejak.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static final Key ANA = Key.of("X", "ana");
    private static final Key BEN = Key.of("X", "ben");

    private final Basket basket = new Basket();

    @Test
    void keepsTheOrderInWhichThingsWereLaidAside() {
        assertThat(basket.add(List.of(BEN, ANA))).isEqualTo(2);
        assertThat(basket.add(List.of(BEN))).isZero();
        assertThat(basket.keys()).containsExactly(BEN, ANA);
        basket.remove(List.of(BEN));
        assertThat(basket.keys()).containsExactly(ANA);
        assertThat(basket.contains(BEN)).isFalse();
    }

    @Test
    void tellsOfChangesUntilNobodyListens() {
        var heard = new int[1];
        var registration = basket.onChange(() -> heard[0]++);
        basket.add(List.of(ANA));
        basket.add(List.of(ANA));
        basket.remove(List.of(BEN));
        assertThat(heard[0]).isEqualTo(1);
        registration.remove();
        basket.clear();
        assertThat(heard[0]).isEqualTo(1);
        assertThat(basket.keys()).isEmpty();
    }

    @Test
    void hasRoomForSoManyAndSaysHowManyFoundIt() {
        var many = IntStream.range(0, Basket.MOST + 3)
                .mapToObj(i -> Key.of("X", "p" + i))
                .toList();
        assertThat(basket.add(many)).isEqualTo(Basket.MOST);
    }
}
