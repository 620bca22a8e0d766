package org.jejak.identity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file sealed a mebibyte at a time, so that it may be larger than the memory; a chunk lost, moved or cut off shows. */
public final class SealedFile {

    private static final int CHUNK = 1 << 20;

    /** More than sealing adds to a chunk, for as many slots as a row may have. */
    private static final int SEALING = 1 << 16;

    private SealedFile() {}

    /** The folder of the home in which they lie, each under a name that says nothing. */
    public static Path folder(Path home) {
        return home.resolve("files");
    }

    /** Seals all of {@code in} into the new file {@code name} of {@code folder}. */
    public static void write(InputStream in, Path folder, String name, long[] slots, Vault vault) throws IOException {
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
    }

    /**
     * Opens it, chunk by chunk.
     *
     * @throws IOException if it ends too early, or a chunk is not the one that was sealed there
     * @throws KeyDestroyed if a slot it was sealed for is gone
     */
    public static void read(Path folder, String name, long[] slots, Vault vault, OutputStream out) throws IOException {
        try (var data = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))))) {
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
    }
}
