package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jejak.ingest.Bundles;
import org.jejak.store.GraphStore;
import org.jejak.store.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Whatever goes wrong is told in one line that says what and how to mend it; nobody has to read Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneLineErrorsIT {

    @TempDir
    static Path folder;

    private Home home;
    private GraphStore running;

    @BeforeAll
    void aServerRunsOnAHomeWithACase() {
        home = new Home(folder.resolve("home"), folder.resolve("keys"));
        running = GraphStore.open(home, GraphStore.Sharing.OWN);
        var bundle = Bundles.bundle()
                .with("case", "REEF-1")
                .with("namespace", "REEF")
                .source()
                .file("persons", "id,name,source", "p1,Somebody Made Up,s1")
                .in(folder.resolve("reef"));
        assertThat(on(home.directory(), home.keys(), "load", bundle.toString()).code())
                .isZero();
    }

    @AfterAll
    void close() {
        running.close();
    }

    private static TypedCommand on(Path home, Path keys, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString(), "--keys", keys.toString()));
        return TypedCommand.run(all.toArray(String[]::new));
    }

    private static void saysInOneLine(TypedCommand said, int code, String what) {
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).as(said.err()).hasSize(1);
        assertThat(said.err()).startsWith("jejak: ").contains(what).doesNotContain("Exception", "\tat ");
    }

    private void saysInOneLine(int code, String what, String line) {
        saysInOneLine(on(home.directory(), home.keys(), line.split(" ")), code, what);
    }

    @Test
    void aHomeThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("no-home"), "a file");
        saysInOneLine(on(file, home.keys(), "cases"), Exit.REFUSED, file + " cannot be written");
    }

    @Test
    void keysInsideTheHome() {
        Path lonely = folder.resolve("lonely");
        saysInOneLine(on(lonely, lonely.resolve("keys"), "cases"), Exit.USAGE, "lies inside the home");
    }

    @Test
    void keysThatAreOfAnotherHomeOrSpoiltOrAFile() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other-keys"));
        Files.write(other.resolve("master.key"), new byte[32]);
        saysInOneLine(on(home.directory(), other, "cases"), Exit.REFUSED, "not the one this home was sealed with");
        Files.write(other.resolve("master.key"), new byte[5]);
        saysInOneLine(on(home.directory(), other, "cases"), Exit.REFUSED, "is not a master key");
        Path file = Files.writeString(folder.resolve("keys-file"), "a file");
        saysInOneLine(on(home.directory(), file, "cases"), Exit.REFUSED, file.toString());
        saysInOneLine(on(home.directory(), file, "keys"), Exit.REFUSED, file.toString());
        Files.writeString(other.resolve("signing-key.pem"), "not a key");
        Files.writeString(other.resolve("signing-key.pub.pem"), "nor this");
        saysInOneLine(on(home.directory(), other, "keys"), Exit.REFUSED, "the signing key in " + other);
    }

    @Test
    void aPasswordThatIsWrongOrNotThere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "guessed");
        saysInOneLine(Exit.REFUSED, "the name or the password is not right", "cases --as nur --secret-file " + secret);
        Path lost = folder.resolve("lost");
        saysInOneLine(Exit.REFUSED, "there is no " + lost, "cases --as nur --secret-file " + lost);
        saysInOneLine(Exit.USAGE, "--secret-file", "cases --as nur");
    }

    @Test
    void aCaseThatNobodyMayKnowOf() {
        for (String line : List.of(
                "brokers --case wreck-9",
                "officials --case wreck-9",
                "cut --case wreck-9",
                "export --case wreck-9 --why W --out never --format ftm",
                "export --case wreck-9 --why W --out never.zip --exhibit E --ids REEF:p1")) {
            saysInOneLine(Exit.REFUSED, "there is no case wreck-9 that you may see", line);
            saysInOneLine(Exit.REFUSED, "--case WK-2015", line);
        }
        saysInOneLine(Exit.REFUSED, "there is no case wreck-9", "cases assign wreck-9 nobody");
        Path edges = folder.resolve("edges.csv");
        saysInOneLine(Exit.USAGE, "--case WK-2015", "load " + edges + " --case no*case");
    }

    @Test
    void aCaseInSmallLettersIsTheOneThatIsMeant() throws IOException {
        for (String line : List.of(
                "brokers --case reef-1 --depth measures",
                "communities --case Reef-1",
                "officials --case reef-1",
                "export --case reef-1 --why W --format ftm --out " + folder.resolve("reef.ftm.json"))) {
            var said = on(home.directory(), home.keys(), line.split(" "));
            assertThat(said.code()).as(line + "\n" + said.err()).isZero();
        }
        var json = on(home.directory(), home.keys(), "brokers --case reef-1 --depth measures --json".split(" "));
        assertThat(json.out()).contains("\"REEF-1\"").doesNotContain("reef-1");
        Path edges = Files.writeString(folder.resolve("few.csv"), "source,target\na,b\n");
        var loaded =
                on(home.directory(), home.keys(), "load", edges.toString(), "--namespace", "FEW", "--case", "reef-1");
        assertThat(loaded.code()).as(loaded.err()).isZero();
        assertThat(loaded.out()).contains("into case REEF-1");
    }

    @Test
    void aPortThatIsTakenAndAHomeThatIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            saysInOneLine(Exit.REFUSED, "name another with --port", "run --port " + taken.getLocalPort());
        }
        saysInOneLine(Exit.REFUSED, "is in use by process", "run --port 0");
        saysInOneLine(Exit.REFUSED, "in use", "run --port 0 --refused " + folder.resolve("kept-rows"));
    }

    @Test
    void refusedRowsOfAServerMayNotLieInItsHome() {
        saysInOneLine(
                Exit.REFUSED,
                "name a folder outside with --refused",
                "run --port 0 --refused " + home.directory().resolve("refused"));
    }

    @Test
    void aZipThatIsBroken() throws IOException {
        Path zip = Files.writeString(folder.resolve("broken.zip"), "PK\u0003\u0004 and nothing that follows");
        var said = on(home.directory(), home.keys(), "load", zip.toString());
        assertThat(said.err().lines()).as(said.err()).hasSize(1);
        assertThat(said.err()).startsWith("jejak: ").contains("zip").doesNotContain("Exception", "\tat ");
        assertThat(said.code()).isEqualTo(Exit.UNREADABLE);
    }

    @Test
    void aStoreThatDoesNotOpen() throws IOException {
        var broken = new Home(folder.resolve("broken"), folder.resolve("broken-keys"));
        GraphStore.open(broken, GraphStore.Sharing.OWN).close();
        try (var files = Files.walk(broken.directory().resolve("store/data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[64]);
            }
        }
        saysInOneLine(
                on(broken.directory(), broken.keys(), "cases"),
                Exit.UNREADABLE,
                "the store in " + broken.directory().resolve("store") + " cannot be opened");
        saysInOneLine(
                TypedCommand.on(
                        Pages.class,
                        "run",
                        "--port",
                        "0",
                        "--home",
                        broken.directory().toString(),
                        "--keys",
                        broken.keys().toString()),
                Exit.UNREADABLE,
                "the store in " + broken.directory().resolve("store") + " cannot be opened");
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.jejak",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.jejak\\.(ui|command)\\..*|.*(Test|IT)(\\$.*)?"))
    static class Pages {}

    @Test
    void aNeo4jThatDoesNotAnswerOrIsNoAddress() {
        saysInOneLine(Exit.REFUSED, "no Neo4j answers at", "cases --neo4j bolt://127.0.0.1:1");
        saysInOneLine(Exit.USAGE, "is no address of a Neo4j", "cases --neo4j http://127.0.0.1");
    }

    @Test
    void anAuditLogThatCannotBeOpened() throws IOException {
        Path spoilt = Files.createDirectory(folder.resolve("spoilt"));
        Files.writeString(spoilt.resolve("audit"), "a file where a folder belongs");
        saysInOneLine(on(spoilt, folder.resolve("spoilt-keys"), "cases"), Exit.REFUSED, "the audit log of " + spoilt);
    }
}
