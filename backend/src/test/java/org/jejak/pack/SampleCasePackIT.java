package org.jejak.pack;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.pack.verify.PackVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample case that comes with Jejak, all its people in one pack. */
class SampleCasePackIT {

    private static final Path SAMPLE = Path.of("../seed-data/lembah-kabus");
    private static final Set<String> PROTECTED = Set.of("victim", "survivor", "witness");
    private static final Viewer PROSECUTOR =
            new Viewer("putri", Set.of(Role.PROSECUTOR), Set.of("LEMBAH-KABUS"), Handling.RED);

    @TempDir
    Path folder;

    @Test
    void namesNoVictimOrWitnessAndVerifies() throws IOException {
        var loads = TestLoads.onEmptyStore();
        loads.load(SAMPLE);
        var guarded = new HashSet<String>();
        each(
                "roles",
                row -> {
                    if (PROTECTED.contains(row.get(1))) {
                        guarded.add(row.get(0));
                    }
                },
                "person",
                "role");
        var ids = new ArrayList<Key>();
        var secret = new HashSet<String>();
        var open = new HashSet<String>();
        each(
                "persons",
                row -> {
                    ids.add(new Key("SYNTH:" + row.get(0)));
                    boolean hidden = guarded.contains(row.get(0)) || row.get(3).equals("true");
                    for (String name : (row.get(1) + "|" + row.get(2)).split("\\|")) {
                        if (name.length() >= 4) {
                            (hidden ? secret : open).add(name);
                        }
                    }
                    if (hidden) {
                        secret.add("\"SYNTH:" + row.get(0) + "\"");
                    }
                },
                "id",
                "name",
                "aliases",
                "remains");
        secret.removeIf(s -> open.stream().anyMatch(o -> o.contains(s)));
        assertThat(secret).hasSizeGreaterThan(200);

        try (var context = TestExports.on(loads, folder, TestExports.audit(folder))) {
            var request = new ExportRequest("LEMBAH-KABUS", ids, "E-1", "all its people", Optional.empty());
            Path out = folder.resolve("pack.zip");
            var exported = context.getBean(Exports.class).export(PROSECUTOR, request, out);
            assertThat(exported.entities()).isEqualTo(ids.size());
            assertThat(exported.links()).isGreaterThan(100);
            assertThat(TestExports.found(secret, exported.bytes())).isEmpty();
            assertThat(PackVerifier.verify(out, Set.of(exported.fingerprint())).valid())
                    .isTrue();
        }
    }

    private interface Row {
        void read(List<String> cells);
    }

    private static void each(String file, Row row, String... columns) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(SAMPLE.resolve(file + ".csv"))) {
            csv.forEach(r -> row.read(List.of(columns).stream().map(r::getField).toList()));
        }
    }
}
