package org.jejak.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jejak.network.Key;

/**
 * A file of a format that knows no sources: it becomes the one source of all its rows, named after the file and its
 * digest and graded F6, which is <em>cannot be judged</em>.
 *
 * @param sha256 lower-case hexadecimal
 */
public record DeliveredFile(Path path, String name, String sha256) {

    /** Characters beside control characters that are written {@code %XX} in an id; {@code #} is ours, for made-up ids. */
    private static final String ENCODED = "|,:/@%#";

    private static final int DIGEST_IN_ID = 12;
    private static final String PACKED = ".gz";

    public static DeliveredFile of(Path path) throws IOException {
        MessageDigest sha256 = newDigest();
        try (var in = new DigestInputStream(Files.newInputStream(path), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        Path last = path.toAbsolutePath().normalize().getFileName();
        return new DeliveredFile(
                path,
                last == null ? path.toString() : last.toString(),
                HexFormat.of().formatHex(sha256.digest()));
    }

    /** What is in it, unpacked where it is packed with gzip. */
    public InputStream open() throws IOException {
        return open(path);
    }

    /** The same of a file of which nothing else is asked yet. */
    public static InputStream open(Path path) throws IOException {
        return Inflated.open(path);
    }

    /** Whether it is packed with gzip. */
    public boolean isPacked() throws IOException {
        return Inflated.isPacked(path);
    }

    /** What the file is called when it is not packed, so that a list is the same list in both ways. */
    public String unpackedName() {
        return name.toLowerCase(Locale.ROOT).endsWith(PACKED)
                ? name.substring(0, name.length() - PACKED.length())
                : name;
    }

    /** Id of the source all its rows rest on. */
    public String sourceId() {
        return id(name) + "#" + sha256.substring(0, DIGEST_IN_ID);
    }

    /** The row of {@code sources.csv} for it. */
    public Map<String, String> sourceRow() {
        var row = new LinkedHashMap<String, String>();
        row.put("id", sourceId());
        row.put("kind", "other");
        row.put("title", name);
        row.put("origin", name);
        row.put("reliability", "F");
        row.put("credibility", "6");
        row.put("sha256", sha256);
        return row;
    }

    /**
     * An id of the contract for an id from elsewhere: what may not stand there is percent-encoded, so that different ids
     * stay different; one that is too long then keeps its beginning and gets a digest of the whole.
     */
    public static String id(String foreign) {
        var id = new StringBuilder();
        int last = foreign.length();
        for (int i = 0; i < last; ) {
            int c = foreign.codePointAt(i);
            int width = Character.charCount(c);
            boolean edge = (i == 0 || i + width == last) && Key.isBlank(c);
            if (edge || Character.isISOControl(c) || ENCODED.indexOf(c) >= 0 || isLoneSurrogate(c)) {
                for (byte b : foreign.substring(i, i + width).getBytes(StandardCharsets.UTF_8)) {
                    id.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            } else {
                id.appendCodePoint(c);
            }
            i += width;
        }
        return fitted(id.toString());
    }

    /** Shortens an id that is longer than the contract allows. */
    public static String fitted(String id) {
        if (id.codePointCount(0, id.length()) <= Key.LONGEST_ID) {
            return id;
        }
        byte[] digest = newDigest().digest(id.getBytes(StandardCharsets.UTF_8));
        return id.substring(0, id.offsetByCodePoints(0, 100)) + "#"
                + HexFormat.of().formatHex(digest, 0, 16);
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
