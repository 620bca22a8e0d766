package org.jejak.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that stand where a name or a number should, and say that nobody knows it, or will not say. They are no name and
 * no number: two rows with the same of these words are not about the same.
 */
public final class Nobody {

    /** Nothing is there. */
    private static final Set<String> NOTHING = Set.of(
            "n/a", "n.a.", "n.a", "#n/a", "-", "--", "---", "–", "—", "?", "??", "???", ".", "nil", "none", "null",
            "(blank)", "(null)", "(none)", "tiada", "ไม่มี");

    /** Somebody is there, and not said who. */
    private static final Set<String> UNSAID = Set.of(
            "unknown",
            "unknown number",
            "unknown caller",
            "not known",
            "unidentified",
            "private",
            "private number",
            "withheld",
            "number withheld",
            "restricted",
            "anonymous",
            "no caller id",
            "no number",
            "hidden",
            "blocked",
            "unavailable",
            "invalid",
            "invalid-num",
            "tidak diketahui",
            "ไม่ทราบ",
            "ไม่ปรากฏ");

    private static final Pattern ZEROS = Pattern.compile("[0 ./-]*0[0 ./-]*");

    private Nobody() {}

    /** Whether it names nobody and nothing. {@code Na} is a name in some languages, and {@code NA} is none. */
    public static boolean is(String text) {
        return isNothing(text) || UNSAID.contains(plain(text));
    }

    /** Whether it says that there is nothing to name. */
    public static boolean isNothing(String text) {
        return text.strip().equals("NA") || NOTHING.contains(plain(text));
    }

    /** Whether it is no number of a telephone, account or paper. */
    public static boolean isNoNumber(String text) {
        return is(text) || ZEROS.matcher(text.strip()).matches();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
