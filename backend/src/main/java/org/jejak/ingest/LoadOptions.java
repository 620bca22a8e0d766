package org.jejak.ingest;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How to load.
 *
 * @param refusedFolder where refused rows go; empty for {@code ./refused-LOAD}
 * @param dryRun whether to take everything back at the end and only report
 * @param progress told after each batch
 * @param cancelled asked after each batch; what was loaded so far is then taken back
 */
public record LoadOptions(
        Optional<Path> refusedFolder, boolean dryRun, LoadProgress progress, BooleanSupplier cancelled) {

    public static LoadOptions defaults() {
        return new LoadOptions(Optional.empty(), false, (file, rows, of) -> {}, () -> false);
    }

    public LoadOptions refusedTo(Path folder) {
        return new LoadOptions(Optional.of(folder), dryRun, progress, cancelled);
    }

    public LoadOptions asDryRun() {
        return new LoadOptions(refusedFolder, true, progress, cancelled);
    }

    public LoadOptions reportingTo(LoadProgress listener) {
        return new LoadOptions(refusedFolder, dryRun, listener, cancelled);
    }

    public LoadOptions cancelledWhen(BooleanSupplier asked) {
        return new LoadOptions(refusedFolder, dryRun, progress, asked);
    }
}
