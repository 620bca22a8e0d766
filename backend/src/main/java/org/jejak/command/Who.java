package org.jejak.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On whose behalf a command acts. */
final class Who {

    @Option(
            names = "--as",
            paramLabel = "USER",
            description = "Act as this user; without it the owner of the home's files acts as operator.")
    @Nullable
    String user;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the user's password; else the environment variable JEJAK_SECRET does.")
    @Nullable
    Path secretFile;
}
