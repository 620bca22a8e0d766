package org.jejak.command;

import java.util.List;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import picocli.CommandLine.Option;

/** What remains without some sources; the same option on every command that reads records. */
final class Without {

    @Option(
            names = "--without-source",
            paramLabel = "ID",
            description = "As if this source had never been; may be repeated.")
    List<String> sources = List.of();

    /** The viewer who does not see them. */
    Viewer of(Viewer viewer) {
        return viewer.withoutSources(sources.stream().map(Key::new).toList());
    }
}
