package org.jejak.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jejak.ingest.bundle.NewBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "new-bundle",
        description =
                "Writes an empty bundle to begin with: bundle.json and every CSV with its header and one example row.")
final class NewBundleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
    Path folder = Path.of(".");

    @Mixin
    AnyHome home = new AnyHome();

    @Override
    public Integer call() throws IOException {
        NewBundle.write(folder, Clock.systemUTC().instant());
        Output.note("Wrote " + folder + ". Replace the example rows, set namespace and case in bundle.json, then:");
        Output.note("  ./jejak load " + folder);
        return Exit.DONE;
    }
}
