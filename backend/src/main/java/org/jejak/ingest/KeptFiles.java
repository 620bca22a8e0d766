package org.jejak.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jejak.identity.SealedFile;
import org.jejak.identity.Vault;
import org.jejak.network.RecordFile;

/**
 * The files that sources were typed from: checked against their digest, and kept in the home sealed for the same slots
 * as the source's row, a mebibyte at a time.
 */
final class KeptFiles {

    private final RowSource source;
    private final Vault vault;
    private final Path folder;
    private final Map<String, String> kept = new HashMap<>();

    KeptFiles(RowSource source, Vault vault, Path home) {
        this.source = source;
        this.vault = vault;
        this.folder = SealedFile.folder(home);
    }

    private static boolean names(CheckedRow row) {
        return row.recordFile().equals(Optional.of(RecordFile.SOURCES))
                && !row.cell("file").isEmpty();
    }

    /** Why the file of a source cannot be what the row says. One that was not handed over may come later. */
    Optional<Refusal> refusal(CheckedRow row) {
        String wanted = row.cell("sha256");
        if (!names(row) || wanted.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = source.attachment(row.cell("file")).orElse(null)) {
            if (in == null) {
                return Optional.empty();
            }
            var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            String is = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            return is.equalsIgnoreCase(wanted)
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "sources.csv",
                            row.raw().line(),
                            "sha256",
                            wanted,
                            "the file " + row.cell("file") + " is another one: its SHA-256 is " + is));
        } catch (IOException unreadable) {
            return Optional.of(
                    new Refusal("sources.csv", row.raw().line(), "file", row.cell("file"), "the file cannot be read"));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * The same for a version that was delivered before. A file whose digest its source states is the one that is kept
     * already; of any other nobody knows, so it is kept beside it.
     *
     * @param there under which name a file of this version is kept
     */
    Optional<String> keepAgain(CheckedRow row, long[] slots, Optional<String> there) {
        if (there.isEmpty() || !names(row) || row.cell("sha256").isEmpty()) {
            return keep(row, slots);
        }
        try (InputStream in = source.attachment(row.cell("file")).orElse(null)) {
            return in == null ? Optional.empty() : there;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Keeps the file of a source, if one was handed over; the name it is kept under. */
    Optional<String> keep(CheckedRow row, long[] slots) {
        String before = kept.get(row.key().value());
        if (!names(row) || before != null) {
            return Optional.ofNullable(before);
        }
        try (InputStream in = source.attachment(row.cell("file")).orElse(null)) {
            if (in == null) {
                return Optional.empty();
            }
            String name = UUID.randomUUID().toString();
            SealedFile.write(in, folder, name, slots, vault);
            kept.put(row.key().value(), name);
            return Optional.of(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes files that a killed load had kept before it could write the row that speaks of them. */
    static void removeAllBut(Path home, Set<String> named) {
        Path folder = SealedFile.folder(home);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> !named.contains(f))
                    .forEach(f -> remove(home, f));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void remove(Path home, String name) {
        try {
            Files.deleteIfExists(SealedFile.folder(home).resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
