package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidTimeTest {

    private static ValidTime of(String file, Map<String, String> cells) {
        return ValidTime.of(file, column -> cells.getOrDefault(column, ""));
    }

    private static boolean mayHold(ValidTime time, String first, String last) {
        return time.mayHoldBetween(
                Optional.of(first).filter(day -> !day.isEmpty()),
                Optional.of(last).filter(day -> !day.isEmpty()));
    }

    @Test
    void whoBeganAndIsNotSaidToHaveEndedMayGoOn() {
        for (String end : new String[] {"", "open"}) {
            var guards = of("links", Map.of("from", "2012", "to", end));
            assertThat(mayHold(guards, "2014-01-01", "2014-12-31")).isTrue();
            assertThat(mayHold(guards, "", "2011-12-31")).isFalse();
            assertThat(guards).hasToString("2012 –");
        }
    }

    @Test
    void whatEndedIsNoMoreAlthoughNobodySaysWhenItBegan() {
        var guards = of("links", Map.of("to", "2012-06"));
        assertThat(mayHold(guards, "2012-06-30", "")).isTrue();
        assertThat(mayHold(guards, "2012-07-01", "")).isFalse();
        assertThat(guards).hasToString("– 2012-06");
    }

    @Test
    void anEventIsOnItsDayOnly() {
        var call = of("contacts", Map.of("time", "2015-01-03T10:00"));
        assertThat(mayHold(call, "2015-01-03", "2015-01-03")).isTrue();
        assertThat(mayHold(call, "2015-01-04", "")).isFalse();
        assertThat(mayHold(call, "", "2015-01-02")).isFalse();
        assertThat(call).hasToString("2015-01-03T10:00");
    }

    @Test
    void aYearMayBeAnyOfItsDays() {
        var payment = of("payments", Map.of("time", "2014"));
        assertThat(mayHold(payment, "2014-12-31", "2015-06-01")).isTrue();
        assertThat(mayHold(payment, "2013-06-01", "2014-01-01")).isTrue();
        assertThat(mayHold(payment, "2015-01-01", "")).isFalse();
        assertThat(mayHold(payment, "", "2013-12-31")).isFalse();
    }

    @Test
    void aJourneyOfWhichOneEndIsKnownIsAnEvent() {
        var journey = of("movements", Map.of("arrived", "2015-01-06"));
        assertThat(mayHold(journey, "2015-01-07", "")).isFalse();
        assertThat(mayHold(journey, "", "2015-01-05")).isFalse();
        assertThat(of("movements", Map.of("departed", "2015-01-05", "arrived", "2015-01-06")))
                .hasToString("2015-01-05 – 2015-01-06");
    }

    @Test
    void aShiftHasItsTimeToo() {
        var shift = of("shifts", Map.of("start", "2015-01-05T22:00", "end", "2015-01-06T06:00"));
        assertThat(mayHold(shift, "2015-01-06", "")).isTrue();
        assertThat(mayHold(shift, "2015-01-07", "")).isFalse();
    }

    @Test
    void theOrganizationThatSomebodyIsReferredToIsNoTime() {
        var referral = of("referrals", Map.of("to", "X:shelter", "requested", "2015-06-01"));
        assertThat(referral).isEqualTo(new ValidTime("2015-06-01", "2015-06-01"));
    }

    @Test
    void whatHasNoTimeIsNeverSetAside() {
        assertThat(of("links", Map.of()).isKnown()).isFalse();
        assertThat(of("persons", Map.of()).isKnown()).isFalse();
        assertThat(of("of_another_version", Map.of("time", "2015")).isKnown()).isFalse();
        assertThat(mayHold(ValidTime.UNKNOWN, "2015-01-01", "2015-01-01")).isTrue();
        assertThat(ValidTime.UNKNOWN).hasToString("");
    }

    @Test
    void severalTogetherReachFromTheFirstToTheLast() {
        var call = of("contacts", Map.of("time", "2015-01-03T10:00"));
        var payment = of("payments", Map.of("time", "2014"));
        var link = of("links", Map.of("from", "2014-06"));
        assertThat(call.spanning(payment)).isEqualTo(new ValidTime("2014", "2015-01-03T10:00"));
        assertThat(link.spanning(call)).isEqualTo(new ValidTime("2014-06", ""));
        assertThat(ValidTime.UNKNOWN.spanning(call)).isEqualTo(call);
        assertThat(call.spanning(ValidTime.UNKNOWN)).isEqualTo(call);
    }

    /** One in the morning at Penang is five in the afternoon of the day before at Greenwich. */
    @Test
    void timesOfSeveralOffsetsAreComparedAsInstants() {
        var penang = of("contacts", Map.of("time", "2019-05-02T01:00+08:00"));
        var greenwich = of("contacts", Map.of("time", "2019-05-01T20:00Z"));
        assertThat(penang.spanning(greenwich))
                .isEqualTo(greenwich.spanning(penang))
                .isEqualTo(new ValidTime("2019-05-02T01:00+08:00", "2019-05-01T20:00Z"));
    }

    @Test
    void aYearEndsAfterEachOfItsMonths() {
        var year = of("payments", Map.of("time", "2019"));
        var june = of("payments", Map.of("time", "2019-06"));
        assertThat(year.spanning(june).to()).isEqualTo("2019");
        assertThat(june.spanning(year).to()).isEqualTo("2019");
        assertThat(of("payments", Map.of("time", "soon")).spanning(june)).isEqualTo(new ValidTime("2019-06", "soon"));
    }

    /** A column that is a time and of no row's time would never be asked about. */
    @Test
    void everyFileWithATimeHasOne() {
        for (RecordFile file : RecordFile.values()) {
            boolean timed = file.columns().stream()
                    .anyMatch(column -> column.type().isTime() && !column.name().contains("birth"));
            var time = ValidTime.of(file.fileName(), column -> column);
            assertThat(time.isKnown()).as(file.fileName()).isEqualTo(timed && file != RecordFile.PERSONS);
        }
    }
}
