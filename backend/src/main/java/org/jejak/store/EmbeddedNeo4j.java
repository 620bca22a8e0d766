package org.jejak.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jejak.identity.OwnerOnly;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import picocli.CommandLine;

/**
 * Neo4j Community in this process, Bolt on a free port of the loopback interface only.
 *
 * <p>It has no login by default. The first start writes a random password into Neo4j's own initial-user file before the
 * server exists, so that at no moment a default password opens it.
 */
final class EmbeddedNeo4j implements AutoCloseable {

    private final DatabaseManagementService server;
    private final URI uri;
    private final String password;

    private EmbeddedNeo4j(DatabaseManagementService server, URI uri, String password) {
        this.server = server;
        this.uri = uri;
        this.password = password;
    }

    static EmbeddedNeo4j start(Home home) {
        try {
            Path store = OwnerOnly.directory(home.store());
            String password = password(home, store);
            var server = new DatabaseManagementServiceBuilder(store)
                    .setConfig(GraphDatabaseSettings.auth_enabled, true)
                    .setConfig(BoltConnector.enabled, true)
                    .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                    .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
                    .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(512))
                    .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                    .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                    .setConfig(setting("dbms.usage_report.enabled"), false)
                    .setConfig(GraphDatabaseSettings.check_point_interval_time, Duration.ofMinutes(5))
                    // Whoever closes the store has closed its driver: there are no stragglers to wait ten seconds for.
                    .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
                    .build();
            var database = (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            int port = database.getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT)
                    .getPort();
            return new EmbeddedNeo4j(server, URI.create("bolt://127.0.0.1:" + port), password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Setting<T> setting(String name) {
        return (Setting<T>) org.neo4j.configuration.Config.defaults().getSetting(name);
    }

    private static String password(Home home, Path store) throws IOException {
        if (Files.exists(home.passwordFile()) && Files.size(home.passwordFile()) > 0) {
            return Files.readString(home.passwordFile());
        }
        if (Files.exists(store.resolve("data").resolve("databases"))) {
            throw new HomeInUse("the store in " + store + " has no password file beside it (" + home.passwordFile()
                    + "); restore the home from a backup, whole");
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var files = new DefaultFileSystemAbstraction();
        Path configuration = OwnerOnly.directory(store.resolve("conf"));
        var context = new ExecutionContext(store, configuration, silent, silent, files);
        int exit = new CommandLine(new SetInitialPasswordCommand(context)).execute(password);
        if (exit != 0) {
            throw new IllegalStateException("Neo4j did not take its first password (exit " + exit + ")");
        }
        OwnerOnly.replace(home.passwordFile(), password.getBytes(StandardCharsets.UTF_8));
        return password;
    }

    URI uri() {
        return uri;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
