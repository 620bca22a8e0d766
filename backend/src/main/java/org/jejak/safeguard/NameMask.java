package org.jejak.safeguard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** A pseudonym that stands in the text already, folded. Nobody's name is sought in it. */
    private static final Pattern MASKED = Pattern.compile("protected person [0-9a-f]{3} [0-9a-f]{3}");

    /** Arabic writes "and", "so", "by", "to" and "like" as one letter in front of a name. */
    private static final Pattern ARABIC_PREFIX = Pattern.compile("(^| )[\u0648\u0641]?[\u0628\u0644\u0643]?$");

    /** Behind one of these a letter is written under the one before it. */
    private static final Set<Integer> STACKING = Set.of(0x1039, 0x17D2);

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
        var found = found(folded.text());
        if (found.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        int done = 0;
        int at = 0;
        while (at < found.size()) {
            var called = new LinkedHashSet<String>();
            int first = found.get(at).getStart();
            int last = -1;
            int widest = -1;
            while (at < found.size() && (last < 0 || found.get(at).getStart() <= last)) {
                Emit hit = found.get(at++);
                boolean insideAnother = hit.getEnd() <= widest;
                if (!insideAnother) {
                    called.add(pseudonyms.get(hit.getKeyword()));
                    widest = hit.getEnd();
                }
                last = widest;
            }
            masked.append(text, done, folded.start(first)).append(String.join(" / ", called));
            done = folded.end(last);
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Whole names, by where they begin, the longest first. Names that overlap are masked together, with all they cover. */
    private List<Emit> found(String folded) {
        var found = new ArrayList<Emit>();
        for (Emit hit : names.parseText(folded)) {
            if (isEdge(folded, hit.getEnd() + 1) && isStart(folded, hit.getStart())) {
                found.add(hit);
            }
        }
        if (!found.isEmpty()) {
            MASKED.matcher(folded)
                    .results()
                    .forEach(there ->
                            found.removeIf(hit -> hit.getStart() < there.end() && hit.getEnd() >= there.start()));
            found.sort(Comparator.comparingInt(Emit::getStart).thenComparing(Emit::getEnd, Comparator.reverseOrder()));
        }
        return found;
    }

    private static boolean isStart(String text, int start) {
        if (isEdge(text, start)) {
            return true;
        }
        return isArabic(text.codePointAt(start))
                && ARABIC_PREFIX
                        .matcher(text)
                        .region(Math.max(0, start - 3), start)
                        .find();
    }

    /** Whether a word may begin or end in front of {@code at}; in scripts without spaces, not in the middle of a syllable. */
    private static boolean isEdge(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (FoldedText.isMark(after) || STACKING.contains(before) || isInnerJamo(after)) {
            return false;
        }
        boolean insideAWord = isWordlike(before) && isWordlike(after);
        return !insideAWord || isWrittenWithoutSpaces(before) || isWrittenWithoutSpaces(after);
    }

    private static boolean isWordlike(int c) {
        return Character.isLetterOrDigit(c) || FoldedText.isMark(c);
    }

    /** A vowel or final consonant of a Korean syllable. */
    private static boolean isInnerJamo(int c) {
        return c >= 0x1160 && c <= 0x11FF;
    }

    private static boolean isArabic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /** Korean writes particles behind a name without a space. */
    private static boolean isWrittenWithoutSpaces(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA, HANGUL, JAVANESE, BALINESE -> true;
            default -> false;
        };
    }
}
