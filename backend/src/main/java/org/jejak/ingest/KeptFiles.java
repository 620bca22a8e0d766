package org.jejak.ingest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jejak.identity.OwnerOnly;
import org.jejak.identity.Vault;
import org.jejak.network.RecordFile;

/**
 * The files that sources were typed from: checked against their digest, and kept in the home sealed for the same slots
 * as the source's row, a mebibyte at a time.
 */
final class KeptFiles {

    private static final int CHUNK = 1 << 20;

    /** More than sealing adds to a chunk, for as many slots as a row may have. */
    private static final int SEALING = 1 << 16;

    private final RowSource source;
    private final Vault vault;
    private final Path folder;
    private final Map<String, String> kept = new HashMap<>();

    KeptFiles(RowSource source, Vault vault, Path home) {
        this.source = source;
        this.vault = vault;
        this.folder = folder(home);
    }

    static Path folder(Path home) {
        return home.resolve("files");
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
            return is.equals(wanted)
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
            Path file = OwnerOnly.file(OwnerOnly.directory(folder).resolve(name));
            try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                int number = 0;
                for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                    byte[] sealed = vault.seal(slots, chunk, name + "#" + number++);
                    out.write(ByteBuffer.allocate(4).putInt(sealed.length).flip());
                    out.write(ByteBuffer.wrap(sealed));
                }
                byte[] end = vault.seal(slots, new byte[0], name + "#end" + number);
                out.write(ByteBuffer.allocate(4).putInt(-end.length).flip());
                out.write(ByteBuffer.wrap(end));
                out.force(true);
            }
            kept.put(row.key().value(), name);
            return Optional.of(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Opens a kept file, chunk by chunk.
     *
     * @throws IOException if it ends too early, or a chunk is not the one that was sealed there
     */
    static void unseal(InputStream in, String name, long[] slots, Vault vault, OutputStream out) throws IOException {
        var data = new DataInputStream(new BufferedInputStream(in));
        for (int number = 0; ; number++) {
            int length = data.readInt();
            boolean end = length < 0;
            if (Math.abs((long) length) > CHUNK + SEALING) {
                throw new IOException("a chunk of " + length + " bytes was never sealed here");
            }
            byte[] sealed = new byte[Math.abs(length)];
            data.readFully(sealed);
            byte[] chunk = vault.open(slots, sealed, end ? name + "#end" + number : name + "#" + number);
            if (end) {
                return;
            }
            out.write(chunk, 0, chunk.length);
        }
    }

    /** Removes files that a killed load had kept before it could write the row that speaks of them. */
    static void removeAllBut(Path home, Set<String> named) {
        Path folder = folder(home);
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
            Files.deleteIfExists(folder(home).resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
