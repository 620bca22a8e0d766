package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jejak.network.PartialTime;
import org.junit.jupiter.api.Test;

class PathTimesTest {

    private static PartialTime utc(String time) {
        return PartialTime.parse(time, ZoneOffset.UTC);
    }

    /** One in the morning at Kota Bharu is five in the afternoon before at Greenwich. */
    @Test
    void theEarliestTimeIsTheFirstInstantAndNotTheFirstText() {
        assertThat(PathTimes.earliest(Stream.of(utc("2019-05-01T20:00Z"), utc("2019-05-02T01:00+08:00"))))
                .isEqualTo("2019-05-02T01:00+08:00");
        assertThat(PathTimes.earliest(Stream.of(
                        utc("2019-05-01T20:00"),
                        PartialTime.parse("2019-05-02T01:00", ZoneId.of("Asia/Kuala_Lumpur")))))
                .as("each in the zone of its delivery")
                .isEqualTo("2019-05-02T01:00");
    }

    @Test
    void whatNobodyDatesHasNoTime() {
        assertThat(PathTimes.earliest(Stream.of())).isNull();
    }
}
