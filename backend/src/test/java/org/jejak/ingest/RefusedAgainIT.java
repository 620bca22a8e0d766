package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused line corrected in its folder, in the store: there once, and still once when the corrected file comes too. */
class RefusedAgainIT {

    private static final String MAPPING = """
            format: jejak-mapping/1
            rows:
              - file: contacts
                columns:
                  a: {column: From, makes: phones}
                  b: {column: To, makes: phones}
                  time: {column: When, time: ["dd.MM.yyyy HH:mm"]}
            """;

    @TempDir
    Path folder;

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private LoadReport load(String name, String mapping, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Optional<Path> by = mapping.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.writeString(folder.resolve("m.yaml"), mapping));
        var told = new Told(Optional.of("NET"), Optional.of("CASE-1"), Optional.empty(), by);
        try (var source = Format.open(
                file, Optional.empty(), told, new VaultIds(loads.store().vault()))) {
            return loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().refusedTo(folder.resolve("refused")));
        }
    }

    private static long sum(LoadReport report, java.util.function.ToLongFunction<LoadReport.FileCounts> of) {
        return report.files().stream().mapToLong(of).sum();
    }

    private void correctInFolder(LoadReport report, String file, String wrong, String right) throws IOException {
        Path csv = Path.of(report.refusedRows().orElseThrow()).resolve(file + ".csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(wrong, right));
    }

    private List<String> live(String label) {
        return loads.strings("MATCH (r:" + label + ") WHERE r._live RETURN r._key ORDER BY r._key");
    }

    @Test
    void aCallWithAnImpossibleDayIsThereOnceHoweverItIsCorrected() throws IOException {
        String table = "From,To,When\n0131,0132,05.02.2016 21:40\n0133,0132,31.02.2016 08:15\n";
        var first = load("calls.csv", MAPPING, table);
        assertThat(sum(first, LoadReport.FileCounts::refused)).isEqualTo(1);
        assertThat(live("Contacts")).hasSize(1);
        correctInFolder(first, "contacts", "31\\.02\\.2016 08:15", "2016-02-01T08:15");
        var corrected = loads.load(Path.of(first.refusedRows().orElseThrow()));
        assertThat(sum(corrected, LoadReport.FileCounts::refused)).isZero();
        assertThat(sum(corrected, LoadReport.FileCounts::accepted)).isEqualTo(1);
        var there = live("Contacts");
        assertThat(there).hasSize(2);

        var again = loads.load(Path.of(first.refusedRows().orElseThrow()));
        assertThat(sum(again, LoadReport.FileCounts::unchanged)).isEqualTo(1);
        load("calls.csv", MAPPING, table.replace("31.02", "01.02"));
        assertThat(live("Contacts")).isEqualTo(there);
    }

    @Test
    void aTieWhoseWeightWasCorrectedIsTiedToTheSamePeople() throws IOException {
        var first = load("ties.csv", "", "source,target,weight\nkana,lumo,2\nlumo,mino,heavy\n");
        correctInFolder(first, "links", "heavy", "3");
        var corrected = loads.load(Path.of(first.refusedRows().orElseThrow()));
        assertThat(sum(corrected, LoadReport.FileCounts::held)).isZero();
        assertThat(sum(corrected, LoadReport.FileCounts::accepted)).isEqualTo(1);
        var there = live("Links");
        assertThat(there).hasSize(2);
        load("ties.csv", "", "source,target,weight\nkana,lumo,2\nlumo,mino,3\n");
        assertThat(live("Links")).isEqualTo(there);
    }

    @Test
    void aVictimKnownByTheDateThatWasWrongComesWithEverythingAboutThem() throws IOException {
        String table = "prs_FirstName,prs_Birthdate,prs_Citizenship,vic_TypeOfExploitation\n"
                + "Seri,41.06.1995,Myanmar,Forced labour\n";
        var first = load("cases.csv", "", table);
        assertThat(live("Persons")).isEmpty();
        assertThat(live("Roles")).isEmpty();
        correctInFolder(first, "persons", "41\\.06\\.1995", "1995-06-14");
        var corrected = loads.load(Path.of(first.refusedRows().orElseThrow()));
        assertThat(sum(corrected, LoadReport.FileCounts::held)).isZero();
        var persons = live("Persons");
        var roles = live("Roles");
        assertThat(persons).hasSize(1);
        assertThat(roles).hasSize(1);
        load("cases.csv", "", table.replace("41.06.1995", "1995-06-14"));
        assertThat(live("Persons")).isEqualTo(persons);
        assertThat(live("Roles")).isEqualTo(roles);
    }
}
