package org.jejak.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last entry of the log at some time.
 *
 * @param seq its number, counted from 1; 0 where there is none yet
 * @param hash SHA-256 of its line in hexadecimal; zeros where there is none yet
 */
public record Head(long seq, String hash) {

    /** Before the first entry. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}):([0-9a-f]{64})");

    /** Reads {@code number:hash}. */
    public static Optional<Head> parse(String text) {
        var m = FORM.matcher(text);
        return m.matches() ? Optional.of(new Head(Long.parseLong(m.group(1)), m.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
