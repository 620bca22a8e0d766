package org.jejak.ingest.mapping;

import java.text.Normalizer;

/** One spelling for values that look alike, so that what is made of them is one thing. */
final class Spelling {

    private Spelling() {}

    /** Composed letters, plain blanks, and none of the marks that nobody sees; joiners belong to some scripts and stay. */
    static String of(String value) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        var spelled = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if (Character.isSpaceChar(c)) {
                spelled.append(' ');
            } else if (Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D) {
                spelled.appendCodePoint(c);
            }
        });
        return spelled.toString().strip();
    }
}
