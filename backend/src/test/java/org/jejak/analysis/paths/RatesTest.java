package org.jejak.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.paths.TimedSteps.day;
import static org.jejak.analysis.paths.TimedSteps.key;
import static org.jejak.analysis.paths.TimedSteps.pays;

import java.time.Duration;
import java.util.List;
import org.jejak.analysis.RunControl;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static Rates.Rate rate(String id, String currency, String into, double worth, int day) {
        return new Rates.Rate(Key.of("T", "rates", id), currency, into, worth, day(day));
    }

    private static List<TimedPath> paths(Rates rates, double tolerance, TimedStep... steps) {
        return new TimeRespectingPaths(key("a"), key("c"), 9, 6, Duration.ofDays(30), tolerance)
                .on(List.of(steps), rates, RunControl.PLAIN)
                .paths();
    }

    @Test
    void theRateNearestInTimeCountsReadEitherWay() {
        var rates = new Rates(List.of(rate("old", "MYR", "THB", 8, 0), rate("new", "MYR", "THB", 10, 20)));
        assertThat(rates.between("MYR", "THB", day(9)).orElseThrow().factor()).isEqualTo(8);
        assertThat(rates.between("MYR", "THB", day(11)).orElseThrow().factor()).isEqualTo(10);
        assertThat(rates.between("THB", "MYR", day(11)).orElseThrow().factor()).isEqualTo(0.1);
        assertThat(rates.between("THB", "MYR", day(11)).orElseThrow().records())
                .containsExactly(Key.of("T", "rates", "new"));
    }

    @Test
    void twoRatesThroughAThirdCurrencyServeWhereThereIsNone() {
        var rates = new Rates(List.of(rate("myr", "MYR", "USD", 0.3, 0), rate("thb", "THB", "USD", 0.03, 0)));
        var exchange = rates.between("MYR", "THB", day(3)).orElseThrow();
        assertThat(exchange.factor()).isCloseTo(10, within(1e-12));
        assertThat(exchange.records()).containsExactly(Key.of("T", "rates", "myr"), Key.of("T", "rates", "thb"));
        assertThat(rates.between("MYR", "EUR", day(3))).isEmpty();
    }

    @Test
    void aRateOfMoreThanAYearAwayOrOfNothingIsNone() {
        var rates = new Rates(List.of(rate("r", "MYR", "THB", 8, 0), rate("zero", "MYR", "USD", 0, 0)));
        assertThat(rates.between("MYR", "THB", day(366))).isPresent();
        assertThat(rates.between("MYR", "THB", day(367))).isEmpty();
        assertThat(rates.between("MYR", "USD", day(0))).isEmpty();
    }

    @Test
    void moneyIsFollowedIntoAnotherCurrencyWithinTheToleranceAndTheRateIsNamed() {
        var rates = new Rates(List.of(rate("r", "MYR", "THB", 8, 0)));
        var in = pays("a", "b", 10, 1000);
        assertThat(paths(rates, 0.1, in, pays("b", "c", 11, 12, 7_300, "THB")))
                .singleElement()
                .satisfies(path -> assertThat(path.rates()).containsExactly(Key.of("T", "rates", "r")));
        assertThat(paths(rates, 0.1, in, pays("b", "c", 11, 12, 7_100, "THB"))).isEmpty();
        assertThat(paths(rates, 0.1, in, pays("b", "c", 11, 12, 1_000, "THB"))).isEmpty();
        assertThat(paths(Rates.NONE, 1, in, pays("b", "c", 11, 12, 8_000, "THB")))
                .isEmpty();
        assertThat(paths(rates, 0.1, in, pays("b", "c", 11, 1000)))
                .singleElement()
                .satisfies(path -> assertThat(path.rates()).isEmpty());
    }
}
