package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which sources are one voice. */
class OriginTest {

    private static final Key ONE = new Key("N:sources/s1");
    private static final Key OTHER = new Key("N:sources/s2");

    @Test
    void oneOriginHoweverItIsTyped() {
        assertThat(List.of("Harbour  Office", " harbour office ", "HARBOUR\u00A0OFFICE", "Ｈarbour Office"))
                .allSatisfy(typed -> assertThat(Origin.of(ONE, typed)).isEqualTo("harbour office"));
        assertThat(Origin.of(ONE, "harbour office")).isNotEqualTo(Origin.of(ONE, "harbour master"));
    }

    @Test
    void aSourceThatDoesNotSayStandsForItself() {
        assertThat(Origin.of(ONE, "")).isNotEqualTo(Origin.of(OTHER, ""));
        assertThat(Origin.of(ONE, " \u00A0")).isEqualTo(ONE.value());
        var digits = new Key("7:sources/s1");
        assertThat(Origin.of(OTHER, digits.value())).isNotEqualTo(Origin.of(digits, ""));
    }

    @Test
    void ofARowItIsWhatItsCellSays() {
        var row = new VisibleRecord(
                ONE,
                "sources",
                Map.of("kind", "tip", "origin", "Net Menders"),
                List.of(),
                Set.of("C"),
                ZoneOffset.UTC,
                Instant.EPOCH,
                Instant.EPOCH);
        assertThat(Origin.of(row)).isEqualTo("net menders");
    }
}
