package org.jejak.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.LoadOptions;
import org.jejak.ingest.Loads;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.network.Viewer;

/** The synthetic case that a first start brings along. */
final class SampleCase {

    private SampleCase() {}

    /** Where it lies; empty where Jejak runs without its folder. */
    static Optional<Path> folder() {
        String root = System.getProperty("jejak.root", "");
        return root.isEmpty()
                ? Optional.empty()
                : Optional.of(Path.of(root, "seed-data", "lembah-kabus")).filter(Files::isDirectory);
    }

    /** Loads it; the case it belongs to, or empty where it is not there. */
    static Optional<String> load(Loads loads, Viewer operator, Path refused) throws IOException {
        var folder = folder();
        if (folder.isEmpty()) {
            Output.note(
                    "The sample case is not where Jejak looks for it (seed-data beside the launcher); starting empty.");
            return Optional.empty();
        }
        try (var source = BundleSource.open(folder.get())) {
            Output.note("Loading the sample case (synthetic: nobody in it exists)");
            var report = loads.load(operator, source, LoadOptions.defaults().refusedIn(refused));
            report.refusedRows().ifPresent(rows -> Output.note("Refused rows of the sample case are in " + rows));
            return Optional.of(source.delivery().caseRef());
        }
    }
}
