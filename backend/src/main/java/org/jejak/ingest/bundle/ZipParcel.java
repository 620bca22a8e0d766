package org.jejak.ingest.bundle;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jejak.ingest.UnreadableDelivery;

/**
 * A bundle as a zip, with {@code bundle.json} at its top or in the one folder it holds. A zip that would unpack to far
 * more than it is, or whose entries name places outside of it, is refused before anything of it is used.
 */
final class ZipParcel implements Parcel {

    /** Most bytes that all entries together may unpack to. */
    private static final long MOST_BYTES = 32L << 30;

    /** An entry may unpack to this much, or else to {@link #MOST_TIMES_ITS_SIZE} times what it takes in the zip. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private static final long MOST_TIMES_ITS_SIZE = 200;

    private static final String HEADER = "bundle.json";

    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();

    ZipParcel(Path path) throws IOException {
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException notAZip) {
            throw new UnreadableDelivery(path.getFileName() + " is neither a folder nor a zip.", notAZip);
        }
        try {
            examine();
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void examine() {
        if (zip.size() > MOST_FILES) {
            throw new UnreadableDelivery("The zip holds more than " + MOST_FILES + " files.");
        }
        long total = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
            String name = entry.getName();
            if (leadsOut(name)) {
                throw new UnreadableDelivery("The zip names a place outside of itself; it was not made honestly.");
            }
            total += Math.max(entry.getSize(), 0);
            if (total > MOST_BYTES || total < 0 || isBomb(entry.getSize(), entry.getCompressedSize())) {
                throw new UnreadableDelivery(
                        "The zip would unpack to far more than it is. Unpack it yourself, look at it, and load the folder.");
            }
            if (!entry.isDirectory() && files.put(name, entry) != null) {
                throw new UnreadableDelivery("The zip holds two files named " + name
                        + ", and nobody can tell which one is meant. Zip the bundle's folder again.");
            }
        }
        String top = top();
        if (!top.isEmpty()) {
            var below = new TreeMap<String, ZipEntry>();
            files.forEach((name, entry) -> {
                if (name.startsWith(top)) {
                    below.put(name.substring(top.length()), entry);
                }
            });
            files.clear();
            files.putAll(below);
        }
    }

    /** The folder that the bundle lies in, with its slash; empty where it lies at the top. */
    private String top() {
        if (files.containsKey(HEADER)) {
            return "";
        }
        List<String> headers = files.keySet().stream()
                .filter(n -> n.matches("[^/]+/bundle\\.json"))
                .toList();
        if (headers.size() > 1) {
            throw new UnreadableDelivery("The zip holds " + headers.size() + " bundles (" + String.join(", ", headers)
                    + "). Load each by itself, so that none is passed over.");
        }
        return headers.isEmpty()
                ? ""
                : headers.getFirst().substring(0, headers.getFirst().length() - HEADER.length());
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.matches("[A-Za-z]:.*")
                || name.equals("..")
                || name.startsWith("../")
                || name.contains("/../")
                || name.endsWith("/..")
                || name.indexOf('\0') >= 0;
    }

    private static boolean isBomb(long size, long compressed) {
        return size > HARMLESS_BYTES && size / Math.max(compressed, 1) > MOST_TIMES_ITS_SIZE;
    }

    @Override
    public List<String> topFiles() {
        return files.keySet().stream().filter(n -> n.indexOf('/') < 0).toList();
    }

    @Override
    public List<String> allFiles() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<String> meant(String path) {
        return files.containsKey(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        ZipEntry entry = files.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Measured(zip.getInputStream(entry), entry.getCompressedSize()));
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableDelivery("The zip is damaged or locked with a password.", damaged);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What an entry says of its size may be a lie: this one counts what really comes out. */
    private static final class Measured extends FilterInputStream {

        private final long compressed;
        private long read;

        Measured(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int n = super.read(into, offset, length);
                count(n);
                return n;
            } catch (ZipException | EOFException damaged) {
                throw new UnreadableDelivery("The zip is damaged.", damaged);
            }
        }

        private void count(int n) {
            read += Math.max(n, 0);
            if (read > MOST_BYTES || isBomb(read, compressed)) {
                throw new UnreadableDelivery("The zip unpacks to far more than it says.");
            }
        }
    }
}
