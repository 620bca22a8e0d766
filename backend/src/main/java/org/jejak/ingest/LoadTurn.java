package org.jejak.ingest;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ClientException;

/**
 * One load at a time: whoever writes records has the turn, in the graph itself, so that the processes that share a store
 * share the turn too. A turn whose process is gone is free.
 */
final class LoadTurn implements AutoCloseable {

    private final Driver driver;
    private final CypherLibrary cypher;
    private final long pid = ProcessHandle.current().pid();
    private final long started = ManagementFactory.getRuntimeMXBean().getStartTime();

    private LoadTurn(Driver driver, CypherLibrary cypher) {
        this.driver = driver;
        this.cypher = cypher;
    }

    /**
     * Takes the turn.
     *
     * @throws LoadBusy if another load is running
     */
    static LoadTurn take(Driver driver, CypherLibrary cypher) {
        var turn = new LoadTurn(driver, cypher);
        if (!turn.tryTake()) {
            turn.freeIfAbandoned();
            if (!turn.tryTake()) {
                throw new LoadBusy("another load is running; wait until it is done");
            }
        }
        return turn;
    }

    /** Frees the turn of a process that is gone. */
    static void freeAbandoned(Driver driver, CypherLibrary cypher) {
        new LoadTurn(driver, cypher).freeIfAbandoned();
    }

    private boolean tryTake() {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(
                    tx -> tx.run(cypher.text(Queries.TAKE_TURN), Map.of("pid", pid, "started", started, "host", host()))
                            .consume());
            return true;
        } catch (ClientException taken) {
            if (taken.code().contains("Constraint")) {
                return false;
            }
            throw taken;
        }
    }

    private void freeIfAbandoned() {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> {
                var found = tx.run(cypher.text(Queries.READ_TURN)).list();
                for (var turn : found) {
                    long holder = turn.get("pid").asLong();
                    long since = turn.get("started").asLong();
                    boolean here = turn.get("host").asString().equals(host());
                    if (here && !isAlive(holder, since)) {
                        tx.run(cypher.text(Queries.END_TURN), Map.of("pid", holder, "started", since))
                                .consume();
                    }
                }
            });
        }
    }

    /** Whether the process is the one that took the turn: numbers are used again, start times are not. */
    private boolean isAlive(long holder, long since) {
        if (holder == pid) {
            return since == started;
        }
        return ProcessHandle.of(holder)
                .filter(ProcessHandle::isAlive)
                .map(p -> p.info()
                        .startInstant()
                        .map(s -> Math.abs(s.toEpochMilli() - since) < 60_000)
                        .orElse(true))
                .orElse(false);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public void close() {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(
                    tx -> tx.run(cypher.text(Queries.END_TURN), Map.of("pid", pid, "started", started))
                            .consume());
        }
    }
}
