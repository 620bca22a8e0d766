package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when somebody was certainly a child. */
class ChildAgeTest {

    private static final LocalDate DELIVERED = LocalDate.of(2020, 5, 17);

    private static Optional<LocalDate> adultFrom(Map<String, String> cells) {
        return ChildAge.adultFrom(column -> cells.getOrDefault(column, ""), DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "2001-03-07, 2019-03-07",
        "2001-03, 2019-03-01",
        "2001, 2019-01-01",
        "2001-12-31, 2019-12-31",
        "2000-02-29, 2018-02-28",
        "2001-03-07T21:10, 2019-03-07"
    })
    void aBirthMakesAnAdultOnTheFirstDayOnWhichTheyMayBeEighteen(String birth, LocalDate adult) {
        assertThat(adultFrom(Map.of("birth_date", birth))).contains(adult);
    }

    @Test
    void anAgeGrowsFromTheDayOnWhichItWasDelivered() {
        assertThat(adultFrom(Map.of("age_to", "15"))).contains(LocalDate.of(2023, 5, 17));
        assertThat(adultFrom(Map.of("age_to", "0"))).contains(LocalDate.of(2038, 5, 17));
        assertThat(adultFrom(Map.of("age_to", "0017"))).contains(LocalDate.of(2021, 5, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "19", "120", "1999"})
    void whoMayBeEighteenOrOlderIsNoChildByTheirAge(String age) {
        assertThat(adultFrom(Map.of("age_to", age))).isEmpty();
    }

    @Test
    void whoWasThoughtAChildIsOneUntilSomebodyJustBornHasGrownUp() {
        assertThat(adultFrom(Map.of("thought_child", "true"))).contains(LocalDate.of(2038, 5, 17));
        assertThat(adultFrom(Map.of("thought_child", "false"))).isEmpty();
    }

    @Test
    void eachOfSeveralSayingsIsEnough() {
        assertThat(adultFrom(Map.of("birth_date", "1990", "age_to", "16"))).contains(LocalDate.of(2022, 5, 17));
        assertThat(adultFrom(Map.of("birth_date", "2010", "age_to", "40"))).contains(LocalDate.of(2028, 1, 1));
        assertThat(adultFrom(Map.of("birth_date", "1980", "thought_child", "true")))
                .contains(LocalDate.of(2038, 5, 17));
    }

    @Test
    void aRowThatSaysNothingOfAnAgeSaysNothing() {
        assertThat(adultFrom(Map.of("name", "Somebody", "age_from", "12"))).isEmpty();
        assertThat(ChildAge.isStated(column -> "")).isFalse();
        assertThat(adultFrom(Map.of("birth_date", "in spring")))
                .as("a foreign calendar")
                .isEmpty();
    }
}
