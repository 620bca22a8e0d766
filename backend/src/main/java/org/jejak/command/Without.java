package org.jejak.command;

import java.util.List;
import org.jejak.network.Viewer;
import org.jejak.safeguard.KnownSources;
import picocli.CommandLine.Option;

/** What remains without some sources; the same option on every command that reads records. */
final class Without {

    @Option(
            names = "--without-source",
            paramLabel = "ID",
            description = "As if this source had never been; may be repeated.")
    List<String> sources = List.of();

    /** The viewer who does not see them. */
    Viewer of(Viewer viewer, Opened opened) {
        return opened.get(KnownSources.class).without(viewer, sources);
    }
}
