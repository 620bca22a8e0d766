package org.jejak.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import java.util.List;
import java.util.stream.IntStream;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class IntoBasketTest extends BrowserlessTest {

    private static final Key ANA = new Key("X:ana");
    private static final Key BEN = new Key("X:ben");

    private final Basket basket = new Basket();

    @Test
    void saysHowManyCameInAndNotHowManyWereChosen() {
        assertThat(IntoBasket.words(basket, List.of(ANA))).isEqualTo("1 put in the basket, which now holds 1.");
        assertThat(IntoBasket.words(basket, List.of(ANA, BEN))).isEqualTo("1 put in the basket, which now holds 2.");
        assertThat(IntoBasket.words(basket, List.of(ANA))).isEqualTo("That is in the basket already.");
    }

    @Test
    void whoChoseNothingPutsNothingIn() {
        assertThat(IntoBasket.words(basket, List.of())).startsWith("Choose first who it is to be");
        assertThat(basket.keys()).isEmpty();
    }

    @Test
    void aFullBasketSaysSo() {
        var many =
                IntStream.range(0, Basket.MOST).mapToObj(i -> new Key("X:" + i)).toList();
        IntoBasket.words(basket, many);
        assertThat(IntoBasket.words(basket, List.of(ANA))).isEqualTo("The basket is full: it holds 5,000 things.");
    }
}
