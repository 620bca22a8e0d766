package org.jejak.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import org.jejak.ingest.CheckedRow;
import org.jejak.ingest.Translated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedNobodyTest {

    private static final String CALLS = "rows:\n- file: contacts\n  columns:\n    a: {column: From, makes: phones}\n"
            + "    b: {column: To, makes: phones}\n    time: When\n    channel: {text: call}\n";

    @TempDir
    Path folder;

    private Translated calls(String lines) {
        return MappedTables.read(folder, "From,To,When\n" + lines, CALLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Private",
                "UNKNOWN",
                "Withheld",
                "anonymous",
                "n/a",
                "-",
                "INVALID-NUM",
                "Celcom Info",
                "0",
                "NA",
                "No Caller ID"
            })
    void whatIsNoNumberIsATelephoneOfItsLineAlone(String written) {
        var read = calls(written + ",60133000009,2015-03-07\n" + written + ",60133000009,2015-03-08\n" + written + ","
                + written + ",2015-03-09\n");
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("contacts")).hasSize(3);
        var ends = new HashSet<String>();
        read.rows("contacts").forEach(row -> {
            ends.add(row.cell("a"));
            ends.add(row.cell("b"));
        });
        assertThat(ends)
                .as("60133000009 and one for each time that nobody is named")
                .hasSize(5);
        assertThat(read.rows("phones"))
                .hasSize(5)
                .extracting(row -> row.cell("number"))
                .contains(written, "60133000009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.01234E+10", "6,01234E+10", "6.01234e10", "1E+12"})
    void aNumberWhoseDigitsAreGoneIsRefusedWhereverSomethingIsKnownByIt(String written) {
        var read = calls("\"" + written + "\",60133000009,2015-03-07\n");
        assertThat(read.rows("contacts")).isEmpty();
        assertThat(read.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.column() + " " + refusal.value()).isEqualTo("a " + written);
            assertThat(refusal.reason())
                    .startsWith("From: only the first digits")
                    .contains("as text", "export it again");
        });
        for (String how : new String[] {
            "number: No", "id: No\n    number: {text: A1}", "id: {made-from: No}\n    number: {text: A1}"
        }) {
            var papers = MappedTables.read(
                    folder,
                    "No,Kind\n\"" + written + "\",visa\n",
                    "rows:\n- file: documents\n  columns:\n    kind: Kind\n    " + how + "\n");
            assertThat(papers.rows("documents")).as(how).isEmpty();
            assertThat(papers.refused()).hasSize(1);
        }
    }

    @Test
    void waysInWhichSpreadsheetsWriteANumberAreTheNumber() {
        var read = calls("\"=\"\"60155000009\"\"\",'60155000009,2015-03-07\n60155000009.0,60155000009,2015-03-08\n");
        assertThat(read.rows("phones"))
                .extracting(row -> row.cell("number"))
                .containsOnly("60155000009")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "########", "=VLOOKUP(A2;B:C;2)"})
    void anErrorOfTheSpreadsheetIsNobodysName(String written) {
        var read = MappedTables.read(
                folder, "Name\n" + written + "\n", "rows:\n- file: persons\n  columns: {name: Name}\n");
        assertThat(read.rows("persons")).isEmpty();
        assertThat(read.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("shows no value"));
    }

    @Test
    void peopleNobodyNamesAreEachTheirOwn() {
        var read = MappedTables.read(
                folder, "Name,Boss,Since\nAyu,unknown,2014\nRia,unknown,2014\nunknown,Ayu,2014\n", """
                rows:
                - file: links
                  columns:
                    subject: {column: Name, refers-to: persons}
                    relation: {text: works_for}
                    object: {column: Boss, makes: persons}
                    from: Since
                - file: persons
                  columns:
                    id: {made-from: Name}
                    name: Name
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.rows("links")).extracting(row -> row.cell("object")).doesNotHaveDuplicates();
        assertThat(read.rows("persons"))
                .filteredOn(row -> row.cell("name").isEmpty())
                .hasSize(3);
        CheckedRow unnamed = read.rows("links").getLast();
        assertThat(read.rows("persons"))
                .as("the line that names nobody is about the person that it describes")
                .anySatisfy(person -> assertThat(person.key().value()).isEqualTo(unnamed.cell("subject")));
    }

    @Test
    void aDashWhereACellMayBeEmptyIsAnEmptyCell() {
        var read = MappedTables.read(folder, "Victim,By,Where\nAyu,-,n/a\nRia,unknown,-\n", """
                rows:
                - file: exploitations
                  columns:
                    victim: {column: Victim, makes: persons}
                    exploiter: {column: By, makes: persons}
                    place: {column: Where, makes: places}
                """);
        assertThat(read.rows("exploitations"))
                .extracting(row -> row.cell("place"))
                .containsOnly("");
        assertThat(read.rows("exploitations").get(0).cell("exploiter")).isEmpty();
        assertThat(read.rows("exploitations").get(1).cell("exploiter")).isNotEmpty();
        assertThat(read.rows("places")).isEmpty();
    }

    @Test
    void spellingsThatLookAlikeAreOnePersonAndNaIsAName() {
        var read = MappedTables.read(
                folder,
                "Name,Boss\nZoe\u0301 An,Na\nZo\u00E9\u00A0An,Na\nZo\u00E9\u200B An,NA\n",
                "rows:\n- file: links\n  columns:\n    subject: {column: Name, makes: persons}\n    relation: {text: knows}\n"
                        + "    object: {column: Boss, makes: persons}\n");
        assertThat(read.rows("persons"))
                .extracting(row -> row.cell("name"))
                .containsExactlyInAnyOrder("Zo\u00E9 An", "Na", "");
    }
}
