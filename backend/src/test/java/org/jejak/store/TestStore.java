package org.jejak.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jejak.identity.Vault;
import org.neo4j.driver.Driver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * The Neo4j that integration tests run on, one for the whole test process: a container where a Docker engine is, the
 * embedded server where none is. The same test classes run on both; {@code -Djejak.test.store=embedded} forces one.
 */
public final class TestStore {

    private static final String IMAGE = "neo4j:2026.08.1-community";
    private static TestStore shared;

    private final GraphStore store;
    private final Home home;
    private final Vault vault;

    private TestStore(GraphStore store, Home home) {
        this.store = store;
        this.home = home;
        this.vault = Vault.open(home.directory(), home.keys());
    }

    /** The shared store, emptied of everything but its schema. */
    public static synchronized TestStore empty() {
        if (shared == null) {
            var home = temporaryHome();
            shared = new TestStore(docker() ? container() : GraphStore.open(home, GraphStore.Sharing.OWN), home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.vault.close();
                shared.store.close();
                delete(home.directory().getParent());
            }));
        }
        try (var session = shared.driver().session()) {
            session.run("MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
        return shared;
    }

    /** A home in a folder of its own, with its keys beside it; nothing in it yet. */
    public static Home temporaryHome() {
        try {
            Path folder = Files.createTempDirectory("jejak-test");
            return new Home(folder.resolve("home"), folder.resolve("keys"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean docker() {
        return !"embedded".equals(System.getProperty("jejak.test.store"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource")
    private static GraphStore container() {
        var neo4j = new Neo4jContainer(IMAGE);
        neo4j.start();
        return GraphStore.open(
                new GraphStore.External(URI.create(neo4j.getBoltUrl()), "neo4j", neo4j.getAdminPassword()));
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Driver driver() {
        return store.driver();
    }

    public Home home() {
        return home;
    }

    public Vault vault() {
        return vault;
    }

    /** Whether a container serves instead of the embedded server, so that nothing of the graph lies in the home. */
    public boolean isEmbedded() {
        return store.isEmbedded();
    }
}
