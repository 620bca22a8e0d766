package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.network.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadsIT {

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private static JsonNode expected() throws IOException {
        try (var in = LoadsIT.class.getResourceAsStream("/conformance/kite.load.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    private static void assertKite(LoadReport report) throws IOException {
        for (JsonNode file : expected().get("files")) {
            String name = file.get("file").stringValue();
            var counts = report.files().stream()
                    .filter(f -> f.file().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(counts)
                    .as(name)
                    .isEqualTo(new LoadReport.FileCounts(
                            name,
                            file.get("rows").longValue(),
                            file.get("accepted").longValue(),
                            file.get("unchanged").longValue(),
                            file.get("superseded").longValue(),
                            file.get("held").longValue(),
                            file.get("refused").longValue(),
                            0,
                            java.util.Optional.empty()));
        }
        assertThat(report.files()).hasSize(expected().get("files").size());
    }

    @Test
    void loadsTheKiteAsTheKitSays() throws IOException {
        var report = loads.load(Bundles.kite());
        assertKite(report);
        assertThat(report.caseRef()).isEqualTo("KITE");
        assertThat(report.released()).isZero();
        Path refused = Path.of(report.refusedRows().orElseThrow());
        assertThat(Files.readString(refused.resolve("payments.csv")))
                .startsWith("id,payer,payee,amount,currency,time,method,source,_file,_line,_column,_value,_reason")
                .contains("\"12,50\"");
        assertThat(Files.getPosixFilePermissions(refused)).hasSize(3);
    }

    private LoadReport refusedTo(Path folder) throws IOException {
        try (var source = BundleSource.open(Bundles.kite())) {
            return loads.loads()
                    .load(TestLoads.OPERATOR, source, LoadOptions.defaults().refusedTo(folder));
        }
    }

    @Test
    void refusedRowsAreWrittenOverNothingThatLiesThere() throws IOException {
        Path mine = Bundles.bundle().file("roles", "mine").in(loads.folder());
        byte[] header = Files.readAllBytes(mine.resolve("bundle.json"));
        Path refused = Path.of(refusedTo(mine).refusedRows().orElseThrow());
        assertThat(mine.resolve("roles.csv")).hasContent("mine");
        assertThat(mine.resolve("bundle.json")).hasBinaryContent(header);
        assertThat(refused).hasParent(mine);
        assertThat(Files.getPosixFilePermissions(refused)).hasSize(3);
        assertThat(refused.resolve("roles.csv")).content().contains("driver");
    }

    @Test
    void refusedRowsNeverLieInTheHomeNorStopALoadHalfWay() throws IOException {
        String empty = loads.loads().graphDigest();
        Path home = loads.store().home().directory();
        assertThatThrownBy(() -> refusedTo(home.resolve("refused")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("in the home");
        Path link = Files.createSymbolicLink(loads.folder(), home);
        assertThatThrownBy(() -> refusedTo(link.resolve("refused"))).isInstanceOf(NotAllowed.class);
        assertThat(home.resolve("refused")).doesNotExist();
        Path file = Files.createFile(loads.folder());
        assertThatThrownBy(() -> refusedTo(file.resolve("refused")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("--refused");
        assertThat(loads.loads().graphDigest()).isEqualTo(empty);
        assertThat(loads.loads().all(TestLoads.OPERATOR)).isEmpty();
    }

    @Test
    void aFileThatNoSourceNamesIsCountedEachTimeItIsHandedOver() throws IOException {
        Path bundle = Bundles.bundle()
                .file("sources", "id,kind,file", "s1,other,photos/pier.jpg")
                .file("persons", "id,name,source", "p1,Rahim Made Up,s1")
                .in(loads.folder());
        Files.createDirectories(bundle.resolve("photos"));
        Files.writeString(bundle.resolve("photos/pier.jpg"), "a picture");
        Files.writeString(bundle.resolve("photos/gate.jpg"), "another");
        Files.writeString(bundle.resolve("notes.txt"), "what nobody mentions");
        for (int time = 0; time < 2; time++) {
            var report = loads.load(bundle);
            assertThat(report.hasRefusals()).isFalse();
            assertThat(report.unnamed()).isEqualTo(new LoadReport.Unnamed(2, List.of("notes.txt", "photos/gate.jpg")));
        }
        assertThat(loads.loads().all(TestLoads.OPERATOR))
                .allSatisfy(
                        load -> assertThat(load.report().orElseThrow().unnamed().count())
                                .isEqualTo(2));
    }

    @Test
    void loadsTheKiteAgainWithoutChange() throws IOException {
        loads.load(Bundles.kite());
        String digest = loads.loads().graphDigest();
        var again = loads.load(Bundles.kite());
        for (var file : again.files()) {
            var first = expected()
                    .get("files")
                    .valueStream()
                    .filter(f -> f.get("file").stringValue().equals(file.file()))
                    .findFirst()
                    .orElseThrow();
            assertThat(file.unchanged())
                    .as(file.file())
                    .isEqualTo(first.get("accepted").longValue());
            assertThat(file.held()).isEqualTo(first.get("held").longValue());
            assertThat(file.refused()).isEqualTo(first.get("refused").longValue());
            assertThat(file.accepted()).isZero();
        }
        assertThat(loads.loads().graphDigest()).isEqualTo(digest);
    }

    @Test
    void takesTheKiteBackAsIfItHadNeverBeenAndLoadsItAgain() throws IOException {
        String empty = loads.loads().graphDigest();
        var report = loads.load(Bundles.kite());
        String full = loads.loads().graphDigest();
        assertThat(full).isNotEqualTo(empty);
        loads.loads().undo(TestLoads.OPERATOR, report.load());
        assertThat(loads.loads().graphDigest()).isEqualTo(empty);
        assertThat(loads.strings("MATCH (n) WHERE NOT n:Migration RETURN labels(n)[0]"))
                .isEmpty();
        assertKite(loads.load(Bundles.kite()));
        assertThat(loads.loads().graphDigest()).isEqualTo(full);
    }
}
