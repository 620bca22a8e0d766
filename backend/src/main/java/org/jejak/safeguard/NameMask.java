package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Puts pseudonyms in the place of protected people's names in what other rows say: whole names and aliases, however they
 * are spaced and accented, as whole words. A single short name stays: it would be found in every text; what leaves the
 * house is looked at more strictly. All names are sought at once (Aho and Corasick, <i>Efficient string matching</i>,
 * Communications of the ACM 18, 1975; the library of that name).
 */
final class NameMask {

    static final NameMask NONE = new NameMask(Map.of());

    private static final int FEWEST_LETTERS = 6;
    private static final int FEWEST_HAN = 3;

    private final Map<String, String> pseudonyms;
    private final Trie names;

    /** @param pseudonyms by folded name */
    private NameMask(Map<String, String> pseudonyms) {
        this.pseudonyms = Map.copyOf(pseudonyms);
        this.names = Trie.builder().addKeywords(pseudonyms.keySet()).build();
    }

    /** @param pseudonyms by name or alias as written; names too short to be sought are passed over */
    static NameMask of(Map<String, String> pseudonyms) {
        var sought = new HashMap<String, String>();
        pseudonyms.forEach((name, pseudonym) -> {
            String folded = FoldedText.of(name).text().strip();
            if (isLongEnough(folded)) {
                sought.merge(folded, pseudonym, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        });
        return sought.isEmpty() ? NONE : new NameMask(sought);
    }

    private static boolean isLongEnough(String name) {
        long letters = name.codePoints().filter(c -> c != ' ').count();
        boolean twoWords = name.indexOf(' ') > 0 && letters > 2;
        boolean han = name.codePoints().allMatch(Character::isIdeographic);
        return twoWords || letters >= (han ? FEWEST_HAN : FEWEST_LETTERS);
    }

    /** The text with every name replaced; the text itself where none stands in it. */
    String in(String text) {
        if (pseudonyms.isEmpty() || text.length() < FEWEST_HAN) {
            return text;
        }
        var folded = FoldedText.of(text);
        var found = new ArrayList<Emit>();
        for (Emit hit : names.parseText(folded.text())) {
            if (isWhole(folded.text(), hit)) {
                found.add(hit);
            }
        }
        if (found.isEmpty()) {
            return text;
        }
        found.sort(Comparator.comparingInt(Emit::getStart).thenComparing(Emit::getEnd, Comparator.reverseOrder()));
        var masked = new StringBuilder();
        int done = 0;
        int through = -1;
        for (Emit hit : found) {
            if (hit.getStart() > through) {
                masked.append(text, done, folded.start(hit.getStart()));
                masked.append(pseudonyms.get(hit.getKeyword()));
                done = folded.end(hit.getEnd());
                through = hit.getEnd();
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Between spaces; in scripts that write none, not in the middle of a syllable. */
    private static boolean isWhole(String text, Emit hit) {
        return isEdge(text, hit.getStart(), -1) && isEdge(text, hit.getEnd(), 1);
    }

    private static boolean isEdge(String text, int at, int step) {
        int beside = at + step;
        if (beside < 0 || beside >= text.length()) {
            return true;
        }
        char next = text.charAt(beside);
        if (step > 0 && FoldedText.isMark(next)) {
            return false;
        }
        return !Character.isLetterOrDigit(next) && !FoldedText.isMark(next) && !Character.isSurrogate(next)
                || isWrittenWithoutSpaces(text.charAt(at)) && (step > 0 || !FoldedText.isMark(text.charAt(at)));
    }

    private static boolean isWrittenWithoutSpaces(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA, JAVANESE, BALINESE -> true;
            default -> false;
        };
    }
}
