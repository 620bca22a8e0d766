package org.jejak.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jejak.network.Key;

/**
 * What an agency knows one of its people by. Letters and digits alone count, so that {@code z-1001} and {@code Z 1001} are
 * one badge.
 *
 * @param agency its organization
 */
public record Badge(Key agency, String number) {

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final String PURPOSE = "badge";

    public Badge {
        number = NOT_ALPHANUMERIC
                .matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("a badge has letters or digits");
        }
    }

    /** Whether there is anything in {@code number} to know somebody by. */
    public static boolean isBadge(String number) {
        return NOT_ALPHANUMERIC.matcher(number).replaceAll("").length() > 0;
    }

    /** Equal for equal badges of one agency, and tells nobody without the master key which. */
    public String mark(Vault vault) {
        byte[] value = (agency.value() + "\u001F" + number).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(vault.hmac(PURPOSE, value));
    }

    /** A badge is not for printing. */
    @Override
    public String toString() {
        return "Badge[" + agency.value() + "]";
    }
}
