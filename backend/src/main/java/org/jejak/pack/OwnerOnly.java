package org.jejak.pack;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read from the moment they exist, where the file system knows owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** A new empty file in {@code folder}, to be moved to its place when it is complete. */
    static Path temporary(Path folder) throws IOException {
        return isPosix()
                ? Files.createTempFile(
                        folder,
                        ".new",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".new", ".tmp");
    }
}
