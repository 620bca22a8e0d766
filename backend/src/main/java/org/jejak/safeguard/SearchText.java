package org.jejak.safeguard;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text is taken apart for finding: words by the Unicode rules (with dictionaries for Thai and Burmese, which write
 * none apart), case and accents folded, every script in the Latin letters of ICU's transliteration. For Thai that is
 * ISO 11940, letter by letter: สมชาย is found as {@code smchay} and by its own letters, not yet by the sound
 * ({@code somchai}). Lucene and ICU do it.
 */
final class SearchText {

    static final int LONGEST_PREFIX = 20;

    private SearchText() {}

    /** For what is to be found: every beginning of every word. */
    static Analyzer indexed() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new ICUTokenizer();
                var words = latin(tokenizer);
                return new TokenStreamComponents(tokenizer, new EdgeNGramTokenFilter(words, 1, LONGEST_PREFIX, true));
            }
        };
    }

    /** For what is typed: whole words. */
    static Analyzer typed() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new ICUTokenizer();
                return new TokenStreamComponents(tokenizer, latin(tokenizer));
            }
        };
    }

    private static TokenStream latin(TokenStream words) {
        return new ICUFoldingFilter(new ICUTransformFilter(words, Transliterator.getInstance("Any-Latin")));
    }

    /** The words of {@code text} as they are compared. */
    static List<String> words(Analyzer analyzer, String text) {
        try (var stream = analyzer.tokenStream("text", text)) {
            var words = new ArrayList<String>();
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
            return words;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Letters and digits only, lower case: a plate or number however it was spaced. */
    static String compact(String text) {
        var kept = new StringBuilder(text.length());
        text.toLowerCase(java.util.Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
