package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.jejak.ingest.Bundles;
import org.jejak.store.AnotherProcess;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that is asked to stop, as Ctrl-C does, says how far it is, takes itself back and ends as it was told to. */
class InterruptionIT {

    private static final int CONTACTS = 60_000;

    @TempDir
    Path folder;

    @Test
    void aLoadThatIsAskedToStopLeavesTheStoreAsItWas() throws Exception {
        Path bundle = bundle();
        var home = new Home(folder.resolve("home"), folder.resolve("keys"));
        var process = AnotherProcess.of(
                        CommandInAnotherProcess.class,
                        "load",
                        bundle.toString(),
                        "--home",
                        home.directory().toString(),
                        "--keys",
                        home.keys().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new StringBuilder();
        boolean asked = false;
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (!asked
                        && line.contains("now contacts.csv")
                        && line.contains("a second")
                        && line.contains(" s left")) {
                    asked = true;
                    process.toHandle().destroy();
                }
            }
        } finally {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(said.toString()).contains("now contacts.csv").contains("was taken back");
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        try (var store = GraphStore.open(home, GraphStore.Sharing.OWN);
                var session = store.driver().session()) {
            assertThat(session.run("MATCH (n) WHERE n:Load OR n:Record OR n:Anchor OR n:LoadTurn OR n:Awaited RETURN n")
                            .list())
                    .isEmpty();
        }
    }

    private Path bundle() {
        var rows = new ArrayList<String>();
        rows.add("id,a,b,time,source");
        for (int i = 0; i < CONTACTS; i++) {
            rows.add("c" + i + ",f" + i % 100 + ",f" + (i * 7 + 1) % 100 + ",2015-03-07T21:10,s1");
        }
        var phones = new ArrayList<String>();
        phones.add("id,number,source");
        for (int i = 0; i < 100; i++) {
            phones.add("f" + i + ",+6012" + (3_000_000 + i) + ",s1");
        }
        return Bundles.bundle()
                .source()
                .file("phones", phones.toArray(String[]::new))
                .file("contacts", rows.toArray(String[]::new))
                .in(folder.resolve("bundle"));
    }
}
