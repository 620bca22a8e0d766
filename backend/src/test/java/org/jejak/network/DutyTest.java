package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long a duty lasts, and what contact it explains. */
class DutyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");
    private static final Key OFFICER = Key.of("N", "officer");
    private static final Key ANA = Key.of("N", "ana");
    private static final Key BEN = Key.of("N", "ben");
    private static final Key LORRY = Key.of("N", "lorry");
    private static final Set<Key> PERSONS = Set.of(OFFICER, ANA, BEN);

    private static PartialTime time(String text) {
        return PartialTime.parse(text, ZONE);
    }

    private static Span span(String time, String until) {
        return Duty.span(
                time(time), Optional.of(until).filter(u -> !u.isEmpty()).map(DutyTest::time), ZONE);
    }

    private static Key phone(String id) {
        return Key.of("N", id);
    }

    @Test
    void fromTheFirstInstantOfItsTimeToTheLastOfItsUntil() {
        assertThat(span("2015-03-07T21:10", "2015-03-08T02:00"))
                .isEqualTo(new Span(Instant.parse("2015-03-07T13:10:00Z"), Instant.parse("2015-03-07T18:01:00Z")));
        assertThat(span("2015-03-07T21:10", "2015-03-08").until()).isEqualTo(Instant.parse("2015-03-08T16:00:00Z"));
    }

    @Test
    void withoutAnUntilThatDayWhereTheRecordsWereMade() {
        var that = new Span(Instant.parse("2015-03-06T16:00:00Z"), Instant.parse("2015-03-07T16:00:00Z"));
        assertThat(span("2015-03-07T21:10", "")).isEqualTo(that);
        assertThat(span("2015-03-07", "")).isEqualTo(that);
        assertThat(span("2015-03-06T17:00Z", ""))
                .as("01:00 on the seventh there")
                .isEqualTo(that);
    }

    @Test
    void aTimeThatNamesNoDayIsAllOfIt() {
        assertThat(span("2015", ""))
                .isEqualTo(new Span(Instant.parse("2014-12-31T16:00:00Z"), Instant.parse("2015-12-31T16:00:00Z")));
    }

    private static VisibleRecord row(Map<String, String> cells) {
        return new VisibleRecord(
                new Key("N:duties/d1"), "duties", cells, List.of(), Set.of("C"), ZONE, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void aRowThatDoesNotSayWhoseOrWhenIsNoDuty() {
        assertThat(Duty.of(row(Map.of("official", "N:officer", "subjects", "N:ana|N:ben", "time", "2015-03-07"))))
                .hasValueSatisfying(duty -> {
                    assertThat(duty.official()).isEqualTo(OFFICER);
                    assertThat(duty.subjects()).containsExactlyInAnyOrder(ANA, BEN);
                    assertThat(duty.span()).isEqualTo(span("2015-03-07", ""));
                });
        assertThat(Duty.of(row(Map.of("subjects", "N:ana", "time", "2015-03-07"))))
                .isEmpty();
        assertThat(Duty.of(row(Map.of("official", "N:officer", "subjects", "N:ana"))))
                .isEmpty();
    }

    private static boolean explains(Set<Key> subjects, Key a, Key b, String when) {
        var same = new SharedIdentifiers(Map.of(phone("f1"), List.of("+60"), phone("f9"), List.of("+60")));
        var holdings = new Holdings<String>(same, PERSONS::contains);
        holdings.add(ANA, "uses", phone("f1"), Span.ALWAYS, "l1");
        holdings.add(OFFICER, "holds", phone("f2"), Span.ALWAYS, "l2");
        holdings.add(BEN, "owns", LORRY, Span.ALWAYS, "l3");
        holdings.add(BEN, "uses", phone("f3"), Span.of(time("2014")), "l4");
        var duty = new Duty(new Key("N:duties/d1"), OFFICER, subjects, span("2015-03-07", ""));
        return new DutyExplains(DutyExplains.byOfficial(List.of(duty)), holdings, LORRY::equals)
                .between(a, b, Span.of(time(when)))
                .isPresent();
    }

    @Test
    void theOtherIsASubjectOrTheirPhoneByWhicheverRowItsNumberIsKnown() {
        for (Key official : List.of(OFFICER, phone("f2"))) {
            for (Key other : List.of(ANA, phone("f1"), phone("f9"))) {
                assertThat(explains(Set.of(ANA), official, other, "2015-03-07T09:00"))
                        .isTrue();
                assertThat(explains(Set.of(ANA), other, official, "2015-03-07T09:00"))
                        .as("whoever reached out")
                        .isTrue();
                assertThat(explains(Set.of(BEN), official, other, "2015-03-07T09:00"))
                        .isFalse();
            }
        }
    }

    @Test
    void aSubjectThatIsAPhoneIsWhoeverHeldItThen() {
        assertThat(explains(Set.of(phone("f9")), OFFICER, ANA, "2015-03-07")).isTrue();
        assertThat(explains(Set.of(phone("f9")), OFFICER, phone("f1"), "2015-03-07"))
                .isTrue();
        assertThat(explains(Set.of(phone("f3")), OFFICER, BEN, "2015-03-07"))
                .as("a phone given up the year before")
                .isFalse();
    }

    @Test
    void theSearchOfALorryDoesNotExplainACallToItsOwner() {
        assertThat(explains(Set.of(LORRY), OFFICER, BEN, "2015-03-07")).isFalse();
    }

    @Test
    void nothingIsExplainedOnAnotherDayOrOfAnotherOfficial() {
        assertThat(explains(Set.of(ANA), OFFICER, ANA, "2015-03-08T00:00")).isFalse();
        assertThat(explains(Set.of(ANA), OFFICER, ANA, "2015-03"))
                .as("may be that day")
                .isTrue();
        assertThat(explains(Set.of(ANA), BEN, ANA, "2015-03-07")).isFalse();
    }
}
