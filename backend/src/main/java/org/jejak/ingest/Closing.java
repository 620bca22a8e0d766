package org.jejak.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jejak.cypher.CypherLibrary;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * The end of a load. While rows are written nobody sees them and nothing that was there before changes: what the new
 * rows do to the old ones (supersede, withdraw, complete) waits until all are written. Then it is done in one
 * transaction with the load's last mark, so that readers see the whole load or nothing of it.
 *
 * <p>Where more than {@link #AT_ONCE} old rows change, one transaction would not fit in memory: then the new rows are
 * opened first and the old ones follow a page at a time, each row whole.
 */
final class Closing {

    private static final int AT_ONCE = 20_000;
    private static final int PAGE = 2_000;

    private final Driver driver;
    private final CypherLibrary cypher;
    private final Things things;
    private final Settling settling;
    private final Releasing releasing;
    private final String load;
    private final long recorded;

    /** Writes the last mark of the load, knowing which rows no longer wait: which loads they are of. */
    interface Ending {
        void finish(TransactionContext tx, List<Releasing.Row> released);
    }

    Closing(
            Driver driver,
            CypherLibrary cypher,
            Things things,
            Settling settling,
            Releasing releasing,
            LoadContext load) {
        this.driver = driver;
        this.cypher = cypher;
        this.things = things;
        this.settling = settling;
        this.releasing = releasing;
        this.load = load.id();
        this.recorded = load.recordedMillis();
    }

    /**
     * Ends the load.
     *
     * @param again how many of its rows were there before in some version, or withdraw others
     * @param dryRun whether only to find out what would happen
     */
    void close(Session session, long again, boolean dryRun, Ending ending) {
        if (again <= AT_ONCE && atOnce(session, again, dryRun, ending)) {
            return;
        }
        things.forgetAll();
        if (dryRun) {
            rehearse(
                    session,
                    tx -> ending.finish(tx, releasing.release(tx, recorded).rows()));
            return;
        }
        session.executeWriteWithoutResult(
                tx -> tx.run(cypher.text(Queries.OPEN_LOAD), Map.of("id", load)).consume());
        var outward = new LinkedHashSet<String>();
        try (Session reading = driver.session()) {
            var page = new LinkedHashSet<String>();
            var rows = reading.run(cypher.text(Queries.FIND_AGAIN), Map.of("id", load));
            while (rows.hasNext()) {
                add(rows.next().get("keys"), page);
                if (page.size() >= PAGE || !rows.hasNext()) {
                    var keys = List.copyOf(page);
                    outward.addAll(session.executeWrite(tx -> settling.settle(tx, keys)));
                    page.clear();
                }
            }
        }
        new Dependents(driver, cypher, settling).settle(session, outward);
        var released = session.executeWrite(tx -> releasing.release(tx, recorded));
        new Dependents(driver, cypher, settling).settle(session, released.outward());
        session.executeWriteWithoutResult(tx -> ending.finish(tx, released.rows()));
    }

    /** All in one transaction; false, and nothing done, if that would be too much. */
    private boolean atOnce(Session session, long again, boolean dryRun, Ending ending) {
        Consumer<TransactionContext> all = tx -> {
            var keys = new LinkedHashSet<String>();
            if (again > 0) {
                tx.run(cypher.text(Queries.FIND_AGAIN), Map.of("id", load))
                        .forEachRemaining(r -> add(r.get("keys"), keys));
            }
            settleDependents(tx, settling.settle(tx, keys));
            var released = releasing.release(tx, recorded);
            settleDependents(tx, released.outward());
            ending.finish(tx, released.rows());
        };
        try {
            if (dryRun) {
                rehearse(session, all);
            } else {
                session.executeWriteWithoutResult(all);
            }
            return true;
        } catch (TooMuch moreThanFitsInOne) {
            return false;
        }
    }

    /** Does it and takes it back. */
    private static void rehearse(Session session, Consumer<TransactionContext> work) {
        try {
            session.executeWriteWithoutResult(tx -> {
                work.accept(tx);
                throw new Rehearsed();
            });
        } catch (Rehearsed done) {
            // which rolled the transaction back, as it was meant to
        }
    }

    /** Rolls a transaction back that did all it should. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Rolls a transaction back that would grow too large. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void settleDependents(TransactionContext tx, Collection<String> outward) {
        Set<String> dependents = new HashSet<>();
        for (List<String> page : Settling.pages(outward)) {
            var rows = tx.run(cypher.text(Queries.FIND_DEPENDENTS), Map.of("keys", page));
            while (rows.hasNext()) {
                dependents.add(rows.next().get("key").asString());
                if (dependents.size() > AT_ONCE) {
                    throw new TooMuch();
                }
            }
        }
        settling.settle(tx, dependents);
    }

    private static void add(Value keys, Collection<String> to) {
        keys.values().forEach(key -> to.add(key.asString()));
    }
}
