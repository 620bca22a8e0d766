package org.jejak.ingest.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.ingest.Bundles.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jejak.ingest.RawRow;
import org.jejak.ingest.RowFile;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSourceTest {

    @TempDir
    Path folder;

    private static List<RawRow> rows(RowFile file) throws IOException {
        var all = new ArrayList<RawRow>();
        try (var rows = file.open()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static RowFile only(RowSource source, String name) {
        return source.files().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsFilesInTheOrderOfTheContractAndUnknownOnesLast() throws IOException {
        Path at = bundle().file("zebras", "id", "z")
                .file("contacts", "id,a,b,time,source", "c1,p1,p2,2015,s1")
                .source()
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            assertThat(source.files()).extracting(RowFile::name).containsExactly("sources", "contacts", "zebras");
            assertThat(source.name()).isEqualTo("b");
        }
    }

    @Test
    void saysWhichFilesNoSourceNamesInAFolderAndInAZip() throws IOException {
        Path at = bundle().source().file("zebras", "id", "z").in(folder.resolve("b"));
        Files.createDirectories(at.resolve("photos"));
        for (String name : List.of("photos/pier.jpg", "photos/gate.jpg", "notes.txt", "photos/more.csv")) {
            Files.writeString(at.resolve(name), name);
        }
        Path zip = folder.resolve("whole.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(at)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry("b/" + at.relativize(file)));
                out.write(Files.readAllBytes(file));
            }
        }
        for (Path handedOver : List.of(at, zip)) {
            try (var source = BundleSource.open(handedOver)) {
                assertThat(source.othersThan(Set.of("photos/pier.jpg", "not-there.pdf", "../notes.txt")))
                        .containsExactly("notes.txt", "photos/gate.jpg", "photos/more.csv");
            }
        }
    }

    @Test
    void readsTheSameFromAZipOfTheFolder() throws IOException {
        Path at = bundle().source().in(folder.resolve("b"));
        Path zip = folder.resolve("b.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(at)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry("b/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }
        try (var fromZip = BundleSource.open(zip);
                var fromFolder = BundleSource.open(at)) {
            assertThat(rows(only(fromZip, "sources"))).isEqualTo(rows(only(fromFolder, "sources")));
            assertThat(fromZip.digest()).isEqualTo(fromFolder.digest());
        }
    }

    /** Java writes no zip with two entries of one name; others do. */
    private Path zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(
                        name.endsWith("json")
                                ? "{\"format\":\"jejak-records/1\",\"namespace\":\"T\",\"case\":\"C\"}"
                                        .getBytes(StandardCharsets.UTF_8)
                                : "id,kind\ns1,tip\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1).replace("sourceX.csv", "sources.csv");
        return Files.write(folder.resolve("z.zip"), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAZipOfTwoFilesWithOneNameOrOfTwoBundles() throws IOException {
        Path twice = zip("bundle.json", "sources.csv", "sourceX.csv");
        assertThatThrownBy(() -> BundleSource.open(twice))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("two files named sources.csv");
        Path both = zip("a/bundle.json", "a/sources.csv", "b/bundle.json", "b/sources.csv");
        assertThatThrownBy(() -> BundleSource.open(both))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("2 bundles");
        try (var source = BundleSource.open(zip("bundle.json", "sources.csv", "older/bundle.json"))) {
            assertThat(source.files()).extracting(RowFile::name).containsExactly("sources");
        }
    }

    @Test
    void readsAFileWhoseEndingIsInCapitalsAndNeverTwoOfOneName() throws IOException {
        Path at = bundle().in(folder.resolve("b"));
        Files.writeString(at.resolve("sources.CSV"), "id,kind\ns1,tip\n");
        try (var source = BundleSource.open(at)) {
            assertThat(rows(only(source, "sources"))).hasSize(1);
        }
        Path both = zip("bundle.json", "sources.csv", "sources.Csv");
        assertThatThrownBy(() -> BundleSource.open(both))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("capital letters");
    }

    @Test
    void aColumnWithoutANameNeverTakesTheNameOfAnother() throws IOException {
        Path at = bundle().file("sources", "id,kind,column 4,", "s1,tip,third,fourth")
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            assertThat(rows(only(source, "sources")).get(0).cells().values())
                    .containsExactly("s1", "tip", "third", "fourth");
        }
    }

    @Test
    void handsBackAllThatIsTooMuchInARow() throws IOException {
        Path at = bundle().file("sources", "id,kind,text", "s1,tip,one, two, three")
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            var row = rows(only(source, "sources")).get(0);
            assertThat(row.cell("text")).isEqualTo("one");
            assertThat(row.flaw()).hasValueSatisfying(f -> assertThat(f.value()).isEqualTo(" two, three"));
        }
    }

    @Test
    void refusesAZipThatLeadsOutOfItself() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../bundle.json"));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> BundleSource.open(zip))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("outside");
    }

    @Test
    void refusesAZipThatUnpacksToFarMoreThanItIs() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bundle.json"));
            out.write("{\"format\":\"jejak-records/1\",\"namespace\":\"T\",\"case\":\"C\"}"
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("persons.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> BundleSource.open(zip))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("far more");
    }

    @Test
    void saysWhatIsNoBundle() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear colleague");
        assertThatThrownBy(() -> BundleSource.open(text))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("neither a folder nor a zip");
        assertThatThrownBy(() -> BundleSource.open(folder.resolve("nowhere"))).isInstanceOf(UnreadableDelivery.class);
        assertThatThrownBy(() -> BundleSource.open(folder))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("no bundle.json");
    }

    @Test
    void refusesAHeaderThatIsWrong() {
        for (var wrong : List.of(
                bundle().with("format", "jejak-records/2"),
                bundle().with("namespace", "lower"),
                bundle().with("case", ""),
                bundle().with("timezone", "Mars/Olympus"),
                bundle().with("country", "XX"),
                bundle().with("handling", "SECRET"),
                bundle().with("sequence", "1.5"),
                bundle().delivered("yesterday"))) {
            Path at = wrong.in(folder.resolve("w" + System.nanoTime()));
            assertThatThrownBy(() -> BundleSource.open(at))
                    .isInstanceOf(UnreadableDelivery.class)
                    .hasMessageContaining("bundle.json");
        }
    }

    @Test
    void refusesAFileWithoutItsRequiredColumnsAndCountsItsRows() throws IOException {
        Path at = bundle().file("contacts", "id,a,b,when,source", "c1,p,q,2015,s", "c2,p,q,2015,s")
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            assertThat(only(source, "contacts").refusal())
                    .hasValueSatisfying(r -> assertThat(r).contains("time"));
            assertThat(only(source, "contacts").rowCount()).isEqualTo(2);
        }
    }

    @Test
    void refusesAFileWithAnUnclosedQuoteAndCountsItsLines() throws IOException {
        Path at = bundle().file("sources", "id,kind", "s1,tip", "\"s2,tip", "s3,tip")
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            assertThat(only(source, "sources").refusal())
                    .hasValueSatisfying(r -> assertThat(r).contains("quote"));
            assertThat(only(source, "sources").rowCount()).isEqualTo(3);
        }
    }

    @Test
    void refusesBinaryFilesAndUtf16() throws IOException {
        Path at = bundle().in(folder.resolve("b"));
        Files.write(at.resolve("persons.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        Files.write(at.resolve("sources.csv"), "id,kind\ns1,tip\n".getBytes(StandardCharsets.UTF_16));
        try (var source = BundleSource.open(at)) {
            assertThat(only(source, "persons").refusal())
                    .hasValueSatisfying(r -> assertThat(r).contains("binary"));
            assertThat(only(source, "persons").rowCount()).isPositive();
            assertThat(only(source, "sources").refusal())
                    .hasValueSatisfying(r -> assertThat(r).contains("UTF-16"));
        }
    }

    @Test
    void marksRowsOfTooFewAndTooManyCells() throws IOException {
        Path at = bundle().file("sources", "id,kind", "s1", "s2,tip,more", "s3,tip")
                .in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            var rows = rows(only(source, "sources"));
            assertThat(rows.get(0).flaw())
                    .hasValueSatisfying(f -> assertThat(f.column()).isEqualTo("kind"));
            assertThat(rows.get(1).flaw())
                    .hasValueSatisfying(f -> assertThat(f.value()).isEqualTo("more"));
            assertThat(rows.get(2).flaw()).isEmpty();
        }
    }

    @Test
    void ignoresColumnsThatBeginWithAnUnderscore() throws IOException {
        Path at = bundle().file("sources", "id,kind,_reason", "s1,tip,because").in(folder.resolve("b"));
        try (var source = BundleSource.open(at)) {
            assertThat(only(source, "sources").columns()).containsExactly("id", "kind");
            assertThat(rows(only(source, "sources")).get(0).cells()).containsOnlyKeys("id", "kind");
        }
    }

    @Test
    void openesAttachmentsWithinTheBundleOnly() throws IOException {
        Path at = bundle().in(folder.resolve("b"));
        Files.createDirectories(at.resolve("scans"));
        Files.writeString(at.resolve("scans/one.txt"), "scan");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(at.resolve("link.txt"), folder.resolve("secret.txt"));
        try (var source = BundleSource.open(at)) {
            assertThat(source.attachment("scans/one.txt")).isPresent();
            assertThat(source.attachment("../secret.txt")).isEmpty();
            assertThat(source.attachment("link.txt")).isEmpty();
            assertThat(source.attachment(folder.resolve("secret.txt").toString()))
                    .isEmpty();
        }
    }
}
