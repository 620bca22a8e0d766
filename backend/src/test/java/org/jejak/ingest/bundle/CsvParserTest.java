package org.jejak.ingest.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvParserTest {

    private static CsvParser parser(byte[] bytes) {
        return new CsvParser(new ByteArrayInputStream(bytes), 100);
    }

    private static CsvParser parser(String csv) {
        return parser(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> all(CsvParser parser) throws IOException {
        var records = new ArrayList<List<String>>();
        while (parser.advance()) {
            records.add(parser.cells());
        }
        return records;
    }

    @Test
    void takesQuotesCommasAndLineEndsApart() throws IOException {
        assertThat(all(parser("a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\n\n1,\r2,\"line\r\nbreak\"")))
                .containsExactly(
                        List.of("a", "b"),
                        List.of("x, y", "he said \"no\""),
                        List.of("1", ""),
                        List.of("2", "line\r\nbreak"));
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertThat(all(parser("\uFEFFid\n\uFEFFx"))).containsExactly(List.of("id"), List.of("\uFEFFx"));
    }

    @Test
    void tellsTheLineARecordBeginsOn() throws IOException {
        var parser = parser("h\r\n\"a\nb\"\r\n\r\nc\n");
        var lines = new ArrayList<Long>();
        while (parser.advance()) {
            lines.add(parser.recordLine());
        }
        assertThat(lines).containsExactly(1L, 2L, 5L);
    }

    @Test
    void agreesWithFastcsvOnRandomFiles() throws IOException {
        var random = new Random(20261122);
        String[] pieces = {"a", "é", "\uD83D\uDE00", ",", "\n", "\r\n", "\"\"", " ", "'", "0", "|"};
        for (int round = 0; round < 2_000; round++) {
            var csv = new StringBuilder();
            for (int record = 0; record < 1 + random.nextInt(4); record++) {
                for (int cell = 0; cell < 2 + random.nextInt(3); cell++) {
                    csv.append(cell > 0 ? "," : "");
                    boolean quoted = random.nextBoolean();
                    csv.append(quoted ? "\"" : "");
                    for (int i = random.nextInt(4); i > 0; i--) {
                        String piece = pieces[random.nextInt(pieces.length)];
                        csv.append(quoted || !",\r\n\"\"".contains(piece) ? piece : "z");
                    }
                    csv.append(quoted ? "\"" : "");
                }
                csv.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<List<String>> oracle;
            try (var reader = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(csv.toString())) {
                oracle = reader.stream().map(CsvRecord::getFields).toList();
            }
            assertThat(all(parser(csv.toString()))).as(csv.toString()).isEqualTo(oracle);
        }
    }

    @Test
    void marksBytesThatAreNoTextAndReadsOn() throws IOException {
        var parser = parser("h\ncaf\u00e9\nok\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(parser.advance()).isTrue();
        assertThat(parser.advance()).isTrue();
        assertThat(parser.isMalformed()).isTrue();
        assertThat(parser.advance()).isTrue();
        assertThat(parser.isMalformed()).isFalse();
        assertThat(parser.cells()).containsExactly("ok");
    }

    @Test
    void seesAnUnclosedQuote() throws IOException {
        var parser = parser("h\n\"never closed\nand on\n");
        parser.advance();
        assertThat(parser.advance()).isTrue();
        assertThat(parser.hasUnclosedQuote()).isTrue();
        assertThat(parser.recordLine()).isEqualTo(2);
        assertThat(parser.advance()).isFalse();
    }

    @Test
    void seesTextBehindAClosingQuoteAndReadsOn() throws IOException {
        var parser = parser("h\n\"a\"b,c\nok\n");
        parser.advance();
        parser.advance();
        assertThat(parser.hasStrayQuote()).isTrue();
        parser.advance();
        assertThat(parser.hasStrayQuote()).isFalse();
        assertThat(parser.cells()).containsExactly("ok");
    }

    @Test
    void cutsACellOverOneMebibyteAndReadsOn() throws IOException {
        String long1 = "x".repeat(CsvParser.LONGEST_CELL);
        var parser =
                parser("h\n" + long1 + "\n" + long1 + "x\n" + "é".repeat(CsvParser.LONGEST_CELL / 2 + 1) + "\nok\n");
        parser.advance();
        parser.advance();
        assertThat(parser.tooLongCell()).isEqualTo(-1);
        assertThat(parser.cells().get(0)).hasSize(CsvParser.LONGEST_CELL);
        parser.advance();
        assertThat(parser.tooLongCell()).isZero();
        parser.advance();
        assertThat(parser.tooLongCell()).isZero();
        parser.advance();
        assertThat(parser.tooLongCell()).isEqualTo(-1);
        assertThat(parser.cells()).containsExactly("ok");
    }

    @Test
    void passesACellFarLargerThanTheMemoryItUses() throws IOException {
        long size = 300L << 20;
        var parser = new CsvParser(new EndlessCell(size), 10);
        Runtime runtime = Runtime.getRuntime();
        parser.advance();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        parser.advance();
        System.gc();
        long after = runtime.totalMemory() - runtime.freeMemory();
        assertThat(parser.tooLongCell()).isZero();
        assertThat(after - before).isLessThan(16L << 20);
        assertThat(parser.advance()).isTrue();
        assertThat(parser.cells()).containsExactly("ok");
    }

    @Test
    void countsCellsItDoesNotKeep() throws IOException {
        var parser = new CsvParser(
                new ByteArrayInputStream((",".repeat(5_000_000) + "\n").getBytes(StandardCharsets.US_ASCII)), 3);
        parser.advance();
        assertThat(parser.cells()).hasSize(3);
        assertThat(parser.cellCount()).isEqualTo(5_000_001);
    }

    /** {@code h}, then one quoted cell of so many bytes, then {@code ok}. */
    private static final class EndlessCell extends InputStream {

        private final byte[] start = "h\n\"".getBytes(StandardCharsets.US_ASCII);
        private final byte[] end = "\"\nok\n".getBytes(StandardCharsets.US_ASCII);
        private final long size;
        private long at;

        EndlessCell(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == 0) {
                System.arraycopy(start, 0, into, offset, start.length);
                at = start.length;
                return start.length;
            }
            if (at < size) {
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                at += length;
                return length;
            }
            if (at != Long.MAX_VALUE) {
                System.arraycopy(end, 0, into, offset, end.length);
                at = Long.MAX_VALUE;
                return end.length;
            }
            return -1;
        }
    }
}
