package org.jejak.ingest.translation;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.DeliveredFile;

/**
 * In which encoding a text is written. A mark of byte order says it; a text without one is UTF-8, or what was named for
 * it. Nothing is read by a guess: letters that were guessed wrong are other names, and other names are other people. A
 * guess is only said to whoever can name it.
 */
public final class TextEncoding {

    private static final String THAI = "windows-874";

    /** So many letters that are UTF-8 are so by no chance. */
    private static final int NO_CHANCE = 8;

    private static final int LOOKED_AT = 1 << 16;
    private static final int ENOUGH_TO_GUESS = 8_000;

    private TextEncoding() {}

    /** @param named by the mapping */
    static Charset of(DeliveredFile file, Optional<Charset> named) throws IOException {
        byte[] start;
        try (InputStream in = file.open()) {
            start = in.readNBytes(LOOKED_AT);
        }
        Optional<Charset> marked = marked(start).or(() -> twoBytesEach(start));
        if (marked.isPresent()) {
            return marked.get();
        }
        Charset other = named.orElse(StandardCharsets.UTF_8);
        boolean utf8 = other.equals(StandardCharsets.UTF_8)
                || other.name().startsWith("UTF-16")
                || other.name().startsWith("UTF-32")
                || isUtf8(file, other);
        return utf8 ? StandardCharsets.UTF_8 : other;
    }

    private static Optional<Charset> marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(start, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean begins(byte[] start, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (start.length <= i || start[i] != (byte) with[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without its mark: separators and line ends have a zero byte before or behind them, and no text else has. */
    private static Optional<Charset> twoBytesEach(byte[] start) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (Math.min(even, odd) > 0 || Math.max(even, odd) < 2) {
            return Optional.empty();
        }
        return Optional.of(odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /** Whether a file for which another encoding was named is UTF-8 in truth, as when it was saved again in between. */
    private static boolean isUtf8(DeliveredFile file, Charset named) throws IOException {
        byte[] acute = {(byte) 0xC3, (byte) 0xA9};
        boolean western = new String(acute, named).equals("\u00C3\u00A9");
        int needed = western ? 1 : NO_CHANCE;
        int letters = 0;
        try (var in = new BufferedInputStream(file.open(), LOOKED_AT)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c < 0x80) {
                    continue;
                }
                int more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : -1;
                for (int i = 0; i < more; i++) {
                    more = (in.read() & 0xC0) == 0x80 ? more : -1;
                }
                if (more < 0) {
                    return false;
                }
                letters++;
                if (!western && letters >= needed) {
                    return true;
                }
            }
        }
        return letters >= needed;
    }

    /** What a text that is no UTF-8 may be written in, for whoever can name it; empty where nothing speaks for any. */
    public static Optional<String> guess(DeliveredFile file) throws IOException {
        byte[] letters = linesWithLetters(file);
        if (letters.length == 0) {
            return Optional.empty();
        }
        if (looksThai(letters)) {
            return Optional.of(THAI);
        }
        var detector = new CharsetDetector();
        detector.setText(letters);
        Optional<CharsetMatch> best = Optional.empty();
        for (CharsetMatch match : detector.detectAll()) {
            boolean western =
                    match.getName().equals("ISO-8859-1") || match.getName().equals("windows-1252");
            // a few letters tell the alphabets of Europe hardly apart, and of these Windows writes one almost
            // everywhere
            if (western
                    && match.getConfidence() * 2
                            >= best.map(CharsetMatch::getConfidence).orElse(0)) {
                return Optional.of("windows-1252");
            }
            String name = match.getName();
            boolean told = name.startsWith("UTF-") || name.startsWith("IBM") || !Charset.isSupported(name);
            best = told ? best : best.or(() -> Optional.of(match));
        }
        return best.map(CharsetMatch::getName);
    }

    /** Those lines that hold anything beyond ASCII, as many as a guess takes. */
    private static byte[] linesWithLetters(DeliveredFile file) throws IOException {
        var kept = new ByteArrayOutputStream();
        var line = new ByteArrayOutputStream();
        boolean beyond = false;
        try (var in = new BufferedInputStream(file.open(), LOOKED_AT)) {
            for (int c = in.read(); c >= 0 && kept.size() < ENOUGH_TO_GUESS; c = in.read()) {
                beyond |= c >= 0x80;
                if (line.size() < ENOUGH_TO_GUESS) {
                    line.write(c);
                }
                if (c == '\n' || c == '\r') {
                    if (beyond) {
                        kept.writeBytes(line.toByteArray());
                    }
                    line.reset();
                    beyond = false;
                }
            }
        }
        if (beyond) {
            kept.writeBytes(line.toByteArray());
        }
        return kept.toByteArray();
    }

    /** ICU has no Thai: there letters stand in rows, half of them consonants, and some bytes never occur. */
    private static boolean looksThai(byte[] text) {
        int letters = 0;
        int consonants = 0;
        int inRows = 0;
        int row = 0;
        for (int i = 0; i <= text.length; i++) {
            int c = i < text.length ? text[i] & 0xFF : 0;
            if (c >= 0x80) {
                boolean never = c >= 0xDB && c <= 0xDE || c >= 0xFC || c < 0xA0 && c != 0x80 && c != 0x85 && c < 0x91;
                if (never) {
                    return false;
                }
                letters++;
                consonants += c >= 0xA1 && c <= 0xCE ? 1 : 0;
                row++;
            } else {
                inRows += row >= 2 ? row : 0;
                row = 0;
            }
        }
        return letters > 2 && inRows * 10 >= letters * 8 && consonants * 100 >= letters * 45;
    }

    /** Why a file cannot be read in an encoding, and how to mend it. */
    static String noText(DeliveredFile file, Charset charset) {
        String guessed;
        try {
            guessed =
                    guess(file).filter(g -> !g.equalsIgnoreCase(charset.name())).orElse("");
        } catch (IOException unreadable) {
            guessed = "";
        }
        String looks = guessed.isEmpty() ? "" : "; by its letters it may be " + guessed;
        String example = guessed.isEmpty() ? "windows-1252" : guessed;
        return String.format(
                Locale.ROOT,
                "%s is not text in %s%s. Save it again as CSV UTF-8 (Excel: CSV UTF-8, LibreOffice: Unicode UTF-8), or"
                        + " say in a mapping how it is written, as in encoding: %s. Nothing of it was loaded.",
                file.name(),
                charset.name(),
                looks,
                example);
    }
}
