package org.jejak.analysis.paths;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jejak.network.Key;

/**
 * Something passed from one to another at a time: money from payer to payee, people from place to place. Times are as
 * exactly known as they were written: each is an interval, of which the end is no longer part.
 *
 * @param records that say so; for an inferred step those that make it likely
 * @param amount of money, in {@code unit}; empty where nothing was counted
 * @param carried who was on the way; empty where that is not known
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
        return new TimedStep(from, to, begins, until, begins, until, records, amount, unit, Set.of(), false);
    }
}
