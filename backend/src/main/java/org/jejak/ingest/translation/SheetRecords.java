package org.jejak.ingest.translation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The rows of a sheet of a workbook (.xlsx), one at a time. Only the texts that cells share are in memory. Apache POI
 * opens the package and refuses one that would unpack to far more than it is; formulas give the value they were saved
 * with.
 */
final class SheetRecords implements Records {

    /** Most rows and columns that a sheet may have (ECMA-376, as Excel limits it). */
    private static final int MOST_ROWS = 1 << 20;

    private static final int MOST_COLUMNS = 1 << 14;

    /** Most characters that the texts shared by cells may have, in all. */
    private static final long MOST_SHARED = 256L << 20;

    private final DeliveredFile file;
    private final OPCPackage workbook;
    private final Map<String, String> about;
    private final SheetNumbers numbers;
    private final @Nullable ReadOnlySharedStringsTable texts;
    private final InputStream in;
    private final XMLStreamReader sheet;
    private final int skip;
    private int row;

    /** How many cells the first row that is read has: that many have all, the last ones being empty where they are not. */
    private int width;

    static SheetRecords open(DeliveredFile file, Table.Writing writing) throws IOException {
        OPCPackage opened = null;
        try {
            opened = OPCPackage.open(file.path().toFile(), PackageAccess.READ);
            return new SheetRecords(file, writing, opened);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | XMLStreamException | SAXException | IOException e) {
            throw revert(opened, broken(file, e));
        } catch (IllegalArgumentException | IllegalStateException noWorkbook) {
            throw revert(opened, broken(file, noWorkbook));
        } catch (UnreadableDelivery refused) {
            throw revert(opened, refused);
        }
    }

    private static UnreadableDelivery revert(@Nullable OPCPackage opened, UnreadableDelivery refused) {
        if (opened != null) {
            opened.revert();
        }
        return refused;
    }

    private SheetRecords(DeliveredFile file, Table.Writing writing, OPCPackage workbook)
            throws IOException, OpenXML4JException, XMLStreamException, SAXException {
        this.file = file;
        this.workbook = workbook;
        this.skip = writing.skip();
        var reader = new XSSFReader(workbook);
        Sheets sheets;
        try (InputStream data = reader.getWorkbookData()) {
            sheets = Sheets.read(data);
        }
        Sheets.Sheet chosen = chosen(file, writing, sheets.all());
        this.about = about(chosen, sheets.all());
        try (InputStream styles = reader.getStylesData()) {
            this.numbers = SheetNumbers.read(styles, sheets.from1904());
        }
        try (InputStream shared = reader.getSharedStringsData()) {
            this.texts = shared == null
                    ? null
                    : new ReadOnlySharedStringsTable(new Limited(shared, MOST_SHARED, file.name()), false);
        }
        this.in = reader.getSheet(chosen.part());
        this.sheet = SheetXml.reader(in);
    }

    private static Sheets.Sheet chosen(DeliveredFile file, Table.Writing writing, List<Sheets.Sheet> all) {
        String names = all.stream().map(Sheets.Sheet::name).collect(Collectors.joining(", "));
        if (writing.sheet().isPresent()) {
            String wanted = writing.sheet().get();
            return all.stream()
                    .filter(s -> s.name().strip().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() ->
                            new UnreadableDelivery(file.name() + " has no sheet " + wanted + ". There are: " + names));
        }
        return all.stream()
                .filter(s -> !s.hidden())
                .findFirst()
                .orElseThrow(() -> new UnreadableDelivery(
                        file.name() + " has no sheet that is not hidden" + (names.isEmpty() ? "." : ": " + names)));
    }

    private static Map<String, String> about(Sheets.Sheet chosen, List<Sheets.Sheet> all) {
        var said = new LinkedHashMap<String, String>();
        said.put("sheet", chosen.name());
        String others = all.stream()
                .map(Sheets.Sheet::name)
                .filter(name -> !name.equals(chosen.name()))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            said.put("sheets_not_read", others);
        }
        return said;
    }

    @Override
    public Map<String, String> about() {
        return about;
    }

    @Override
    public @Nullable Written next() {
        try {
            while (sheet.hasNext()) {
                if (SheetXml.begins(sheet, "row")) {
                    Written written = row();
                    if (written.number() > skip && !written.cells().isEmpty()) {
                        width = width == 0 ? written.cells().size() : width;
                        return written;
                    }
                } else if (SheetXml.ends(sheet, "sheetData")) {
                    return null;
                }
                sheet.next();
            }
            return null;
        } catch (XMLStreamException | OpenXML4JRuntimeException | IllegalArgumentException broken) {
            throw broken(file, broken);
        }
    }

    /** Reads up to the end of the row that begins here. */
    private Written row() throws XMLStreamException {
        String number = sheet.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        if (row < 1 || row > MOST_ROWS) {
            throw new UnreadableDelivery(file.name() + " names a row " + row + ", and no sheet has so many.");
        }
        var cells = new ArrayList<String>();
        var plain = new HashSet<Integer>();
        while (sheet.hasNext() && !SheetXml.ends(sheet, "row")) {
            sheet.next();
            if (SheetXml.begins(sheet, "c")) {
                cell(cells, plain);
            }
        }
        while (!cells.isEmpty() && cells.size() < width) {
            cells.add("");
        }
        return new Written(row, cells, plain);
    }

    private void cell(List<String> cells, Set<Integer> plain) throws XMLStreamException {
        String reference = sheet.getAttributeValue(null, "r");
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new UnreadableDelivery(
                    file.name() + " names a cell " + reference + ", and no sheet has so many columns.");
        }
        String type = sheet.getAttributeValue(null, "t");
        String style = sheet.getAttributeValue(null, "s");
        String formula = "";
        String value = "";
        while (sheet.hasNext() && !SheetXml.ends(sheet, "c")) {
            sheet.next();
            if (SheetXml.begins(sheet, "f")) {
                formula = SheetXml.text(sheet, "f");
            } else if (SheetXml.begins(sheet, "v")) {
                value = SheetXml.text(sheet, "v");
            } else if (SheetXml.begins(sheet, "is")) {
                value = SheetXml.text(sheet, "is");
            }
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        if (value.isEmpty() && !formula.isEmpty()) {
            value = "=" + formula;
        } else if (!value.isEmpty()) {
            switch (type == null ? "n" : type) {
                case "s" -> value = shared(value);
                case "b" -> value = value.equals("1") ? "true" : "false";
                case "d" -> plain.add(column);
                case "n" -> {
                    value = numbers.written(value, style);
                    plain.add(column);
                }
                default -> {} // a text in the cell itself, that of a formula, or an error
            }
        }
        cells.set(column, value);
    }

    private String shared(String index) {
        int at = Integer.parseInt(index);
        if (texts == null || at < 0 || at >= texts.getUniqueCount()) {
            throw new UnreadableDelivery(file.name() + " names a text that it does not hold; save it again in Excel.");
        }
        return texts.getItemAt(at).getString();
    }

    private static UnreadableDelivery broken(DeliveredFile file, Exception broken) {
        return new UnreadableDelivery(
                file.name() + " cannot be read as a workbook (" + broken.getMessage()
                        + "). Open it, save it again as .xlsx, or save the sheet as CSV UTF-8; nothing of it was loaded.",
                broken);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            sheet.close();
        } catch (XMLStreamException alreadyBroken) {
            throw new IOException(alreadyBroken);
        } finally {
            workbook.revert();
        }
    }
}
