package org.jejak.ingest;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How to load.
 *
 * @param refusedFolder where refused rows go; empty for {@code refused-LOAD} in {@code refusedIn}
 * @param refusedIn where that folder is made: of a command where it was typed; a program that stays says a place of its
 *     own, since nobody looks into the folder it happened to be started in
 * @param dryRun whether to take everything back at the end and only report
 * @param progress told after each batch
 * @param cancelled asked after each batch; what was loaded so far is then taken back
 */
public record LoadOptions(
        Optional<Path> refusedFolder,
        Path refusedIn,
        boolean dryRun,
        LoadProgress progress,
        BooleanSupplier cancelled) {

    public static LoadOptions defaults() {
        return new LoadOptions(Optional.empty(), Path.of(""), false, (file, rows, of) -> {}, () -> false);
    }

    public LoadOptions refusedTo(Path folder) {
        return new LoadOptions(Optional.of(folder), refusedIn, dryRun, progress, cancelled);
    }

    /** Refused rows get a folder named after their load in {@code folder}. */
    public LoadOptions refusedIn(Path folder) {
        return new LoadOptions(Optional.empty(), folder, dryRun, progress, cancelled);
    }

    /** Where the refused rows of this load go, whole, so that it means the same wherever it is read. */
    Path refusedOf(String load) {
        return refusedFolder
                .orElseGet(() -> refusedIn.resolve("refused-" + load))
                .toAbsolutePath()
                .normalize();
    }

    public LoadOptions asDryRun() {
        return new LoadOptions(refusedFolder, refusedIn, true, progress, cancelled);
    }

    public LoadOptions reportingTo(LoadProgress listener) {
        return new LoadOptions(refusedFolder, refusedIn, dryRun, listener, cancelled);
    }

    public LoadOptions cancelledWhen(BooleanSupplier asked) {
        return new LoadOptions(refusedFolder, refusedIn, dryRun, progress, asked);
    }
}
