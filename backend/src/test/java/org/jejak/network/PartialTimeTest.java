package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialTimeTest {

    private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2015,                          YEAR,     2014-12-31T16:00:00Z, P365D
            2016,                          YEAR,     2015-12-31T16:00:00Z, P366D
            2015-02,                       MONTH,    2015-01-31T16:00:00Z, P28D
            2015-03-07,                    DAY,      2015-03-06T16:00:00Z, P1D
            2015-03-07T21:10,              MINUTE,   2015-03-07T13:10:00Z, PT1M
            2015-03-07T21:10:05,           SECOND,   2015-03-07T13:10:05Z, PT1S
            2015-03-07T21:10:05.25,        FRACTION, 2015-03-07T13:10:05.25Z, PT0.01S
            2015-03-07T21:10Z,             MINUTE,   2015-03-07T21:10:00Z, PT1M
            2015-03-07T21:10:05+07:00,     SECOND,   2015-03-07T14:10:05Z, PT1S
            """)
    void standsForTheIntervalOfItsPrecision(
            String text, PartialTime.Precision precision, Instant from, Duration width) {
        var time = PartialTime.parse(text, KUALA_LUMPUR);
        assertThat(time.precision()).isEqualTo(precision);
        assertThat(time.from()).isEqualTo(from);
        assertThat(Duration.between(time.from(), time.until())).isEqualTo(width);
        assertThat(time.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-30",
                "2015-13",
                "15",
                "2015-3-7",
                "2015-03-07T24:10",
                "2015-03-07 21:10",
                "2015-W10",
                "2015-03-07T21",
                "2015-03-07T21:10:05.",
                "20150307",
                "2015-03-07T21:10+7",
                ""
            })
    void refusesOtherFormsAndDaysThatNeverWere(String text) {
        assertThatThrownBy(() -> PartialTime.parse(text, ZoneOffset.UTC)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void takesTheEarlierOffsetWhereClocksWentBackAndSaysSo() {
        var berlin = ZoneId.of("Europe/Berlin");
        var twice = PartialTime.parse("2015-10-25T02:30", berlin);
        assertThat(twice.ambiguous()).isTrue();
        assertThat(twice.from()).isEqualTo(Instant.parse("2015-10-25T00:30:00Z"));
        assertThatThrownBy(() -> PartialTime.parse("2015-03-29T02:30", berlin)).hasMessageContaining("clocks skipped");
    }

    @Test
    void aRowSaysWhichOfItsTimesOccurredTwice() {
        var row = new VisibleRecord(
                new Key("A:custody/1"),
                "custody",
                java.util.Map.of("in", "2015-10-25T02:30", "out", "2015-10-25T02:30+01:00", "person", "A:p1"),
                java.util.List.of(),
                java.util.Set.of(),
                java.time.ZoneId.of("Europe/Berlin"),
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH);
        assertThat(row.ambiguousTimes()).containsExactly("in");
    }

    @Test
    void agreesWithWhateverItMayOverlap() {
        var year = PartialTime.parse("2015", ZoneOffset.UTC);
        var day = PartialTime.parse("2015-03-07", ZoneOffset.UTC);
        var next = PartialTime.parse("2015-03-08", ZoneOffset.UTC);
        assertThat(Span.of(year).mayOverlap(Span.of(day))).isTrue();
        assertThat(Span.of(day).mayOverlap(Span.of(next))).isFalse();
    }
}
