package org.jejak.ingest.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.BundleHeader;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.network.RecordFile;

/** A record bundle, format {@code jejak-records/1}, in a folder or a zip. */
public final class BundleSource implements RowSource {

    private static final String HEADER = "bundle.json";
    private static final String CSV = ".csv";
    private static final int LONGEST_HEADER = 1 << 20;

    private final String name;
    private final Parcel parcel;
    private final Delivery delivery;
    private final byte[] header;
    private final List<BundleFile> files = new ArrayList<>();

    private BundleSource(String name, Parcel parcel) throws IOException {
        this.name = name;
        this.parcel = parcel;
        try (InputStream in = parcel.open(HEADER)
                .orElseThrow(() -> new UnreadableDelivery(
                        "There is no bundle.json in " + name + ", so it is no record bundle."))) {
            this.header = in.readNBytes(LONGEST_HEADER + 1);
        }
        if (header.length > LONGEST_HEADER) {
            throw new UnreadableDelivery("bundle.json is larger than a mebibyte; it cannot be the header of a bundle.");
        }
        this.delivery = BundleHeader.read(header);
        for (String file : parcel.topFiles()) {
            if (file.toLowerCase(Locale.ROOT).endsWith(CSV) && file.length() > CSV.length()) {
                add(file, file.substring(0, file.length() - CSV.length()));
            }
        }
        files.sort(Comparator.<BundleFile>comparingInt(
                        f -> RecordFile.named(f.name()).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(BundleFile::name));
    }

    /** Some systems write {@code .CSV}; what is meant is the same, and it must not be passed over in silence. */
    private void add(String file, String table) {
        if (files.stream().anyMatch(f -> f.name().equals(table))) {
            throw new UnreadableDelivery("There are two files " + table + ".csv in " + name
                    + ", told apart only by capital letters in .csv; make one of them.");
        }
        files.add(new BundleFile(parcel, file, table));
    }

    /**
     * Opens the bundle at {@code path}.
     *
     * @throws UnreadableDelivery if it is none
     */
    public static BundleSource open(Path path) throws IOException {
        Parcel parcel = Parcel.open(path);
        try {
            Path last = path.toAbsolutePath().normalize().getFileName();
            return new BundleSource(last == null ? path.toString() : last.toString(), parcel);
        } catch (IOException | RuntimeException unreadable) {
            parcel.close();
            throw unreadable;
        }
    }

    @Override
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String digest() throws IOException {
        MessageDigest sha256 = sha256();
        sha256.update(header);
        for (BundleFile file : files) {
            sha256.update((file.name() + "\0" + file.scan().sha256() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public List<RowFile> files() {
        return List.copyOf(files);
    }

    @Override
    public Optional<InputStream> attachment(String path) throws IOException {
        return parcel.open(path);
    }

    /** All but the header, the tables that are read, and what is named. */
    @Override
    public List<String> othersThan(Set<String> named) throws IOException {
        var spokenOf = new HashSet<String>();
        spokenOf.add(HEADER);
        files.forEach(file -> spokenOf.add(file.path()));
        named.forEach(path -> parcel.meant(path).ifPresent(spokenOf::add));
        return parcel.allFiles().stream()
                .filter(path -> !spokenOf.contains(path))
                .toList();
    }

    @Override
    public void close() throws IOException {
        parcel.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
