package org.jejak.analysis.paths;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jejak.network.Key;

/**
 * Something passed from one to another at a time: money from payer to payee, people from place to place. Times are as
 * exactly known as they were written: each is an interval, of which the end is no longer part.
 *
 * @param records that say so; for an inferred step those that make it likely
 * @param amount of money, in {@code unit}; empty where nothing was counted
 * @param carried who was on the way; empty where that is not known
 * @param heads how many were on the way, the unnamed included; empty where nobody was counted
 * @param inferred whether no record says that this happened: cash or hawala between two who know each other, between one
 *     who received and one who paid as much
 */
public record TimedStep(
        Key from,
        Key to,
        Instant leavesFrom,
        Instant leavesUntil,
        Instant arrivesFrom,
        Instant arrivesUntil,
        List<Key> records,
        OptionalDouble amount,
        String unit,
        Set<Key> carried,
        OptionalInt heads,
        boolean inferred) {

    public TimedStep {
        records = List.copyOf(records);
        carried = Set.copyOf(carried);
        if (!leavesFrom.isBefore(leavesUntil) || !arrivesFrom.isBefore(arrivesUntil)) {
            throw new IllegalArgumentException("a time has a beginning before its end");
        }
    }

    /** One that arrives as it leaves. */
    public static TimedStep payment(
            Key from, Key to, Instant begins, Instant until, List<Key> records, OptionalDouble amount, String unit) {
        return new TimedStep(
                from, to, begins, until, begins, until, records, amount, unit, Set.of(), OptionalInt.empty(), false);
    }

    /** The same record, told of two others whom it may as well be about. */
    public TimedStep between(Key giver, Key taker, String of) {
        return new TimedStep(
                giver,
                taker,
                leavesFrom,
                leavesUntil,
                arrivesFrom,
                arrivesUntil,
                records,
                amount,
                of,
                carried,
                heads,
                inferred);
    }

    /** The same, where no more than this is asked about. */
    public TimedStep carrying(BigDecimal part) {
        return new TimedStep(
                from,
                to,
                leavesFrom,
                leavesUntil,
                arrivesFrom,
                arrivesUntil,
                records,
                OptionalDouble.of(part.doubleValue()),
                unit,
                carried,
                heads,
                inferred);
    }
}
