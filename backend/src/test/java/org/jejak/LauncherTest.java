package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a tree of its own, with JDKs, Node and Maven that only say what they were asked: what it finds, what
 * it says where something is missing, and when it builds.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Path root;
    private Path bin;

    @BeforeEach
    void aTreeToLaunch() throws IOException {
        root = Files.createDirectories(folder.resolve("tree"));
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : List.of("backend/src/main", "ui/src/main", "cypher", ".mvn")) {
            Files.createDirectories(root.resolve(name));
        }
        for (String name : List.of("pom.xml", "backend/pom.xml", "ui/pom.xml", "backend/src/main/A.java")) {
            Files.writeString(root.resolve(name), name);
        }
        Files.copy(launcher(), root.resolve("jejak"));
        for (String tool : List.of(
                "sh",
                "sed",
                "cat",
                "dirname",
                "readlink",
                "find",
                "sort",
                "cksum",
                "mkdir",
                "rm",
                "tee",
                "tail",
                "grep",
                "head",
                "id",
                "uname",
                "sleep",
                "env")) {
            link(tool);
        }
        script(root.resolve("mvnw"), "echo \"maven $*\" >> \"" + folder + "/asked\"");
    }

    private static Path launcher() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("jejak"))) {
                return at.resolve("jejak");
            }
        }
        throw new IllegalStateException(
                "the launcher is not above " + Path.of("").toAbsolutePath());
    }

    private void link(String tool) throws IOException {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path there = Path.of(place, tool);
            if (Files.isExecutable(there)) {
                Files.createSymbolicLink(bin.resolve(tool), there);
                return;
            }
        }
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder that looks like a JDK; its java prints what it was asked, and makes the folder it is told to unpack to. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        script(
                home.resolve("bin/java"),
                "case \"$*\" in *jarmode*) mkdir -p \"" + root + "/ui/target/app\"; echo > \"" + root
                        + "/ui/target/app/jejak.jar\"; exit 0 ;; esac",
                "echo \"" + name + " $*\"",
                "umask >&2");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void node(String version) throws IOException {
        script(bin.resolve("node"), "echo " + version);
        script(bin.resolve("npm"), "exit 0");
    }

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        var line = new ArrayList<>(
                List.of(bin.resolve("sh").toString(), root.resolve("jejak").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.resolve("nobody").toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    private int builds() throws IOException {
        Path asked = folder.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
    }

    @Test
    void saysWhatThereIsWithoutBuildingAnything() throws Exception {
        assertThat(launch(Map.of(), "--help").out()).contains("./jejak COMMAND", "new-bundle", "officials");
        assertThat(launch(Map.of()).code()).isEqualTo(2);
        assertThat(builds()).isZero();
    }

    @Test
    void aJdkThatIsNamedAndTooOldIsRefusedWithItsVersion() throws Exception {
        var ended = launch(Map.of("JEJAK_JAVA", jdk("old", "17.0.15").toString()), "loads");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("21 or newer", "old is Java 17");
    }

    @Test
    void takesTheNewerJdkBesideAnOlderOne() throws Exception {
        node("v22.1.0");
        var environment = Map.of("JAVA_HOME", jdk("old", "1.8.0_402").toString());
        Files.createSymbolicLink(bin.resolve("java"), jdk("new", "21.0.4").resolve("bin/java"));
        var ended = launch(environment, "loads", "--json");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("new ").endsWith("loads --json\n");
    }

    @Test
    void namesOfFilesAreUtf8WhereTheSystemSaysNothingOfItsLetters() throws Exception {
        node("v22.1.0");
        Path home = jdk("new", "25");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(
                home.resolve("bin/java"), "echo \"letters ${LC_ALL:-as they were}\" >&2\n", StandardOpenOption.APPEND);
        var environment = Map.of("JEJAK_JAVA", home.toString(), "LC_ALL", "C");
        assertThat(launch(environment, "loads").err()).contains("letters C.UTF-8");
        script(bin.resolve("locale"), "echo ISO-8859-1");
        var latin = Map.of("JEJAK_JAVA", home.toString());
        assertThat(launch(latin, "loads").err()).contains("letters as they were");
    }

    @Test
    void aRuntimeWithoutItsCompilerIsNotEnough() throws Exception {
        Path home = jdk("runtime", "21.0.4");
        Files.delete(home.resolve("bin/javac"));
        var ended = launch(Map.of("JEJAK_JAVA", home.toString()), "loads");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("without its compiler");
    }

    @Test
    void saysWhichPackageHasNode() throws Exception {
        var environment = Map.of("JEJAK_JAVA", jdk("new", "25").toString());
        var missing = launch(environment, "run");
        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.err()).contains("Node.js", "found none", "Install it:");
        node("v12.22.0");
        assertThat(launch(environment, "run").err()).contains("found 12");
        assertThat(builds()).isZero();
    }

    @Test
    void buildsOnceAndAgainOnlyWhenSomethingChanged() throws Exception {
        node("v20.11.0");
        var environment = Map.of("JEJAK_JAVA", jdk("new", "25").toString());
        var first = launch(environment, "cases");
        assertThat(first.err()).contains("first time", "disk");
        assertThat(first.out()).startsWith("new ").doesNotContain("Building");
        launch(environment, "cases");
        assertThat(builds()).isEqualTo(1);
        Files.writeString(root.resolve("backend/src/main/A.java"), "changed");
        assertThat(launch(environment, "cases").err()).contains("Something changed");
        assertThat(builds()).isEqualTo(2);
        Files.createDirectories(root.resolve("ui/src/main/frontend/generated"));
        Files.writeString(root.resolve("ui/src/main/frontend/generated/made.ts"), "by the build itself");
        launch(environment, "cases");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsSaysWhereToLook() throws Exception {
        node("v20.11.0");
        script(root.resolve("mvnw"), "echo '[ERROR] it does not compile'", "exit 1");
        var ended = launch(Map.of("JEJAK_JAVA", jdk("new", "25").toString()), "cases");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("it does not compile", "build.log");
        assertThat(root.resolve("ui/target/building")).doesNotExist();
    }

    @Test
    void whatItMakesIsForItsOwnerOnly() throws Exception {
        node("v20.11.0");
        var ended = launch(Map.of("JEJAK_JAVA", jdk("new", "25").toString()), "cases");
        assertThat(ended.err()).containsPattern("(?m)^0?077$");
    }

    @Test
    void testsNeedABrowserAndSayWhichPackageHasIt() throws Exception {
        node("v20.11.0");
        Files.delete(bin.resolve("id"));
        script(bin.resolve("id"), "echo 1000");
        var environment = Map.of("JEJAK_JAVA", jdk("new", "25").toString());
        var missing = launch(environment, "test");
        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.err()).contains("Chromium", "Install it:");
        script(bin.resolve("chromium"), "exit 0");
        assertThat(launch(environment, "test", "--full").code()).isZero();
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("-Dtest.excluded=none")
                .contains("-Djejak.browser=" + bin.resolve("chromium"))
                .endsWith("verify\n");
    }
}
