package org.jejak.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of commands that need no home: every command takes one, so that a script may say it of all. */
final class AnyHome {

    @Option(names = "--home", paramLabel = "DIR", description = "Not needed; taken for the sake of scripts.")
    @Nullable
    Path home;
}
