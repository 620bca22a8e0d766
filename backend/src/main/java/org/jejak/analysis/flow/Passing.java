package org.jejak.analysis.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jejak.analysis.paths.TimedStep;
import org.jejak.network.Key;

/**
 * One record that something passed: all steps it makes between those who may have held an account, together, because
 * together they pass no more than the record says.
 *
 * @param seats who may carry how much: nobody in particular for money, each person named on a movement, and whoever was
 *     counted but not named
 */
record Passing(TimedStep step, Set<Key> givers, Set<Key> takers, List<Seat> seats) {

    /** @param who null for money and for whoever was not named */
    record Seat(@org.jspecify.annotations.Nullable Key who, BigDecimal holds) {}

    private record SameRecord(
            List<Key> records, Instant leavesFrom, Instant leavesUntil, Instant arrivesFrom, Instant arrivesUntil) {}

    private static final Comparator<Passing> ORDER = Comparator.comparing((Passing p) -> p.step.leavesFrom())
            .thenComparing(p -> p.step.arrivesFrom())
            .thenComparing(p -> p.step.records().toString())
            .thenComparing(p -> p.step.from())
            .thenComparing(p -> p.step.to())
            .thenComparing(p -> p.step.leavesUntil())
            .thenComparing(p -> p.step.arrivesUntil());

    /** Those of one unit, by time. */
    static List<Passing> of(Collection<TimedStep> steps) {
        Map<SameRecord, List<TimedStep>> together = new LinkedHashMap<>();
        List<Passing> passings = new ArrayList<>();
        for (TimedStep step : steps) {
            if (step.inferred()) {
                passings.add(of(List.of(step), step));
            } else {
                together.computeIfAbsent(
                                new SameRecord(
                                        step.records(),
                                        step.leavesFrom(),
                                        step.leavesUntil(),
                                        step.arrivesFrom(),
                                        step.arrivesUntil()),
                                any -> new ArrayList<>())
                        .add(step);
            }
        }
        together.values().forEach(same -> passings.add(of(same, same.getFirst())));
        passings.removeIf(passing -> passing.seats.isEmpty());
        passings.sort(ORDER);
        return passings;
    }

    private static Passing of(List<TimedStep> same, TimedStep first) {
        Set<Key> givers = new TreeSet<>();
        Set<Key> takers = new TreeSet<>();
        same.forEach(step -> {
            givers.add(step.from());
            takers.add(step.to());
        });
        return new Passing(first, givers, takers, seats(first));
    }

    private static List<Seat> seats(TimedStep step) {
        List<Seat> seats = new ArrayList<>();
        if (step.amount().isPresent()) {
            seats.add(new Seat(null, BigDecimal.valueOf(step.amount().getAsDouble())));
        } else {
            new TreeSet<>(step.carried()).forEach(who -> seats.add(new Seat(who, BigDecimal.ONE)));
            int unnamed = step.heads().orElse(0) - step.carried().size();
            if (unnamed > 0) {
                seats.add(new Seat(null, BigDecimal.valueOf(unnamed)));
            }
        }
        seats.removeIf(seat -> seat.holds().signum() <= 0);
        return seats;
    }

    /** Empty where nothing says how much. */
    static String unit(TimedStep step) {
        if (step.amount().isPresent()) {
            return step.unit();
        }
        return step.heads().isPresent() || !step.carried().isEmpty() ? UnitFlow.PERSONS : "";
    }

    boolean mayGive(Set<Key> some) {
        return givers.stream().anyMatch(some::contains);
    }

    boolean mayTake(Set<Key> some) {
        return takers.stream().anyMatch(some::contains);
    }

    /** The first of those who may have taken this and given the next, apart from {@code ends}. */
    java.util.Optional<Key> holderBetween(Passing next, Set<Key> ends) {
        return takers.stream()
                .filter(next.givers::contains)
                .filter(holder -> !ends.contains(holder))
                .findFirst();
    }

    /** The same from and to whom somebody is known to have passed {@code amount} of it. */
    TimedStep passed(Key giver, Key taker, BigDecimal amount) {
        return step.between(giver, taker, unit(step)).carrying(amount);
    }
}
