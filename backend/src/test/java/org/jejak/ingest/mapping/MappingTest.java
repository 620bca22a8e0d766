package org.jejak.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.Translated;
import org.jejak.ingest.UnreadableDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final Delivery DELIVERY = Delivery.of("EXCHANGE", "CASE-1");

    @TempDir
    Path folder;

    private static Path example(String name) {
        try {
            return Path.of(Objects.requireNonNull(MappingTest.class.getResource("/mapping/" + name))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Translated read(Path table, Mapping mapping) throws IOException {
        return Translated.of(MappedSource.open(table, mapping, DELIVERY, Translated.IDS));
    }

    private Translated read(String table, String mapping) throws IOException {
        return read(Files.writeString(folder.resolve("t.csv"), table), MappingReader.of("m.yaml", mapping));
    }

    private static ThrowingCallable reading(String mapping) {
        return () -> MappingReader.of("m.yaml", mapping);
    }

    @Test
    void callRecordsBecomeContactsBetweenTelephones() throws IOException {
        var read = read(example("calls.csv"), MappingReader.read(example("calls.yaml")));
        assertThat(read.rows("phones"))
                .extracting(r -> r.cell("number"))
                .containsExactly("+60 12-000 0001", "+60 12-000 0002", "+60 12-000 0003");
        assertThat(read.row("contacts", "EXCHANGE:contacts/1").cells())
                .containsEntry("a", "EXCHANGE:~phones-+60 12-000 0001")
                .containsEntry("b", "EXCHANGE:~phones-+60 12-000 0002")
                .containsEntry("time", "2015-03-07T21:10:05")
                .containsEntry("duration_s", "34.5")
                .containsEntry("channel", "call")
                .containsEntry("Cell", "KL-0042");
        assertThat(read.row("contacts", "EXCHANGE:contacts/2").cells())
                .containsEntry("channel", "sms")
                .containsEntry("Remark", "one; two");
        assertThat(read.rows("sources"))
                .singleElement()
                .satisfies(source -> assertThat(source.cells())
                        .containsEntry("kind", "phone_record")
                        .containsEntry("title", "Calls of a made-up exchange")
                        .containsEntry("reliability", "B"));
    }

    @Test
    void whatCannotBeReadIsRefusedInItsColumnAndNamesThatOfTheTable() throws IOException {
        var read = read(example("calls.csv"), MappingReader.read(example("calls.yaml")));
        assertThat(read.refused())
                .extracting(r -> r.line() + " " + r.column() + " " + r.value())
                .containsExactlyInAnyOrder("4 time 31/02/2015 08:00:00", "5 channel Fax", "6 b ");
        assertThat(read.refused())
                .anySatisfy(refusal -> assertThat(refusal.reason())
                        .contains("Date + Time", "dd/MM/yyyy HH:mm:ss")
                        .contains("line 16"));
    }

    @Test
    void oneLineMayBecomeSeveralRowsThatReferToEachOther() throws IOException {
        var read = read(example("roster.csv"), MappingReader.read(example("roster.yaml")));
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("persons")).extracting(r -> r.cell("name")).containsExactly("Ibu Contoh", "Encik Misal");
        assertThat(read.rows("places"))
                .singleElement()
                .satisfies(place -> assertThat(place.cell("kind")).isEqualTo("checkpoint"));
        assertThat(read.rows("shifts")).hasSize(3);
        var shift = read.rows("shifts").getFirst();
        assertThat(shift.cells())
                .containsEntry("official", read.rows("persons").getFirst().key().value())
                .containsEntry("start", "2015-03-07T07:00")
                .containsEntry("end", "2015-03-07T15:00")
                .containsEntry("planned", "false")
                .containsEntry("Badge", "B-1")
                .doesNotContainKey("Swap");
        assertThat(shift.key().value()).startsWith("EXCHANGE:shifts/line-");
        assertThat(read.rows("roles")).hasSize(2);
    }

    @Test
    void timesKeepThePrecisionTheirPatternHas() throws IOException {
        String mapping = """
                format: jejak-mapping/1
                rows:
                - file: persons
                  columns:
                    id: Id
                    name: Name
                    birth_date: {column: Born, time: [dd.MM.yyyy, MM/yyyy, yyyy]}
                """;
        var read = read("Id,Name,Born\n1,A,07.03.1999\n2,B,03/1999\n3,C,1999\n", mapping);
        assertThat(read.rows("persons"))
                .extracting(r -> r.cell("birth_date"))
                .containsExactly("1999-03-07", "1999-03", "1999");
    }

    @Test
    void listsWordsCountriesAndOtherNamespacesAreRead() throws IOException {
        String mapping = """
                format: jejak-mapping/1
                rows:
                - file: persons
                  only: {Type: [P, Q]}
                  columns:
                    id: Id
                    name: {columns: [First, Last]}
                    sex: {column: Sex, values: {L: male, P: female, "*": other}}
                    nationality: {column: Passports, split: "/"}
                    undocumented: Papers
                - file: links
                  only: {Type: P}
                  columns:
                    subject: Id
                    relation: Tie
                    object: {column: Boss, namespace: MY-JPN}
                """;
        var read = read("""
                Id,Type,First,Last,Sex,Passports,Papers,Tie,Boss
                a/1,P,Ana,Lim,P,my/bd,TRUE,Works for,77
                b,X,,,,,,,
                c,Q,Cy,,?,TH,,,
                """, mapping);
        assertThat(read.refused()).isEmpty();
        assertThat(read.row("persons", "EXCHANGE:a%2F1").cells())
                .containsEntry("name", "Ana Lim")
                .containsEntry("sex", "female")
                .containsEntry("nationality", "MY|BD")
                .containsEntry("undocumented", "true");
        assertThat(read.row("persons", "EXCHANGE:c").cell("sex")).isEqualTo("other");
        assertThat(read.rows("links"))
                .singleElement()
                .satisfies(link -> assertThat(link.cells())
                        .containsEntry("relation", "works_for")
                        .containsEntry("object", "MY-JPN:77"));
    }

    @Test
    void oldEncodingsAreReadAsTheMappingSays() throws IOException {
        Path table = Files.write(folder.resolve("t.csv"), "Id,Name\n1,Zoë\n".getBytes(Charset.forName("windows-1252")));
        String rows = "rows:\n- file: persons\n  columns: {id: Id, name: Name}\n";
        var right = MappingReader.of("m.yaml", "format: jejak-mapping/1\nencoding: windows-1252\n" + rows);
        assertThat(read(table, right).rows("persons").getFirst().cell("name")).isEqualTo("Zoë");
        var wrong = MappingReader.of("m.yaml", "format: jejak-mapping/1\n" + rows);
        assertThatThrownBy(() -> read(table, wrong))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.yaml", "roster.yaml"})
    void whatIsWrittenReadsAsTheSame(String name) throws IOException {
        String written = MappingWriter.yaml(MappingReader.read(example(name)));
        assertThat(MappingWriter.yaml(MappingReader.of(name, written))).isEqualTo(written);
        Path table = example(name.replace(".yaml", ".csv"));
        assertThat(read(table, MappingReader.of(name, written)).accepted().keySet())
                .isEqualTo(read(table, MappingReader.read(example(name)))
                        .accepted()
                        .keySet());
    }

    @Test
    void whatIsWrongInTheMappingIsSaidWithLineAndColumn() {
        assertThatThrownBy(reading("format: jejak-mapping/1\nrows:\n- file: contcts\n  columns: {a: X}\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageStartingWith("m.yaml, line 3, column 9:")
                .hasMessageContaining("is contacts meant?");
        assertThatThrownBy(reading("format: jejak-mapping/1\nrows:\n- file: contacts\n  columns:\n    tme: X\n"))
                .hasMessageStartingWith("m.yaml, line 5, column 5:")
                .hasMessageContaining("is time meant?");
        assertThatThrownBy(reading("format: jejak-mapping/1\nrows:\n- file: contacts\n  columns: {a: X, b: Y}\n"))
                .hasMessageContaining("contacts needs time");
        assertThatThrownBy(
                        reading(
                                "format: jejak-mapping/1\nrows:\n- file: persons\n  columns:\n    name: {column: X, makes: phones}\n"))
                .hasMessageStartingWith("m.yaml, line 5, column 30:");
        assertThatThrownBy(reading("format: jejak-mapping/1\nrows: [\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(reading("rows: []")).hasMessageContaining("format: jejak-mapping/1");
        assertThatThrownBy(reading("")).isInstanceOf(UnreadableDelivery.class);
        assertThatThrownBy(reading("a: &x [*x, *x]\nformat: 1")).isInstanceOf(UnreadableDelivery.class);
        assertThatThrownBy(reading("!!javax.script.ScriptEngineManager {}")).isInstanceOf(UnreadableDelivery.class);
    }

    @Test
    void aColumnTheTableHasNotIsSaidWithThePlaceInTheMapping() {
        assertThatThrownBy(() -> read(
                        "Id,Nmae\n1,A\n",
                        "format: jejak-mapping/1\nrows:\n- file: persons\n  columns:\n    id: Id\n    name: Name\n"))
                .isInstanceOf(UnreadableDelivery.class)
                .hasMessageStartingWith("m.yaml, line 6, column 11: t.csv has no column Name; is Nmae meant?");
    }

    @Test
    void thePreviewShowsRowsAsTheyWouldBeLoadedAndWhyNot() throws IOException {
        var rows = MappedSource.preview(
                example("calls.csv"), MappingReader.read(example("calls.yaml")), DELIVERY, Translated.IDS, 3);
        assertThat(rows).extracting(MappedSource.PreviewRow::file).contains("sources", "phones", "contacts");
        assertThat(rows).filteredOn(r -> r.file().equals("contacts")).hasSize(3);
        assertThat(rows)
                .filteredOn(r -> r.refusal().isPresent())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(4));
    }
}
