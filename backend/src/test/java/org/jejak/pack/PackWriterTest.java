package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackWriterTest {

    @Test
    void oneContentHasOneForm() {
        byte[] first = PackWriter.write(SamplePack.of(9), SamplePack.keys(), RunControl.PLAIN)
                .bytes();
        byte[] second = PackWriter.write(SamplePack.of(9), SamplePack.keys(), RunControl.PLAIN)
                .bytes();
        assertThat(first).isEqualTo(second);
    }

    /** RFC 8785, 3.2.2 and 3.2.3: sorted by UTF-16 unit, no blanks, only what must be escaped is. */
    @Test
    void jsonIsCanonical() {
        var value = new java.util.HashMap<String, Object>();
        value.put("\u20ac", "Euro Sign");
        value.put("\r", "Carriage Return");
        value.put("1", 333333333.33333329);
        value.put("\ud83d\ude02", 1E30);
        value.put("ö", "<\u000f\n'\"\\/>");
        assertThat(new String(CanonicalJson.of(value), StandardCharsets.UTF_8))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":333333333.3333333,\"ö\":\"<\\u000f\\n'\\\"\\\\/>\","
                        + "\"€\":\"Euro Sign\",\"😂\":1e+30}");
    }

    @Test
    void aSpreadsheetRunsNoCell() {
        assertThat(Tables.neutral("=1+1")).isEqualTo("'=1+1");
        assertThat(Tables.neutral("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(Tables.neutral("plain")).isEqualTo("plain");
        assertThat(Tables.neutral("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "+7",
                "-12.50",
                "1,250.00",
                "-3e-7",
                "0",
                "+60123456789",
                "+60 12 345 6789",
                "2015-03",
                "a-b"
            })
    void aNumberAndAPhoneNumberStayAsTheyWereWritten(String cell) {
        assertThat(Tables.neutral(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "@x",
                "-1+2",
                "+60-12-345",
                "+1+cmd",
                "--5",
                "-x",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\uFF1D1",
                "+",
                "-"
            })
    void whatASpreadsheetWouldRunIsOnlyShown(String cell) {
        assertThat(Tables.neutral(cell)).isEqualTo("'" + cell);
    }

    @Test
    void graphsForOtherProgramsAreXmlWithEveryLink() throws Exception {
        var content = SamplePack.of(9);
        var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        var graphml = builder.parse(new ByteArrayInputStream(GraphXml.graphml(content)));
        assertThat(graphml.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", "edge")
                        .getLength())
                .isEqualTo(8);
        var gexf = builder.parse(new ByteArrayInputStream(GraphXml.gexf(content)));
        assertThat(gexf.getElementsByTagNameNS("http://gexf.net/1.3", "edge").getLength())
                .isEqualTo(8);
        assertThat(new String(FollowTheMoney.of(content), StandardCharsets.UTF_8).lines())
                .hasSize(17);
    }

    @Test
    void theReportCanBeReadAndSearchedInEveryScript() throws IOException {
        String text = text(Report.of(SamplePack.of(14), "a".repeat(64), "b".repeat(64), StopSignal.NEVER));
        assertThat(text)
                .contains("Evidence pack", "WK-2015", "E-1", "TLP:AMBER", "a".repeat(64), "Page 1 of")
                .contains("Anan Example", "สมชาย", "ဥပမာ", "محمد", "王小明", "Łukasz Përkëd", "উদাহরণ");
        assertThat(text).contains("LEFT OUT", "free text about a victim", "Custody");
    }

    @Test
    void anIdentifiedPackSaysSoOnEveryPage() throws IOException {
        byte[] pdf = Report.of(
                SamplePack.of(80, Optional.of("order 7/2026")), "a".repeat(64), "b".repeat(64), StopSignal.NEVER);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("IDENTIFIED, legal basis: order 7/2026")
                        .containsPattern("Page " + page + " of ?" + document.getNumberOfPages());
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
