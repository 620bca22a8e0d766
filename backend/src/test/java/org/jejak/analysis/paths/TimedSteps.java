package org.jejak.analysis.paths;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.network.Key;

/** Payments and movements as one writes them. */
public final class TimedSteps {

    private TimedSteps() {}

    public static Key key(String name) {
        return new Key("T:" + name);
    }

    public static Instant day(int day) {
        return Instant.parse("2015-01-01T00:00:00Z").plus(Duration.ofDays(day));
    }

    /** Known to the day. */
    public static TimedStep pays(String from, String to, int day, double amount) {
        return pays(from, to, day, day + 1, amount, "MYR");
    }

    /** Some day before {@code until}. */
    public static TimedStep pays(String from, String to, int begins, int until, double amount, String currency) {
        return TimedStep.payment(
                key(from),
                key(to),
                day(begins),
                day(until),
                List.of(Key.of("T", "payments", from + to + begins)),
                OptionalDouble.of(amount),
                currency);
    }

    public static TimedStep travels(String from, String to, int leaves, int arrives, String... who) {
        return travels(from, to, leaves, arrives, OptionalInt.empty(), who);
    }

    /** @param heads all that were counted, the named among them */
    public static TimedStep travels(String from, String to, int leaves, int arrives, OptionalInt heads, String... who) {
        Set<Key> named = Stream.of(who).map(TimedSteps::key).collect(Collectors.toSet());
        return new TimedStep(
                key(from),
                key(to),
                day(leaves),
                day(leaves + 1),
                day(arrives),
                day(arrives + 1),
                List.of(Key.of("T", "movements", from + to + leaves)),
                OptionalDouble.empty(),
                "",
                named,
                heads,
                false);
    }
}
