package org.jejak.analysis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * igraph's C core, asked through Python, which stays open from round to round so that only the computation is timed, by
 * itself.
 */
final class Igraph implements AutoCloseable {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private final Path folder;
    private final Process python;
    private final BufferedReader answers;
    private final Writer rounds;
    private final String version;

    private Igraph(Path folder, Process python, BufferedReader answers, String version) {
        this.folder = folder;
        this.python = python;
        this.answers = answers;
        this.rounds = python.outputWriter();
        this.version = version;
    }

    /** Empty where no Python here has igraph. */
    static Optional<Igraph> open(int n, List<int[]> edges) throws IOException {
        Path folder = Files.createTempDirectory("jejak-bench");
        Path script = folder.resolve("betweenness.py");
        try (InputStream source = Igraph.class.getResourceAsStream("igraph_betweenness.py")) {
            Files.copy(java.util.Objects.requireNonNull(source), script);
        }
        Files.write(
                folder.resolve("edges"),
                edges.stream().map(edge -> edge[0] + " " + edge[1]).toList());
        for (String name : PYTHONS) {
            try {
                Process python = new ProcessBuilder(
                                name,
                                script.toString(),
                                folder.resolve("edges").toString(),
                                Integer.toString(n),
                                folder.resolve("scores").toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                BufferedReader answers = python.inputReader();
                String version = answers.readLine();
                if (version != null) {
                    return Optional.of(new Igraph(folder, python, answers, version));
                }
            } catch (IOException absent) {
                continue;
            }
        }
        delete(folder);
        return Optional.empty();
    }

    String version() {
        return version;
    }

    double round() throws IOException {
        rounds.write("round\n");
        rounds.flush();
        String seconds = answers.readLine();
        if (seconds == null) {
            throw new IOException("igraph ended without an answer");
        }
        return Double.parseDouble(seconds);
    }

    /** Scores of the last round; ends Python, which writes them after it has told the time. */
    double[] scores() throws IOException {
        end();
        return Files.readAllLines(folder.resolve("scores")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private void end() throws IOException {
        rounds.close();
        try {
            if (!python.waitFor(60, TimeUnit.SECONDS)) {
                python.destroyForcibly();
            }
        } catch (InterruptedException e) {
            python.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        python.destroy();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
