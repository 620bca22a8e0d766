package org.jejak.ingest.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.SpreadsheetCells;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.format.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir
    Path folder;

    private final XSSFWorkbook book = new XSSFWorkbook();

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.createCell(i);
            switch (cells[i]) {
                case String text -> cell.setCellValue(text);
                case Number value -> cell.setCellValue(value.doubleValue());
                case Boolean value -> cell.setCellValue(value);
                case LocalDateTime value -> cell.setCellValue(value);
                default -> throw new AssertionError(cells[i]);
            }
        }
    }

    private void format(Cell cell, String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private Path saved() throws IOException {
        Path path = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(path)) {
            book.write(out);
        }
        return path;
    }

    private List<Table.Line> lines(Optional<String> sheet, int skip) throws IOException {
        var lines = new ArrayList<Table.Line>();
        var writing = new Table.Writing(Optional.empty(), Optional.empty(), sheet, skip);
        try (var table = new Table(DeliveredFile.of(saved()), writing, name -> name)) {
            for (Table.Line line = table.next(); line != null; line = table.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** What a cell with this value and format is read as. */
    private String read(Object value, String format) throws IOException {
        if (book.getNumberOfSheets() > 0) {
            book.removeSheetAt(0);
        }
        Sheet sheet = book.createSheet("S");
        row(sheet, 0, "A");
        row(sheet, 1, value);
        format(sheet.getRow(1).getCell(0), format);
        return lines(Optional.empty(), 0).getFirst().cell("A");
    }

    @Test
    void longNumbersKeepAllTheirDigitsAndOnesThatLostThemSaySo() throws IOException {
        assertThat(read(60123456789L, "General")).isEqualTo("60123456789");
        assertThat(read(490154203237518L, "General")).isEqualTo("490154203237518");
        assertThat(read(4901542032375180L, "General")).isEqualTo("4.901542032375180E+15");
        assertThat(SpreadsheetCells.hasLostDigits(read(4901542032375180L, "0"))).isTrue();
        assertThat(read(1355.9, "#,##0.00")).isEqualTo("1355.9");
        assertThat(read(0.1 + 0.2, "General")).isEqualTo("0.3");
        assertThat(read(166000005, "0000000000")).isEqualTo("0166000005");
        assertThat(read(0.05, "0%")).isEqualTo("5%");
    }

    @Test
    void daysAreWrittenWithThePrecisionTheyHave() throws IOException {
        var moment = LocalDateTime.of(2015, 3, 7, 21, 12, 5);
        assertThat(read(moment, "dd/mm/yyyy hh:mm:ss")).isEqualTo("2015-03-07T21:12:05");
        assertThat(read(moment, "dd/mm/yyyy")).isEqualTo("2015-03-07T21:12:05");
        assertThat(read(moment.withSecond(0), "d.m.yy h:mm")).isEqualTo("2015-03-07T21:12");
        assertThat(read(moment.toLocalDate().atStartOfDay(), "[$-D07041E]d mmm yyyy"))
                .isEqualTo("2015-03-07");
        assertThat(read(LocalDateTime.of(2015, 3, 1, 0, 0), "mmm-yy")).isEqualTo("2015-03");
        assertThat(read(0.88339120370370, "h:mm:ss AM/PM")).isEqualTo("21:12:05");
        assertThat(read(1.5, "[h]:mm:ss")).isEqualTo("36:00:00");
        assertThat(read(-1, "dd/mm/yyyy")).isEqualTo("########");
    }

    @Test
    void theFirstSheetThatIsNotHiddenIsReadOrTheOneThatIsNamed() throws IOException {
        row(book.createSheet("old"), 0, "Nothing");
        book.setSheetHidden(0, true);
        Sheet march = book.createSheet("March");
        row(march, 0, "Port book");
        row(march, 2, "Ship", "Port");
        row(march, 3, "Ria", "Kuah");
        row(march, 5, "Ayu", true);
        row(book.createSheet("April"), 0, "Ship", "Port");
        assertThat(lines(Optional.empty(), 2))
                .extracting(line -> line.number() + line.cell("Ship") + line.cell("Port"))
                .containsExactly("4RiaKuah", "6Ayutrue");
        assertThat(lines(Optional.of("april"), 0)).isEmpty();
        try (var table = new Table(DeliveredFile.of(saved()), Table.Writing.PLAIN, name -> name)) {
            assertThat(table.about()).containsEntry("sheet", "March").containsEntry("sheets_not_read", "old, April");
        }
        assertThatThrownBy(() -> lines(Optional.of("May"), 0))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("old, March, April");
    }

    @Test
    void aFormulaGivesTheValueItWasSavedWithOrItself() throws IOException {
        Sheet sheet = book.createSheet("S");
        row(sheet, 0, "A", "B");
        row(sheet, 1, 2, 3);
        sheet.getRow(1).getCell(0).setCellFormula("1+1");
        book.getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(sheet.getRow(1).getCell(0));
        row(sheet, 2, "x", "y");
        sheet.getRow(2).createCell(0).setCellFormula("A2+1");
        assertThat(lines(Optional.empty(), 0))
                .extracting(line -> line.cell("A"))
                .containsExactly("2", "=A2+1");
        assertThat(SpreadsheetCells.isNoValue("=A2+1")).isTrue();
    }

    @Test
    void cellsThatAreMissingInARowLeaveTheOthersInTheirColumns() throws IOException {
        Sheet sheet = book.createSheet("S");
        row(sheet, 0, "A", "B", "C");
        sheet.createRow(1).createCell(2).setCellValue("c");
        sheet.createRow(2).createCell(0).setCellValue("a");
        var lines = lines(Optional.empty(), 0);
        assertThat(lines.get(0).cells()).containsOnlyKeys("C");
        assertThat(lines.get(1).cells()).containsOnlyKeys("A");
        assertThat(lines).allMatch(Table.Line::complete);
    }

    @Test
    void aWorkbookWithTheColumnsOfAnEdgeListIsOne() throws IOException {
        Sheet sheet = book.createSheet("ties");
        row(sheet, 0, "Source", "Target");
        row(sheet, 1, "an", "bo");
        assertThat(Format.recognise(saved())).isEqualTo(Format.EDGES);
    }

    @Test
    void aBrokenWorkbookIsSaidToBeOne() throws IOException {
        row(book.createSheet("S"), 0, "A", "B");
        byte[] whole = Files.readAllBytes(saved());
        Path half = Files.write(folder.resolve("half.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> new Table(DeliveredFile.of(half), Table.Writing.PLAIN, name -> name))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("half.xlsx");
    }
}
