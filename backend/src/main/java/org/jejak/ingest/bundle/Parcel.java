package org.jejak.ingest.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.UnreadableDelivery;

/** What a bundle comes in: a folder, or a zip of one. Nothing outside of it can be reached through it. */
sealed interface Parcel extends Closeable permits FolderParcel, ZipParcel {

    /** More files than this in one bundle is no bundle. */
    int MOST_FILES = 10_000;

    static Parcel open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new UnreadableDelivery("There is nothing at " + path + ".");
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableDelivery(path + " may not be read by this user.");
        }
        return Files.isDirectory(path) ? new FolderParcel(path) : new ZipParcel(path);
    }

    /** Names of the files that lie at the top, beside {@code bundle.json}, sorted. */
    List<String> topFiles() throws IOException;

    /** Paths of all files within the parcel, with slashes, sorted. */
    List<String> allFiles() throws IOException;

    /** Which of {@link #allFiles()} a path means; empty if it is none of them. */
    Optional<String> meant(String path);

    /** Opens a file by its path within the parcel; empty if it is not there or the path leads out. */
    Optional<InputStream> open(String path) throws IOException;
}
