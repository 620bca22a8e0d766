package org.jejak.ingest;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a name or an id is written, freed of what nobody sees: two cells that look alike on the screen are one person. An
 * accent is one character however it was typed, every kind of blank is a blank, and marks without a width are gone.
 */
public final class Spelling {

    /** Scripts in which a joiner without a width changes how the letters beside it are drawn, so that it is seen. */
    private static final Set<Character.UnicodeScript> JOINING = EnumSet.of(
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.SYRIAC,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.BENGALI,
            Character.UnicodeScript.GURMUKHI,
            Character.UnicodeScript.GUJARATI,
            Character.UnicodeScript.ORIYA,
            Character.UnicodeScript.TAMIL,
            Character.UnicodeScript.TELUGU,
            Character.UnicodeScript.KANNADA,
            Character.UnicodeScript.MALAYALAM,
            Character.UnicodeScript.SINHALA,
            Character.UnicodeScript.MYANMAR,
            Character.UnicodeScript.KHMER);

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Spelling() {}

    /** The text as it is seen. */
    public static String seen(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        var seen = new StringBuilder(text.length());
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                c = ' ';
            } else if (isUnseen(c, before, i < text.length() ? text.codePointAt(i) : -1)) {
                continue;
            }
            if (c != ' ' || before != ' ') {
                seen.appendCodePoint(c);
            }
            before = c;
        }
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    private static boolean isPlain(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isUnseen(int c, int before, int after) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return !isJoining(before) || !isJoining(after);
        }
        return Character.getType(c) == Character.FORMAT && Character.charCount(c) == 1;
    }

    private static boolean isJoining(int c) {
        return c >= 0 && JOINING.contains(Character.UnicodeScript.of(c));
    }
}
