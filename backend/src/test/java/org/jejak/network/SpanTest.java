package org.jejak.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether two times agree. */
class SpanTest {

    private static Span span(@Nullable String from, @Nullable String to) {
        return Span.between(time(from), time(to));
    }

    private static Optional<PartialTime> time(@Nullable String text) {
        return Optional.ofNullable(text).map(t -> PartialTime.parse(t, ZoneOffset.UTC));
    }

    @Test
    void anEndIsTheWholeOfWhatItMayMean() {
        assertThat(span("2011", "2013").mayOverlap(span("2013-12-31T23:59", null)))
                .isTrue();
        assertThat(span("2011", "2013").mayOverlap(span("2014", null))).isFalse();
        assertThat(span("2011", "2013").mayHoldAt(Instant.parse("2014-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void anUnknownEndDoesNotLimit() {
        assertThat(span(null, "2013").mayOverlap(span("1950", "1951"))).isTrue();
        assertThat(span("2013", null).mayOverlap(span("2100", "2101"))).isTrue();
        assertThat(span("2013", null).mayOverlap(span("2011", "2012"))).isFalse();
        assertThat(Span.ALWAYS.mayOverlap(Span.ALWAYS)).isTrue();
        assertThat(Span.of(Optional.empty())).isEqualTo(Span.ALWAYS);
    }

    /** The oracle goes through the days one by one. */
    @Test
    void twoSpansAgreeExactlyIfTheyHaveADayInCommon() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var one = days(random);
            var other = days(random);
            boolean met = false;
            for (var day = FIRST.minusDays(1); !day.isAfter(FIRST.plusDays(12)); day = day.plusDays(1)) {
                var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                met |= one.mayHoldAt(at) && other.mayHoldAt(at);
            }
            assertThat(one.mayOverlap(other)).as(one + " and " + other).isEqualTo(met);
            assertThat(other.mayOverlap(one)).isEqualTo(met);
            if (other.from() != null && other.until() != null) {
                assertThat(one.mayOverlap(other.from(), other.until())).isEqualTo(met);
            }
        }
    }

    private static final LocalDate FIRST = LocalDate.of(2015, 3, 1);

    private static Span days(Random random) {
        int from = random.nextInt(10);
        int to = from + random.nextInt(11 - from);
        return span(
                random.nextInt(4) == 0 ? null : FIRST.plusDays(from).toString(),
                random.nextInt(4) == 0 ? null : FIRST.plusDays(to).toString());
    }

    /** Drawings pass over what was not true then by the days as they are written, without a zone: it is the same. */
    @Test
    void daysAsTheyAreWrittenAgreeAsInstantsDo() {
        var random = new Random(7);
        int agreed = 0;
        for (int i = 0; i < 5_000; i++) {
            String from = written(random);
            String to = written(random);
            if (!from.isEmpty()
                    && !to.isEmpty()
                    && !time(from)
                            .orElseThrow()
                            .from()
                            .isBefore(time(to).orElseThrow().until())) {
                continue;
            }
            var first = random.nextInt(4) == 0 ? Optional.<String>empty() : Optional.of(day(random));
            var last = first.filter(any -> random.nextBoolean());
            var valid = new ValidTime(from, to);
            var asked = Span.between(first.flatMap(SpanTest::time), last.flatMap(SpanTest::time));
            boolean holds = valid.mayHoldBetween(first, last);
            assertThat(holds)
                    .as(valid + " in " + first + " to " + last)
                    .isEqualTo(span(from.isEmpty() ? null : from, to.isEmpty() ? null : to)
                            .mayOverlap(asked));
            agreed += holds ? 1 : 0;
        }
        assertThat(agreed).isBetween(500, 4_500);
    }

    private static String day(Random random) {
        return LocalDate.of(2013, 11, 1).plusDays(random.nextInt(500)).toString();
    }

    private static String written(Random random) {
        String day = day(random);
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> day.substring(0, 4);
            case 2 -> day.substring(0, 7);
            case 3 -> day + "T0" + random.nextInt(10) + ":30";
            default -> day;
        };
    }
}
