package org.jejak.world;

import java.util.List;
import java.util.Locale;

/**
 * Numbers of nothing: well-formed, so that readers accept and normalise them, and evidently made up. Telephone numbers
 * are blocks of zeros behind a valid prefix, plates begin with ZZ and end in a number with leading zeros, account
 * numbers begin with six zeros.
 */
final class Papers {

    static final List<String> COLOURS = List.of("white", "silver", "blue", "green", "red", "black", "grey");

    private static final String[] PREFIXES = {"+601200", "+668000", "+959780", "+880170"};
    private static final int[] DIGITS = {5, 5, 6, 7};

    private Papers() {}

    /** A number of Malaysia, Thailand, Myanmar or Bangladesh ({@code country} 0 to 3). */
    static String phone(int country, int number) {
        return PREFIXES[country] + padded(number, DIGITS[country]);
    }

    static String plate(boolean boat, String id) {
        return (boat ? "ZZB " : id.startsWith("v") ? "ZZV " : "ZZW ") + padded(Integer.parseInt(id.substring(1)), 4);
    }

    static String account(int number) {
        return "000000" + padded(number, 6);
    }

    static String document(String letter, int number) {
        return letter + "Z" + padded(number, 7);
    }

    private static String padded(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
