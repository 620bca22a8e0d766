package org.jejak.ingest.mapping;

/** Digits of any script as ours: {@code ๒๕๕๘} is 2558. */
final class Digits {

    private Digits() {}

    static String ours(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80)) {
            return text;
        }
        var ours = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0x80 && Character.isDigit(c)) {
                ours.append(Character.digit(c, 10));
            } else {
                ours.appendCodePoint(c);
            }
        });
        return ours.toString();
    }
}
