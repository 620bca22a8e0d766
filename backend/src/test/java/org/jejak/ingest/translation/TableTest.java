package org.jejak.ingest.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.format.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.csv"), bytes);
    }

    private Path file(String text, Charset charset) throws IOException {
        return file(text.getBytes(charset));
    }

    private Path file(String text) throws IOException {
        return file(text, StandardCharsets.UTF_8);
    }

    private static Table table(Path path, Table.Writing writing) throws IOException {
        return new Table(DeliveredFile.of(path), writing, name -> name);
    }

    private static List<String> columns(Path path) throws IOException {
        try (var table = table(path, Table.Writing.PLAIN)) {
            return table.columns();
        }
    }

    private static List<Table.Line> lines(Path path, Table.Writing writing) throws IOException {
        var lines = new ArrayList<Table.Line>();
        try (var table = table(path, writing)) {
            for (Table.Line line = table.next(); line != null; line = table.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Table.Line> lines(Path path) throws IOException {
        return lines(path, Table.Writing.PLAIN);
    }

    private static Table.Writing skipping(int lines) {
        return new Table.Writing(Optional.empty(), Optional.empty(), Optional.empty(), lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\r\nShip;Port\r\nRia;Kuah, north\r\n",
                "\uFEFFsep=;\nShip;Port\nRia;Kuah, north\n",
                "\"sep=;\"\nShip;Port\nRia;Kuah, north\n",
                "Ship\tPort\nRia\tKuah, north\n",
                "Ship|Port\nRia|Kuah, north\n",
                " Ship ;\u00A0Port\u200B\nRia; Kuah, north\u00A0\n",
                "Ship;Port;;\nRia;Kuah, north;;\n;;;\n",
                "Ship;Port;;\nRia;Kuah, north\n",
                "Ship;Port\nRia;Kuah, north;\n",
                "Ship, Port\nRia, \"Kuah, north\" \n",
            })
    void theSeparatorIsTheOneThatTheFileSaysOrItsHeaderHas(String text) throws IOException {
        assertThat(columns(file(text))).startsWith("Ship", "Port");
        assertThat(lines(file(text))).singleElement().satisfies(line -> {
            assertThat(line.complete()).isTrue();
            assertThat(line.cells()).containsOnlyKeys("Ship", "Port").containsEntry("Port", "Kuah, north");
        });
    }

    @Test
    void aSeparatorWithinQuotesOfTheHeaderSeparatesNothing() throws IOException {
        assertThat(columns(file("\"Weight, net, kg\";Ship\n1;2\n"))).containsExactly("Weight, net, kg", "Ship");
    }

    @Test
    void aLineWithTextBehindTheLastColumnOrWithoutTheLastOneIsFlawedAndKeepsAllOfIt() throws IOException {
        var lines = lines(file("Ship,Port\nRia,Kuah,north\nAyu\n"));
        assertThat(lines.get(0).flaw()).contains("too many cells", "north", "in quotes");
        assertThat(lines.get(0).cells()).containsEntry("column 3", "north");
        assertThat(lines.get(1).flaw()).contains("too few cells: it has 1, the header names 2");
    }

    @Test
    void linesAboveTheHeaderAreSkippedAndAllKeepTheirNumber() throws IOException {
        String text = "Port book\nPeriod:,March\n\nShip,Port\nRia,Kuah\n";
        assertThat(lines(file(text), skipping(3)))
                .singleElement()
                .satisfies(line -> assertThat(line.number() + line.cell("Port")).isEqualTo("5Kuah"));
        assertThat(lines(file("sep=;\r\nbook\r\nShip;Port\r\nRia;Kuah\r\n"), skipping(2)))
                .singleElement()
                .satisfies(line -> assertThat(line.number() + line.cell("Port")).isEqualTo("4Kuah"));
    }

    @Test
    void aMarkOfByteOrderSaysTheEncodingWhateverWasNamed() throws IOException {
        for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-8")) {
            Path marked = file("\uFEFFShip\tPort\r\nRía\tKuah\r\n", Charset.forName(name));
            assertThat(lines(marked).getFirst().cell("Ship")).isEqualTo("Ría");
            assertThat(lines(marked, Table.Writing.in(Charset.forName("windows-1252")))
                            .getFirst()
                            .cell("Ship"))
                    .isEqualTo("Ría");
        }
        assertThat(lines(file("Ship,Port\nRía,Kuah\n", StandardCharsets.UTF_16LE))
                        .getFirst()
                        .cell("Ship"))
                .isEqualTo("Ría");
    }

    @Test
    void anOldEncodingIsReadWhereItIsNamedAndElseGuessedForWhoeverCanNameIt() throws IOException {
        String thai = "เรือ,ท่าเรือ\nสมศรี,ระนอง\n";
        var named = Table.Writing.in(Charset.forName("windows-874"));
        assertThat(lines(file(thai, Charset.forName("windows-874")), named)
                        .getFirst()
                        .cell("ท่าเรือ"))
                .isEqualTo("ระนอง");
        Path unnamed = file("Ship,Port\n1,ระนอง และ เกาะสอง\n", Charset.forName("windows-874"));
        assertThat(columns(unnamed)).containsExactly("Ship", "Port");
        assertThatThrownBy(() -> lines(unnamed))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("not text in UTF-8")
                .hasMessageContaining("encoding: windows-874");
        Path western = file("Ship,Port\nAndré,Kuah\nLa Niña,Año Nuevo\n", Charset.forName("windows-1252"));
        assertThatThrownBy(() -> lines(western)).hasMessageContaining("encoding: windows-1252");
    }

    @Test
    void aFileThatWasSavedAgainAsUtf8IsReadAsThatAlthoughAnotherEncodingIsNamed() throws IOException {
        Path again = file("Ship,Port\nAndré,Kuah\n");
        assertThat(lines(again, Table.Writing.in(Charset.forName("windows-1252")))
                        .getFirst()
                        .cell("Ship"))
                .isEqualTo("André");
        Path pair = file("Ship,Port\nยก,Kuah\n", Charset.forName("windows-874"));
        assertThat(lines(pair, Table.Writing.in(Charset.forName("windows-874")))
                        .getFirst()
                        .cell("Ship"))
                .isEqualTo("ยก");
    }

    @Test
    void signsByWhichSpreadsheetsHoldNumbersAsTextAreTakenOffAndThoseOfNamesAreNot() throws IOException {
        var line =
                lines(file("A,B,C,D\n\"=\"\"0166\"\"\",'+60166,'Aisha,=A1+1\n")).getFirst();
        assertThat(line.cells().values()).containsExactly("0166", "+60166", "'Aisha", "=A1+1");
    }

    @Test
    void aPackedTableIsTheSameTable() throws IOException {
        Path packed = folder.resolve("list.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("Ship,Port\nRia,Kuah\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines(packed)).isEqualTo(lines(file("Ship,Port\nRia,Kuah\n")));
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(packed), 30));
        assertThatThrownBy(() -> lines(cut))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("gzip");
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] lines = ("Ria,Kuah\n".repeat(1 << 17)).getBytes(StandardCharsets.UTF_8);
            out.write("Ship,Port\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 80; i++) {
                out.write(lines);
            }
        }
        assertThatThrownBy(() -> {
                    try (var table = table(bomb, Table.Writing.PLAIN)) {
                        while (table.next() != null) {}
                    }
                })
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("far more than it is");
    }

    @Test
    void workbooksThatAreNotReadSayHowToSaveThem() throws IOException {
        Path old = file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4});
        assertThatThrownBy(() -> lines(old)).hasMessageContaining(".xls").hasMessageContaining("without a password");
        Path ods = folder.resolve("list.ods");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(ods))) {
            for (String entry : List.of("content.xml", "META-INF/manifest.xml")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> lines(ods)).hasMessageContaining(".ods").hasMessageContaining("save it as .xlsx");
        assertThatThrownBy(() -> Format.recognise(ods)).hasMessageContaining("save it as .xlsx");
        assertThatThrownBy(() -> Format.recognise(old)).hasMessageContaining("without a password");
    }

    @Test
    void aPackedFileIsOfTheFormatThatIsInIt() throws IOException {
        Path packed = folder.resolve("ties.graphml.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("<graphml><graph edgedefault='undirected'/></graphml>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Format.recognise(packed)).isEqualTo(Format.GRAPHML);
        Path ties = folder.resolve("ties.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(ties))) {
            out.write("sep=;\r\nSource;Target\r\nan;bo\r\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Format.recognise(ties)).isEqualTo(Format.EDGES);
    }
}
