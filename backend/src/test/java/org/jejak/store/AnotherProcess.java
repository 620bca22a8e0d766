package org.jejak.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process beside the tests', with what the embedded server needs; for what can only be seen when one ends. */
public final class AnotherProcess {

    private AnotherProcess() {}

    /** The process that runs {@code main} with these arguments; it is to be started. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
