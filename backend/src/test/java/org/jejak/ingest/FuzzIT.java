package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.jejak.network.Key;
import org.jejak.network.RecordFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged bundles all the way into the store: every good row is in or waits, and taken back nothing is left. */
class FuzzIT {

    @TempDir
    Path folder;

    @Test
    void twoDamagedBundlesLoadWhatIsGoodAndLeaveNothingWhenTakenBack() throws IOException {
        load(2, 5, false);
    }

    @Test
    @Tag("full")
    void threeHundredDamagedBundlesLoadWhatIsGoodAndLeaveNothingWhenTakenBack() throws IOException {
        load(300, 6, true);
    }

    private void load(int bundles, long seed, boolean huge) throws IOException {
        var whole = FuzzTest.whole();
        var good =
                FuzzTest.read(FuzzTest.folder(folder.resolve("whole"), whole)).accepted();
        var loads = TestLoads.onEmptyStore();
        String empty = loads.loads().graphDigest();
        for (int i = 0; i < bundles; i++) {
            var random = new Random(seed * 1_000_003 + i);
            var mutations = new Mutations(random, whole);
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                mutations.mutate(huge && i % 50 == 0);
            }
            String what = "bundle " + i + " of seed " + seed + " " + mutations;
            LoadReport report;
            try {
                report = loads.load(FuzzTest.folder(folder.resolve("damaged" + i), mutations.files()));
            } catch (RuntimeException thrown) {
                throw new AssertionError(what, thrown);
            }
            for (var file : report.files()) {
                assertThat(file.rows())
                        .as(what)
                        .isEqualTo(file.accepted()
                                + file.unchanged()
                                + file.superseded()
                                + file.held()
                                + file.refused()
                                + file.kept());
            }
            assertThat(loads.strings("MATCH (l:Load) RETURN l.state")).containsExactly("done");
            var keys = new HashSet<>(loads.strings("MATCH (r:Record) RETURN r._key"));
            good.keySet().forEach(row -> {
                String file = row.substring(0, row.indexOf('/'));
                String id = row.substring(row.indexOf('/') + 1);
                boolean mayDiffer = mutations.mayTouch(file + ".csv", id)
                        || mutations.shuffledColumns().contains(file + ".csv");
                if (!mayDiffer) {
                    String key = RecordFile.named(file)
                            .map(f -> f.key("TEST", id))
                            .orElseGet(() -> Key.of("TEST", file, id))
                            .value();
                    assertThat(keys).as(what).contains(key);
                }
            });
            loads.loads().undo(TestLoads.OPERATOR, report.load());
            assertThat(loads.loads().graphDigest()).as(what).isEqualTo(empty);
        }
    }
}
