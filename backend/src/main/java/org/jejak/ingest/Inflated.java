package org.jejak.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What is in a file, whether or not it was packed with gzip. One that would unpack to far more than it is, is refused as
 * soon as that is seen.
 */
final class Inflated extends FilterInputStream {

    /** Most bytes that one file may unpack to. */
    private static final long MOST_BYTES = 32L << 30;

    /** A file may unpack to this much, or else to {@link #MOST_TIMES_ITS_SIZE} times what it is. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private static final long MOST_TIMES_ITS_SIZE = 200;

    private final Path path;
    private final long most;
    private long given;

    private Inflated(InputStream in, Path path, long most) {
        super(in);
        this.path = path;
        this.most = most;
    }

    /** The bytes of the file, unpacked where it is packed. */
    static InputStream open(Path path) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path));
        try {
            if (!isPacked(in)) {
                return in;
            }
            long most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, Files.size(path) * MOST_TIMES_ITS_SIZE));
            return new Inflated(new GZIPInputStream(in, 1 << 16), path, most);
        } catch (EOFException | ZipException broken) {
            in.close();
            throw broken(path, broken);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    static boolean isPacked(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            return isPacked(in);
        }
    }

    /** RFC 1952: two bytes of its own, and 8 for the only method there is. */
    private static boolean isPacked(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(3);
        in.reset();
        return start.length == 3 && start[0] == 0x1F && start[1] == (byte) 0x8B && start[2] == 8;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(into, from, length);
        } catch (EOFException | ZipException broken) {
            throw broken(path, broken);
        }
        given += Math.max(n, 0);
        if (given > most) {
            throw new UnreadableDelivery(path.getFileName()
                    + " would unpack to far more than it is. Unpack it yourself, look at it, and load what is in it.");
        }
        return n;
    }

    private static UnreadableDelivery broken(Path path, IOException broken) {
        return new UnreadableDelivery(
                path.getFileName() + " is packed with gzip and cannot be unpacked to its end (" + broken.getMessage()
                        + "); fetch it again. Nothing of it was loaded.",
                broken);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
