package org.jejak.safeguard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as names are compared: without case, accents, signs and invisible characters, one space between words; and where
 * each of its characters stood. Vowel marks of Thai, Burmese and the like stay: without them different names would be one.
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
            if (Character.getType(point) != Character.FORMAT) {
                String plain = point < 0x80
                        ? String.valueOf((char) Character.toLowerCase(point))
                        : Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                                .toLowerCase(Locale.ROOT);
                for (int i = 0; i < plain.length(); i++) {
                    char c = plain.charAt(i);
                    boolean accent = c >= '\u0300' && c <= '\u036F';
                    boolean wordlike = Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c);
                    boolean secondSpace = !wordlike && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
                    if (accent || secondSpace) {
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
            }
            at = next;
        }
        return new FoldedText(folded.toString(), starts, ends);
    }

    static boolean isMark(char c) {
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

    /** Where it ends. */
    int end(int index) {
        return ends[index];
    }
}
