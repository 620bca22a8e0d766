package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README promises no command, option or file that is not there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<String> commands() throws IOException {
        var inBlock = new boolean[1];
        var lines = new ArrayList<String>();
        for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
            if (line.startsWith("```")) {
                inBlock[0] = !inBlock[0];
            } else if (inBlock[0] && line.startsWith("./jejak ")) {
                lines.add(line.replaceFirst("\\s+#.*$", "").strip());
            }
        }
        return lines.stream();
    }

    /** With {@code --help} a command says what it does and runs nothing, but refuses an option it does not have. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfTheReadmeIsUnderstood(String line) {
        var words = WORD.matcher(line.substring("./jejak ".length()))
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .toList();
        if (words.getFirst().equals("test")) {
            return;
        }
        var arguments = new ArrayList<>(words);
        arguments.add("--help");
        assertThat(Jejak.execute(arguments.toArray(String[]::new), ReadmeTest.class))
                .isZero();
    }

    @Test
    void everyFileThatTheReadmeNamesIsThere() throws IOException {
        var links = Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(m -> m.group(1))
                .filter(l -> !l.contains("://"))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    @Test
    void theTopLevelHoldsNothingThatTheHouseDoesNotName() throws IOException {
        var named = List.of(
                "README.md",
                "pom.xml",
                "docker-compose.yml",
                "backend",
                "ui",
                "cypher",
                "seed-data",
                "jejak",
                "mvnw",
                "mvnw.cmd",
                ".mvn",
                ".ci",
                ".editorconfig",
                ".gitignore",
                "LICENSE");
        try (var tracked = new ProcessBuilder("git", "ls-tree", "--name-only", "HEAD")
                .directory(ROOT.toFile())
                .start()
                .inputReader()) {
            assertThat(tracked.lines().toList()).isSubsetOf(named);
        }
        assertThat(Arrays.asList("README.md", "jejak"))
                .allSatisfy(f -> assertThat(ROOT.resolve(f)).exists());
    }
}
