package org.jejak.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only the owner of the home may read, created that way and not narrowed afterwards. */
public final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** The folder, made with its parents where it is not there. */
    public static Path directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            return Files.createDirectory(directory, only("rwx------"));
        } catch (FileAlreadyExistsException another) {
            return directory;
        }
    }

    /** An empty file, or the one that is there. */
    public static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException there) {
            return file;
        }
    }

    /** Writes {@code bytes} so that a reader sees the old content or the new, never a part. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path next = file.resolveSibling(
                file.getFileName() + ".next-" + ProcessHandle.current().pid());
        file(next);
        try (var out = FileChannel.open(next, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
