package org.jejak.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Something nobody foresaw: a person is told in one line, and what a developer needs lies in a file. */
final class Mishap {

    private Mishap() {}

    /** Where all of it was written, readable by its owner only since it may name people; empty if it cannot be. */
    static Optional<Path> written(Throwable thrown) {
        try {
            Path file = Files.createTempFile("jejak-", ".log");
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                thrown.printStackTrace(out);
            }
            return Optional.of(file);
        } catch (IOException nowhere) {
            return Optional.empty();
        }
    }
}
