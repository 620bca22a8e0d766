package org.jejak.safeguard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as names are compared: without case, accents, signs and invisible characters, one space between words; and where
 * each of its characters stood. Vowel marks of Thai, Burmese and the like stay: without them different names would be one.
 * Those of Arabic go, since hardly anybody writes them.
 */
final class FoldedText {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static FoldedText of(String written) {
        var folded = new StringBuilder(written.length());
        int[] starts = new int[written.length() + 16];
        int[] ends = new int[starts.length];
        int at = 0;
        while (at < written.length()) {
            int point = written.codePointAt(at);
            int next = at + Character.charCount(point);
            String plain = Character.getType(point) == Character.FORMAT ? "" : plain(point);
            boolean nothingLeft = true;
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                if (isAccent(c)) {
                    continue;
                }
                nothingLeft = false;
                boolean wordlike = Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c);
                if (!wordlike && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ')) {
                    continue;
                }
                if (folded.length() == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    ends = Arrays.copyOf(ends, starts.length);
                }
                starts[folded.length()] = at;
                ends[folded.length()] = next;
                folded.append(wordlike ? c : ' ');
            }
            boolean behindALetter = !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ';
            if (nothingLeft && behindALetter) {
                ends[folded.length() - 1] = next;
            }
            at = next;
        }
        return new FoldedText(folded.toString(), starts, ends);
    }

    private static String plain(int point) {
        if (point < 0x80) {
            return String.valueOf((char) Character.toLowerCase(point));
        }
        String decomposed = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        return switch (decomposed) {
            case "đ" -> "d";
            case "ł" -> "l";
            case "ø" -> "o";
            case "ħ" -> "h";
            case "ı" -> "i";
            case "ß" -> "ss";
            case "æ" -> "ae";
            case "œ" -> "oe";
            case "ς" -> "σ";
            default -> decomposed;
        };
    }

    /** What comes and goes in one and the same name: accents of Latin, Greek and Cyrillic, vowel signs of Arabic. */
    private static boolean isAccent(char c) {
        return c >= '\u0300' && c <= '\u036F' || c >= '\u064B' && c <= '\u065F' || c == '\u0670' || c == '\u0640';
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    String text() {
        return text;
    }

    /** Where the written text that became the folded character at {@code index} begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where it ends, the accents that belong to it included. */
    int end(int index) {
        return ends[index];
    }
}
