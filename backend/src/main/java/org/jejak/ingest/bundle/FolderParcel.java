package org.jejak.ingest.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.UnreadableDelivery;

/** A bundle as a folder. Links are followed only as long as they stay within it. */
final class FolderParcel implements Parcel {

    private final Path root;

    FolderParcel(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    @Override
    public List<String> topFiles() throws IOException {
        try (var files = Files.list(root)) {
            List<String> names = files.filter(this::isInside)
                    .limit(MOST_FILES + 1L)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
            if (names.size() > MOST_FILES) {
                throw new UnreadableDelivery("More than " + MOST_FILES + " files lie in " + root + ".");
            }
            return names;
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path file;
        try {
            file = root.resolve(path).normalize();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        return file.startsWith(root) && isInside(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    private boolean isInside(Path file) {
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {}
}
