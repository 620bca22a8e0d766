package org.jejak.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down, for each user name and for each address apart: after some failures in a row the next try waits
 * twice as long each time. It forgets at a restart, which nobody outside can cause.
 */
final class LoginThrottle {

    private static final int FREE_FOR_A_USER = 5;
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private record Failures(int inARow, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this user from this address has to wait; zero if not at all. */
    synchronized Duration wait(String user, String address) {
        var forUser = left("user " + user, FREE_FOR_A_USER);
        var forAddress = left("address " + address, FREE_FOR_AN_ADDRESS);
        return forUser.compareTo(forAddress) >= 0 ? forUser : forAddress;
    }

    private Duration left(String who, int free) {
        var past = failures.get(who);
        if (past == null || past.inARow() < free) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(past.inARow() - free, 10));
        var end = past.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        var left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String user, String address) {
        count("user " + user);
        count("address " + address);
    }

    private void count(String who) {
        failures.merge(who, new Failures(1, clock.instant()), (past, now) -> {
            boolean forgotten = past.last().plus(LONGEST.multipliedBy(2)).isBefore(now.last());
            return forgotten ? now : new Failures(past.inARow() + 1, now.last());
        });
    }

    /** A right password ends the row of that user; that of the address stands, for it may have tried many names. */
    synchronized void succeeded(String user) {
        failures.remove("user " + user);
    }
}
