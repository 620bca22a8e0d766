package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.format.Format.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table without ids that is corrected and delivered again: what was corrected is superseded, and nobody comes twice. */
class CorrectedTablesIT {

    @TempDir
    Path folder;

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private LoadReport load(String name, Optional<Path> mapping, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        var told = new Told(Optional.of("IOM"), Optional.of("CASE-1"), Optional.empty(), mapping);
        try (var source = Format.open(file, Optional.empty(), told, Translated.IDS)) {
            return loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().refusedTo(folder.resolve("no")));
        }
    }

    private static LoadReport.FileCounts of(LoadReport report, String file) {
        return report.files().stream()
                .filter(f -> f.file().equals(file + ".csv"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCorrectedTableOfCasesSupersedes() throws IOException {
        String header = "prs_FirstName,prs_Birthdate,prs_Citizenship,vic_TypeOfExploitation";
        var first = load(
                "cases.csv", Optional.empty(), header, "Asha,1999-05-01,BD,ForcedLabour", "Bina,1998,BD,ForcedLabour");
        assertThat(of(first, "persons").accepted()).isEqualTo(2);
        var second = load(
                "cases.csv",
                Optional.empty(),
                header,
                "Cy,1997,MM,ForcedLabour",
                "Asha,1999-05-01,MM,OrganRemoval",
                "Bina,1998,BD,ForcedLabour");
        assertThat(of(second, "persons").accepted()).isEqualTo(1);
        assertThat(of(second, "persons").superseded()).isEqualTo(2);
        assertThat(loads.strings("MATCH (r:Persons) WHERE r._live RETURN r.nationality ORDER BY r.nationality"))
                .containsExactly("BD", "MM", "MM");
        assertThat(loads.strings("MATCH (r:Roles) WHERE r._live RETURN r.role")).hasSize(3);
        assertThat(of(
                                load(
                                        "cases.csv",
                                        Optional.empty(),
                                        header,
                                        "Cy,1997,MM,ForcedLabour",
                                        "Asha,1999-05-01,MM,OrganRemoval",
                                        "Bina,1998,BD,ForcedLabour"),
                                "persons")
                        .unchanged())
                .isEqualTo(3);
    }

    @Test
    void linesOfAMappedTableThatDidNotChangeStayWhereTheyWere() throws IOException {
        Path mapping = Files.writeString(folder.resolve("calls.yaml"), """
                format: jejak-mapping/1
                rows:
                  - file: contacts
                    columns:
                      a: {column: caller, makes: phones}
                      b: {column: callee, makes: phones}
                      time: when
                """);
        load("calls.csv", Optional.of(mapping), "caller,callee,when", "0121,0122,2015-03-07", "0123,0122,2015-03-08");
        var second = load(
                "calls.csv",
                Optional.of(mapping),
                "caller,callee,when",
                "0129,0122,2015-03-01",
                "0121,0122,2015-03-07",
                "0123,0122,2015-03-09");
        assertThat(of(second, "contacts").accepted()).isEqualTo(2);
        assertThat(of(second, "contacts").superseded()).isEqualTo(1);
    }
}
