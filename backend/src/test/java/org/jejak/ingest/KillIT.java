package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jejak.store.AnotherProcess;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that loads is killed (SIGKILL, no word before) at a random moment, and another one opens the home: nothing
 * of the load is left, and loading it again ends where an undisturbed load ends.
 */
class KillIT {

    private static final int PEOPLE = 400;
    private static final int CONTACTS = 4_000;

    @TempDir
    Path folder;

    @Test
    void killedAtTwoMomentsALoadLeavesNothingAndLoadsAgain() throws Exception {
        killAndLoadAgain(2, 11);
    }

    @Test
    @Tag("full")
    void killedAtTwentyMomentsALoadLeavesNothingAndLoadsAgain() throws Exception {
        killAndLoadAgain(20, 12);
    }

    private void killAndLoadAgain(int moments, long seed) throws Exception {
        Path earlier = earlier();
        Path bundle = bundle();
        Home prepared = home("prepared");
        State before = on(prepared, loads -> {
            loads.load(earlier);
            return state(loads, prepared);
        });
        Home undisturbed = copy(prepared, "undisturbed");
        var batches = new ArrayList<String>();
        State after = on(undisturbed, loads -> {
            loads.load(bundle, (file, rows, of) -> batches.add(file));
            return state(loads, undisturbed);
        });
        assertThat(after.digest()).isNotEqualTo(before.digest());
        var random = new SplittableRandom(seed);
        for (int moment = 0; moment < moments; moment++) {
            Home home = copy(prepared, "killed" + moment);
            int batch = random.nextInt(batches.size() + 1);
            int millis = random.nextInt(batch == 0 || batch == batches.size() ? 1_000 : 300);
            kill(home, bundle, batch, millis);
            String when = "killed " + millis + " ms behind batch " + batch + " of " + batches.size();
            on(home, loads -> {
                boolean finished = !loads.strings("MATCH (l:Load {state: 'done'}) RETURN l.id")
                        .equals(before.loads());
                loads.loads().recover();
                assertThat(state(loads, home).withoutLoads())
                        .as(when)
                        .isEqualTo((finished ? after : before).withoutLoads());
                loads.load(bundle);
                assertThat(loads.loads().graphDigest()).as(when).isEqualTo(after.digest());
                return "";
            });
        }
    }

    /** All that a load may leave behind. */
    private record State(String digest, List<String> nodes, int files, List<String> loads) {

        State withoutLoads() {
            return new State(digest, nodes, files, List.of());
        }
    }

    private static State state(TestLoads loads, Home home) {
        var nodes = loads.strings(
                "MATCH (n) UNWIND labels(n) AS label WITH label, count(*) AS count RETURN label + ' ' + count AS line ORDER BY line");
        try {
            Path kept = home.directory().resolve("files");
            int files = 0;
            if (Files.isDirectory(kept)) {
                try (var all = Files.list(kept)) {
                    files = (int) all.count();
                }
            }
            return new State(
                    loads.loads().graphDigest(),
                    nodes,
                    files,
                    loads.strings("MATCH (l:Load {state: 'done'}) RETURN l.id"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Work<T> {
        T on(TestLoads loads);
    }

    private <T> T on(Home home, Work<T> work) {
        try (var store = GraphStore.open(home, GraphStore.Sharing.OWN)) {
            return work.on(TestLoads.on(store.driver(), home));
        }
    }

    private Home home(String name) {
        return new Home(
                folder.resolve(name).resolve("home"), folder.resolve(name).resolve("keys"));
    }

    private Home copy(Home of, String name) throws IOException {
        Path from = of.directory().getParent();
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(name).resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return home(name);
    }

    private static void kill(Home home, Path bundle, int batch, int millis) throws Exception {
        Process process = AnotherProcess.of(
                        LoadInAnotherProcess.class,
                        home.directory().toString(),
                        home.keys().toString(),
                        bundle.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).as("the process that loads").isEqualTo("open");
            for (int i = 0; i < batch; i++) {
                said.readLine();
            }
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** What was there before: older versions, a withdrawal, and rows that wait for what the load brings. */
    private Path earlier() {
        return Bundles.bundle()
                .delivered("2020-01-01T00:00:00Z")
                .with("case", "EARLIER")
                .file("sources", "id,kind,reliability,credibility", "s1,registry,C,3", "s9,tip,E,5")
                .file("persons", rows("id,name,source", 50, i -> "p" + i + ",Earlier " + i + ",s1"))
                .file("phones", rows("id,number,source", 50, i -> "f" + i + ",+6012" + (3_000_000 + i) + ",s1"))
                .file(
                        "links",
                        rows("id,subject,relation,object,source", 300, i -> "l" + i + ",p" + i + ",uses,f" + i + ",s9"))
                .file("withdrawals", "id,file,row,reason", "w1,links,l7,error")
                .in(folder.resolve("earlier"));
    }

    private Path bundle() throws IOException {
        Path bundle = Bundles.bundle()
                .delivered("2020-02-01T00:00:00Z")
                .file(
                        "sources",
                        "id,kind,reliability,credibility,file",
                        "s1,registry,B,2,paper.txt",
                        "s2,testimony,B,2,paper.txt")
                .file("persons", rows("id,name,source", PEOPLE, i -> "p" + i + ",Person " + i + ",s1|s2"))
                .file("phones", rows("id,number,source", PEOPLE, i -> "f" + i + ",+6012" + (3_000_000 + i) + ",s1"))
                .file("places", rows("id,name,kind,source", 30, i -> "h" + i + ",Place " + i + ",camp,s2"))
                .file(
                        "links",
                        rows(
                                "id,subject,relation,object,source",
                                PEOPLE,
                                i -> "l" + i + ",p" + i + ",uses,f" + i + ",s1"))
                .file(
                        "contacts",
                        rows(
                                "id,a,b,time,source",
                                CONTACTS,
                                i -> "c" + i + ",f" + i % PEOPLE + ",f" + (i * 7 + 1) % PEOPLE
                                        + ",2015-03-07T21:10,s1"))
                .file(
                        "statements",
                        rows(
                                "id,entity,property,value,source",
                                60,
                                i -> "t" + i + ",p" + i + ",name,Other " + i + ",s2"))
                .file("unheard", rows("id,what", 40, i -> "u" + i + ",something"))
                .file(
                        "withdrawals",
                        "id,file,row,reason",
                        "w2,persons,p3,error",
                        "w3,withdrawals,w1,error",
                        "w4,links,none,error")
                .in(folder.resolve("bundle"));
        Files.writeString(bundle.resolve("paper.txt"), "what the source said\n".repeat(1_000));
        return bundle;
    }

    private interface Line {
        String of(int i);
    }

    private static String[] rows(String header, int count, Line line) {
        var lines = new ArrayList<String>();
        lines.add(header);
        for (int i = 0; i < count; i++) {
            lines.add(line.of(i));
        }
        return lines.toArray(String[]::new);
    }
}
