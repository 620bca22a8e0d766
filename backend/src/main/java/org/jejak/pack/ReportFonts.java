package org.jejak.pack;

import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;
import org.openpdf.text.pdf.LayoutProcessor;

/**
 * The fonts of a report: Noto Sans for Latin, Cyrillic and Greek, and its relatives for Thai, Burmese, Arabic, Bengali
 * and Khmer, embedded; Chinese by the reader's own font, since one that covers it is too large to carry. Scripts whose
 * letters change shape or place are shaped by the JDK (HarfBuzz); where a machine's JDK cannot work with fonts at all,
 * letters stand unshaped, and the report says so.
 */
final class ReportFonts {

    private static final String FOLDER = "org/jejak/pack/fonts/";
    private static final String LATIN = "NotoSans-Regular.ttf";
    private static final List<String> OTHERS = List.of(
            "NotoSansThai-Regular.ttf",
            "NotoSansMyanmar-Regular.ttf",
            "NotoNaskhArabic-Regular.ttf",
            "NotoSansBengali-Regular.ttf",
            "NotoSansKhmer-Regular.ttf");

    /** Loaded before shaping is switched on, which leaves them plain: Latin needs none, and most of a report is Latin. */
    private static final BaseFont REGULAR = embedded(LATIN);

    private static final BaseFont BOLD = embedded("NotoSans-Bold.ttf");
    private static final boolean SHAPED = shapes();
    private static final List<BaseFont> FALLBACKS = fallbacks();

    /** Whether scripts that need it are shaped on this machine. */
    static boolean isShaped() {
        return SHAPED;
    }

    Phrase text(String text, float size) {
        return phrase(REGULAR, text, size);
    }

    Phrase bold(String text, float size) {
        return phrase(BOLD, text, size);
    }

    BaseFont regular() {
        return REGULAR;
    }

    private Phrase phrase(BaseFont latin, String text, float size) {
        if (text.codePoints().allMatch(c -> c < 0x80 || latin.charExists(c))) {
            return new Phrase(text, new Font(latin, size));
        }
        var selector = new FontSelector();
        selector.addFont(new Font(latin, size));
        for (BaseFont font : FALLBACKS) {
            selector.addFont(new Font(font, size));
        }
        return selector.process(text);
    }

    private static List<BaseFont> fallbacks() {
        var fonts = new ArrayList<BaseFont>();
        OTHERS.forEach(file -> fonts.add(embedded(file)));
        fonts.add(chinese());
        return List.copyOf(fonts);
    }

    private static BaseFont embedded(String file) {
        try {
            return BaseFont.createFont(FOLDER + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("a font of this program is missing: " + file, e);
        }
    }

    private static BaseFont chinese() {
        try {
            return BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("a character map of the PDF library is missing", e);
        }
    }

    /** Tries one word and switches shaping on for fonts loaded from now on; some minimal systems have a JDK whose fonts fail with an error. */
    private static boolean shapes() {
        try (InputStream font = ReportFonts.class.getResourceAsStream("fonts/" + LATIN)) {
            java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, java.util.Objects.requireNonNull(font))
                    .createGlyphVector(new FontRenderContext(null, true, true), "Jejak");
            if (!LayoutProcessor.isEnabled()) {
                LayoutProcessor.enable();
                LayoutProcessor.setWriteActualText();
            }
            return true;
        } catch (IOException | java.awt.FontFormatException | RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }
}
