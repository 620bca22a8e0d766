package org.jejak;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged application, started as a person starts it, on a home of its own with the sample case. */
final class RunningJejak implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path folder;
    private final int port;

    private RunningJejak(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static RunningJejak start() throws Exception {
        Path folder = Files.createTempDirectory("jejak-browser");
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens",
                "java.base/java.nio=ALL-UNNAMED",
                "-Xmx2g",
                "-Djejak.root=" + System.getProperty("jejak.root"),
                "-jar",
                System.getProperty("jejak.jar"),
                "run",
                "--home",
                folder.resolve("home").toString(),
                "--keys",
                folder.resolve("keys").toString(),
                "--port",
                String.valueOf(port)));
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("log").toFile())
                .start();
        var running = new RunningJejak(process, folder, port);
        running.awaitReady();
        return running;
    }

    private void awaitReady() throws Exception {
        var ready = CompletableFuture.supplyAsync(() -> {
            try {
                BufferedReader lines = process.inputReader();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("Jejak is ready")) {
                        return true;
                    }
                }
                return false;
            } catch (IOException closed) {
                return false;
            }
        });
        if (!ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            String log = Files.readString(folder.resolve("log"));
            close();
            throw new IllegalStateException("the packaged application did not start:\n" + log);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** The one-time password of a user of the sample. */
    String password(String user) throws IOException {
        try (var files = Files.list(folder.resolve("keys"))) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("first-passwords"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(file).stream()
                    .map(l -> l.split("\t"))
                    .filter(l -> l[0].equals(user))
                    .map(l -> l[1])
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }
}
