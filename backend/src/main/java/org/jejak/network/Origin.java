package org.jejak.network;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who a source comes from. Two sources of one origin are one voice: they are not independent, and where one is not
 * believed neither is the other.
 */
public final class Origin {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Origin() {}

    /**
     * The origin of a source: what it says, whatever the spelling of letters and blanks; a source that does not say stands
     * for itself. No written origin is ever that of a source which does not say.
     *
     * @param written the cell {@code origin}
     */
    public static String of(Key source, String written) {
        String said = BLANKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return source.value();
        }
        return said.contains(":sources/") ? '"' + said + '"' : said;
    }

    /** The same of a row of {@code sources}. */
    public static String of(VisibleRecord source) {
        return of(source.key(), source.cell("origin"));
    }
}
