package org.jejak.store;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/**
 * The open graph store of one home: the embedded Neo4j of this process, the one another process runs on the same home,
 * or an external server. Whoever uses it sees a Bolt driver and cannot tell which.
 */
public final class GraphStore implements AutoCloseable {

    /** What to do where another process already runs on the home. */
    public enum Sharing {
        /** Work through the running one. */
        JOIN,
        /** Refuse: this process means to be the one that stays. */
        OWN
    }

    /** A Neo4j server that somebody else runs. */
    public record External(URI uri, String user, String password) {

        @Override
        public String toString() {
            return "External[" + uri + "]";
        }
    }

    private final @Nullable HomeLock lock;
    private final @Nullable EmbeddedNeo4j embedded;
    private final Driver driver;
    private final AtomicBoolean closed = new AtomicBoolean();

    private GraphStore(@Nullable HomeLock lock, @Nullable EmbeddedNeo4j embedded, Driver driver) {
        this.lock = lock;
        this.embedded = embedded;
        this.driver = driver;
    }

    /**
     * Opens the store of {@code home}, brings its schema up to date, and says to other processes how to join.
     *
     * @throws HomeInUse if another process holds the home and {@code sharing} is {@link Sharing#OWN}, if the running one
     *     cannot be joined, or if the home cannot be written
     * @throws StoreUnusable if what lies there cannot be opened
     */
    public static GraphStore open(Home home, Sharing sharing) {
        var holder = HomeLock.take(home);
        if (holder.isEmpty()) {
            if (sharing == Sharing.OWN) {
                throw new HomeInUse(HomeLock.whoHolds(home));
            }
            var joined = HomeLock.awaitHolder(home);
            return new GraphStore(null, null, connect(joined.uri(), "neo4j", joined.password()));
        }
        return open(home, holder.get());
    }

    private static GraphStore open(Home home, HomeLock lock) {
        EmbeddedNeo4j embedded = null;
        try {
            embedded = EmbeddedNeo4j.start(home);
            var driver = connect(embedded.uri(), "neo4j", embedded.password());
            new Migrations(driver).run();
            lock.announce(embedded.uri());
            return new GraphStore(lock, embedded, driver);
        } catch (RuntimeException failed) {
            if (embedded != null) {
                embedded.close();
            }
            lock.close();
            throw failed instanceof HomeInUse told ? told : StoreUnusable.of(home, failed);
        }
    }

    /**
     * A store that another thread is opening. Half of a start is Neo4j's and half the pages'; on two cores they go side by
     * side.
     */
    public static final class Opening implements AutoCloseable {

        private final FutureTask<GraphStore> opened;

        private Opening(Home home, HomeLock lock) {
            opened = new FutureTask<>(() -> open(home, lock));
            Thread.ofPlatform().name("store-opening").start(opened);
        }

        /**
         * Waits for the store.
         *
         * @throws HomeInUse if it cannot be had
         * @throws StoreUnusable if it cannot be opened
         */
        GraphStore await() {
            try {
                return opened.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the store was opening", stop);
            }
        }

        /** Closes what was opened, for a start that failed elsewhere. */
        @Override
        public void close() {
            try {
                await().close();
            } catch (HomeInUse | StoreUnusable neverOpened) {
                // nothing to close
            }
        }
    }

    /**
     * Begins to open the store of {@code home} for a process that means to stay. Who holds the home is settled before this
     * returns: whoever finds it taken has started nothing yet.
     *
     * @throws HomeInUse if another process holds the home, or it cannot be written
     */
    public static Opening begin(Home home) {
        return new Opening(home, HomeLock.take(home).orElseThrow(() -> new HomeInUse(HomeLock.whoHolds(home))));
    }

    /**
     * Connects to a server that somebody else runs; the home still holds vault, audit log and kept files.
     *
     * @throws HomeInUse if the server does not answer or refuses the password
     */
    public static GraphStore open(External server) {
        var driver = connect(server.uri(), server.user(), server.password());
        new Migrations(driver).run();
        return new GraphStore(null, null, driver);
    }

    /**
     * Without a log of the driver's own: it renders the parameters of every message as text before it asks whether
     * anybody wants them, a fifth of the time of a load, and they are people's names.
     */
    private static Driver connect(URI uri, String user, String password) {
        var driver = driver(uri, user, password);
        try {
            driver.verifyConnectivity();
            return driver;
        } catch (ServiceUnavailableException silent) {
            driver.close();
            throw new HomeInUse("no Neo4j answers at " + uri + "; is it running?", silent);
        } catch (AuthenticationException refused) {
            driver.close();
            throw new HomeInUse("the Neo4j at " + uri + " refuses the password of " + user, refused);
        }
    }

    private static Driver driver(URI uri, String user, String password) {
        return GraphDatabase.driver(
                uri,
                AuthTokens.basic(user, password),
                Config.builder()
                        .withConnectionTimeout(10, TimeUnit.SECONDS)
                        .withMaxConnectionPoolSize(20)
                        .withLogging(Logging.none())
                        .build());
    }

    public Driver driver() {
        return driver;
    }

    /** Whether the store lives in this process. */
    public boolean isEmbedded() {
        return embedded != null;
    }

    /** Closing again does nothing: a start that failed is cleared away by Spring, and by whoever began it. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        driver.close();
        if (embedded != null) {
            embedded.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
