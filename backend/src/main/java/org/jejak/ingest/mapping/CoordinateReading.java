package org.jejak.ingest.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.ingest.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * Reads latitudes and longitudes as maps, receivers and patrol logs write them: degrees with a fraction, degrees and
 * minutes, or degrees, minutes and seconds, with the letter of the hemisphere or a sign.
 */
final class CoordinateReading {

    private static final String LETTER = "([NSEW])?";
    private static final String FRACTION = "(?:[.,]\\d+)?";
    private static final Pattern DEGREES =
            Pattern.compile(LETTER + "\\s*(-|\\+)?\\s*(\\d{1,3}" + FRACTION + ")\\s*[°º˚]?\\s*" + LETTER);
    private static final Pattern PARTS = Pattern.compile(LETTER + "\\s*(-|\\+)?\\s*(\\d{1,3})(?:\\s*[°º˚]\\s*|[ :])"
            + "(\\d{1,2}" + FRACTION + ")(?:\\s*['′’‘´`]\\s*|[ :])?"
            + "(?:(\\d{1,2}" + FRACTION + ")\\s*(?:\"|″|”|“|''|′′|’’)?)?\\s*" + LETTER);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /** Behind the point: a centimetre on the ground, more than any of these ways of writing has. */
    private static final int DECIMALS = 7;

    private CoordinateReading() {}

    /** @param column {@code lat} or {@code lon} */
    static String read(String column, String given) throws NotRead {
        String text = Digits.ours(given).strip().replace('\u2212', '-').toUpperCase(Locale.ROOT);
        String read =
                degrees(column, text).or(() -> parts(column, text)).orElseThrow(() -> new NotRead(expected(column)));
        Optional<String> broken = Coordinates.broken(column, read);
        if (broken.isPresent()) {
            throw new NotRead(broken.get());
        }
        return read;
    }

    private static Optional<String> degrees(String column, String text) {
        Matcher found = DEGREES.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String plain = found.group(3).replace(',', '.');
        return sign(column, found.group(1), found.group(2), found.group(4)).map(sign -> sign + plain);
    }

    private static Optional<String> parts(String column, String text) {
        Matcher found = PARTS.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        BigDecimal minutes = number(found.group(4));
        BigDecimal seconds = number(found.group(5));
        boolean fractionBeforeSeconds = found.group(5) != null && minutes.scale() > 0;
        if (fractionBeforeSeconds || minutes.compareTo(SIXTY) >= 0 || seconds.compareTo(SIXTY) >= 0) {
            return Optional.empty();
        }
        BigDecimal whole = number(found.group(3))
                .add(minutes.divide(SIXTY, MathContext.DECIMAL64))
                .add(seconds.divide(SIXTY.multiply(SIXTY), MathContext.DECIMAL64))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return sign(column, found.group(1), found.group(2), found.group(6))
                .map(sign -> sign + (whole.signum() == 0 ? "0" : whole.toPlainString()));
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }

    /** The sign for a letter, before or behind, that this column may have; empty where they contradict each other. */
    private static Optional<String> sign(
            String column, @Nullable String before, @Nullable String given, @Nullable String behind) {
        if (before != null && behind != null || given != null && (before != null || behind != null)) {
            return Optional.empty();
        }
        String letter = before != null ? before : behind == null ? "" : behind;
        if (!letter.isEmpty() && !(column.equals("lat") ? "NS" : "EW").contains(letter)) {
            return Optional.empty();
        }
        return Optional.of("S".equals(letter) || "W".equals(letter) || "-".equals(given) ? "-" : "");
    }

    private static String expected(String column) {
        return column.equals("lat")
                ? "it is no latitude like 6.7035, 6°42.2' N or 6°42'12.5\" N"
                : "it is no longitude like 100.175, 100°10.5' E or 100°10'30\" E";
    }
}
