package org.jejak.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.store.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Option;

/** Where the state lies; the same options on every command that has any. */
final class Place {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "All state lives here (default: ./data).")
    Path home = Path.of("data");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The keys, outside the home (default: ${DEFAULT-KEYS}).")
    @Nullable
    Path keys;

    @Option(
            names = "--neo4j",
            paramLabel = "URI",
            description = "An external Neo4j instead of the embedded one, for instance neo4j+s://graph.example:7687;"
                    + " user and password in JEJAK_NEO4J_USER and JEJAK_NEO4J_PASSWORD.")
    @Nullable
    String neo4j;

    /** The folder in which this system keeps a user's configuration. */
    static Path defaultKeys() {
        String home = System.getProperty("user.home", ".");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        String appData = System.getenv("APPDATA");
        String system = System.getProperty("os.name", "");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "jejak");
        }
        if (system.startsWith("Windows") && appData != null) {
            return Path.of(appData, "jejak");
        }
        return system.startsWith("Mac")
                ? Path.of(home, "Library", "Application Support", "jejak")
                : Path.of(home, ".config", "jejak");
    }

    Path keys() {
        return keys == null ? defaultKeys() : keys;
    }

    /** @throws IllegalArgumentException if the keys lie inside the home */
    Home checkedHome() {
        return new Home(home, keys());
    }

    /** What Spring is told. */
    Map<String, Object> properties() {
        var checked = checkedHome();
        var properties = new TreeMap<String, Object>();
        properties.put("jejak.home", checked.directory().toString());
        properties.put("jejak.keys", checked.keys().toString());
        if (neo4j != null) {
            properties.put("jejak.neo4j.uri", address(neo4j));
            properties.put("jejak.neo4j.user", environment("JEJAK_NEO4J_USER", "neo4j"));
            properties.put("jejak.neo4j.password", environment("JEJAK_NEO4J_PASSWORD", ""));
        }
        return properties;
    }

    private static String address(String typed) {
        if (!typed.matches("(neo4j|bolt)(\\+s|\\+ssc)?://[^\\s/]+/?")) {
            throw new IllegalArgumentException(
                    "'" + typed + "' is no address of a Neo4j such as neo4j+s://graph.example:7687; mend --neo4j");
        }
        return typed;
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }

    /** The features on this home; nothing of them is made before it is asked for. */
    Opened open() {
        var properties = properties();
        return new Opened(new SpringApplicationBuilder(StoreContext.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .registerShutdownHook(true)
                .properties(properties)
                .run());
    }
}
