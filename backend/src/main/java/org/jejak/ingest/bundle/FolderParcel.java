package org.jejak.ingest.bundle;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    public List<String> allFiles() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(this::isInside).map(this::name).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    @Override
    public Optional<String> meant(String path) {
        return file(path).map(this::name);
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        var file = file(path);
        return file.isPresent() ? Optional.of(Files.newInputStream(file.get())) : Optional.empty();
    }

    private Optional<Path> file(String path) {
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root) && isInside(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
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
