package org.jejak.ingest;

import java.nio.file.Path;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;

/** Loads a bundle into a home, as {@code ./jejak load} does, and says after each batch that it is there; to be killed. */
public final class LoadInAnotherProcess {

    private LoadInAnotherProcess() {}

    /** Home, keys, bundle. */
    public static void main(String[] args) throws Exception {
        var home = new Home(Path.of(args[0]), Path.of(args[1]));
        try (var store = GraphStore.open(home, GraphStore.Sharing.OWN)) {
            var loads = TestLoads.on(store.driver(), home);
            say("open");
            loads.load(Path.of(args[2]), (file, rows, of) -> say(file + " " + rows));
            say("done");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
