package org.jejak.store;

import java.nio.file.Path;

/**
 * Where an installation keeps its state.
 *
 * @param directory all of it: graph, vault, audit log, kept files
 * @param keys what opens it, outside the home
 */
public record Home(Path directory, Path keys) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
        keys = keys.toAbsolutePath().normalize();
        if (keys.startsWith(directory)) {
            throw new IllegalArgumentException("the keys folder " + keys + " lies inside the home " + directory
                    + "; whoever copies the home would have the keys; name another folder with --keys");
        }
    }

    Path lockFile() {
        return directory.resolve("lock");
    }

    Path holderFile() {
        return directory.resolve("holder");
    }

    Path passwordFile() {
        return directory.resolve("neo4j-password");
    }

    Path store() {
        return directory.resolve("store");
    }
}
