package org.jejak.pack;

import java.awt.Color;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jejak.analysis.StopSignal;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The paper of a report: margins, headings with bookmarks, tables, and on every page what it is and how many there are. */
final class ReportPage implements AutoCloseable {

    static final float SMALL = 8;
    private static final float NORMAL = 9.5f;
    private static final float MARGIN = 42;

    /** Room for the number of pages, which is known only at the end. */
    private static final float TOTAL = 30;

    private final ReportFonts fonts = new ReportFonts();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN + 20, MARGIN + 14);
    private final PdfWriter writer;
    private final StopSignal stop;

    private ReportPage(OutputStream out, PackContent content, StopSignal stop) {
        this.stop = stop;
        writer = PdfWriter.getInstance(document, out);
        String mark = content.handling().label() + "  ·  " + content.caseRef() + "  ·  exhibit " + content.exhibit()
                + content.legalBasis()
                        .map(basis -> "  ·  IDENTIFIED, legal basis: " + basis)
                        .orElse("");
        writer.setPageEvent(new Edges(fonts, mark));
        document.addTitle("Evidence pack " + content.exhibit());
        document.addCreator("Jejak");
        writer.setStrictImageSequence(true);
        document.open();
        var when = GregorianCalendar.from(content.when().atZone(ZoneOffset.UTC));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(when));
    }

    static ReportPage open(OutputStream out, PackContent content, StopSignal stop) {
        return new ReportPage(out, content, stop);
    }

    ReportFonts fonts() {
        return fonts;
    }

    PdfTemplate canvas(float width, float height) {
        return writer.getDirectContent().createTemplate(width, height);
    }

    float width() {
        return document.right() - document.left();
    }

    void title(String text) {
        var paragraph = new Paragraph(fonts.bold(text, 22));
        paragraph.setSpacingAfter(14);
        document.add(paragraph);
    }

    void heading(String text) {
        var paragraph = new Paragraph(fonts.bold(text, 13));
        paragraph.setSpacingBefore(14);
        paragraph.setSpacingAfter(5);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
        float top = writer.getVerticalPosition(false) + 30;
        new PdfOutline(writer.getRootOutline(), new PdfDestination(PdfDestination.FITH, top), text);
    }

    void paragraph(String text) {
        var paragraph = new Paragraph(fonts.text(text, NORMAL));
        paragraph.setSpacingBefore(5);
        document.add(paragraph);
    }

    void add(Element element) {
        document.add(element);
    }

    /** A table of names and values. */
    PdfPTable pairs() {
        return table(new float[] {3, 7});
    }

    /** A table whose header stands again on each page. */
    PdfPTable table(float[] widths, String... header) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSplitLate(false);
        for (String name : header) {
            var cell = cell(fonts.bold(name, SMALL));
            cell.setBackgroundColor(new Color(0xE8, 0xEC, 0xF1));
            table.addCell(cell);
        }
        table.setHeaderRows(header.length == 0 ? 0 : 1);
        return table;
    }

    void row(PdfPTable table, String... cells) {
        stop.check();
        for (String text : cells) {
            table.addCell(cell(fonts.text(text, SMALL)));
        }
    }

    PdfPCell cell(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorderColor(new Color(0xB8, 0xBF, 0xC8));
        cell.setBorderWidth(0.4f);
        cell.setPadding(2.5f);
        return cell;
    }

    @Override
    public void close() {
        document.close();
    }

    /** What stands on the edges of every page. */
    private static final class Edges extends PdfPageEventHelper {

        private final ReportFonts fonts;
        private final String mark;
        private @org.jspecify.annotations.Nullable PdfTemplate total;

        Edges(ReportFonts fonts, String mark) {
            this.fonts = fonts;
            this.mark = mark;
        }

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(60, 12);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var canvas = writer.getDirectContent();
            var head = new ColumnText(canvas);
            head.setSimpleColumn(
                    fonts.bold(mark, SMALL),
                    document.left(),
                    document.top() + 4,
                    document.right(),
                    document.top() + 34,
                    10,
                    Element.ALIGN_LEFT);
            head.go();
            float y = document.bottom() - 18;
            ColumnText.showTextAligned(
                    canvas,
                    Element.ALIGN_RIGHT,
                    fonts.text("Page " + writer.getPageNumber() + " of", SMALL),
                    document.right() - TOTAL,
                    y,
                    0);
            if (total != null) {
                canvas.addTemplate(total, document.right() - TOTAL + 3, y);
            }
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            if (total != null) {
                ColumnText.showTextAligned(
                        total,
                        Element.ALIGN_LEFT,
                        fonts.text(String.valueOf(writer.getPageNumber() - 1), SMALL),
                        0,
                        0,
                        0);
            }
        }
    }

    private static final Pattern SUBSET = Pattern.compile("/FontName/([A-Z]{6})\\+");
    private static final Pattern ID = Pattern.compile("/ID ?\\[<([0-9a-fA-F]+)><([0-9a-fA-F]+)>\\]");

    /**
     * The same document with what the library drew by lot (names of font subsets, the file's id) replaced by what
     * follows from {@code seed}, at the same length, so that one content gives one file.
     */
    static byte[] withoutChance(byte[] pdf, String seed) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        var prefixes = new TreeMap<String, String>();
        var fonts = SUBSET.matcher(text);
        while (fonts.find()) {
            String prefix = fonts.group(1);
            prefixes.computeIfAbsent(prefix, p -> letters(prefixes.size()));
        }
        for (var prefix : prefixes.entrySet()) {
            text = text.replace("/" + prefix.getKey() + "+", "/" + prefix.getValue() + "+");
        }
        var id = ID.matcher(text);
        var out = new StringBuilder();
        int from = 0;
        while (id.find()) {
            for (int group = 1; group <= 2; group++) {
                out.append(text, from, id.start(group));
                int length = id.end(group) - id.start(group);
                out.append(seed.repeat(length / seed.length() + 1), 0, length);
                from = id.end(group);
            }
        }
        return out.append(text.substring(from)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String letters(int number) {
        var letters = new char[6];
        int rest = number;
        for (int i = letters.length - 1; i >= 0; i--) {
            letters[i] = (char) ('A' + rest % 26);
            rest /= 26;
        }
        return new String(letters);
    }
}
