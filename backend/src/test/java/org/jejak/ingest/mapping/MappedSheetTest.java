package org.jejak.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jejak.ingest.Translated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedSheetTest {

    @TempDir
    Path folder;

    private Translated read(String mapping, LocalDateTime day, Object hour, double sum, double number)
            throws IOException {
        Path path = folder.resolve("bank.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            var sheet = book.createSheet("March");
            String[] header = {"Account", "Day", "Hour", "Sum"};
            var first = sheet.createRow(2);
            for (int i = 0; i < header.length; i++) {
                first.createCell(i).setCellValue(header[i]);
            }
            var row = sheet.createRow(3);
            var days = book.createCellStyle();
            days.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var hours = book.createCellStyle();
            hours.setDataFormat(book.createDataFormat().getFormat("hh:mm"));
            row.createCell(0).setCellValue(number);
            row.createCell(1).setCellValue(day);
            row.getCell(1).setCellStyle(days);
            if (hour instanceof String text) {
                row.createCell(2).setCellValue(text);
            } else {
                row.createCell(2).setCellValue(((Number) hour).doubleValue());
                row.getCell(2).setCellStyle(hours);
            }
            row.createCell(3).setCellValue(sum);
            book.write(out);
        }
        return Translated.of(
                MappedSource.open(path, MappedTables.mapping(mapping), MappedTables.DELIVERY, Translated.IDS));
    }

    private static String payments(String top) {
        return top + """
                sheet: march
                header: 3
                rows:
                - file: payments
                  columns:
                    payer: {column: Account, makes: accounts}
                    payee: {text: p2}
                    amount: {column: Sum, decimal: ","}
                    currency: {text: THB}
                    time: {columns: [Day, Hour], time: [dd/MM/yyyy hh:mm a, dd/MM/yyyy HH:mm]}
                """;
    }

    private static final LocalDateTime DAY = LocalDateTime.of(2015, 3, 7, 0, 0);

    @Test
    void whatASheetHoldsAsDayOrNumberNeedsNoPatternAndNoDecimalSign() throws IOException {
        var read = read(payments(""), DAY, 0.875, 1355.125, 60123456789.0);
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("payments").getFirst().cells())
                .containsEntry("time", "2015-03-07T21:00")
                .containsEntry("amount", "1355.125");
        assertThat(read.rows("accounts").getFirst().cell("number")).isEqualTo("60123456789");
        assertThat(read.rows("sources").getFirst().cell("sheet")).isEqualTo("March");
    }

    @Test
    void aDayOfTheSheetAndAnHourThatIsTextAreOneTime() throws IOException {
        assertThat(read(payments(""), DAY, "9:05 pm", 1, 1)
                        .rows("payments")
                        .getFirst()
                        .cell("time"))
                .isEqualTo("2015-03-07T21:05");
    }

    @Test
    void aBuddhistYearThatTheSheetTookForOursIsThatYear() throws IOException {
        var thai = read(payments("calendar: buddhist\n"), DAY.plusYears(543), 0.5, 1, 1);
        assertThat(thai.rows("payments").getFirst().cell("time")).isEqualTo("2015-03-07T12:00");
        var ours = read(payments("calendar: buddhist\n"), DAY, 0.5, 1, 1);
        assertThat(ours.rows("payments").getFirst().cell("time")).isEqualTo("2015-03-07T12:00");
        assertThat(read(payments(""), DAY.plusYears(543), 0.5, 1, 1).refused())
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("calendar: buddhist"));
    }

    @Test
    void aNumberOfMoreDigitsThanASheetKeepsIsRefused() throws IOException {
        assertThat(read(payments(""), DAY, 0.5, 1, 4901542032375181.0).refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo("4.901542032375180E+15"));
    }

    @Test
    void whatStandsAboveTheHeaderIsSaidInOneWay() {
        assertThatThrownBy(
                        () -> MappedTables.mapping("skip: 2\nheader: 3\nrows: [{file: persons, columns: {name: X}}]\n"))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> MappedTables.mapping("header: 0\nrows: [{file: persons, columns: {name: X}}]\n"))
                .hasMessageContaining("line 2");
        String mapping = payments("calendar: hijri\nlanguage: ms\ndecimal: \",\"\n");
        assertThat(MappingWriter.yaml(MappedTables.mapping(mapping)))
                .contains("sheet: march", "skip: 2", "calendar: hijri", "language: ms", "decimal: ','");
    }

    @Test
    void linesAboveTheHeaderAreSkippedAndThoseBelowTheTableAreRefusedOneByOne() {
        String table = "Who works for whom,\n,\nName,Boss\nAyu,Ria\nMei,Ria\nTotal: 2,,,\nprinted 1/1,yes,no\n";
        var read = MappedTables.read(
                folder,
                table,
                "skip: 2\nrows:\n- file: links\n  columns:\n    subject: {column: Name, makes: persons}\n"
                        + "    relation: {text: works_for}\n    object: {column: Boss, makes: persons}\n");
        assertThat(read.rows("links")).hasSize(2);
        assertThat(read.refused())
                .filteredOn(refusal -> refusal.file().equals("links.csv"))
                .extracting(refusal -> refusal.line() + " " + refusal.reason())
                .satisfiesExactly(
                        total -> assertThat(total).isEqualTo("6 it is required and missing"),
                        printed -> assertThat(printed).startsWith("7 too many cells"));
    }
}
