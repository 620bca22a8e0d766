package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jejak.audit.AuditLog;
import org.jejak.audit.Head;
import org.jejak.audit.HeadKeeper;
import org.jejak.identity.SealedFile;
import org.jejak.ingest.Bundles;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesIT {

    private static final Viewer ANA = TestLoads.investigator("ana", Handling.AMBER, "CASE-1");
    private static final byte[] SCAN = "a scanned page".repeat(200_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestLoads loads;
    private AuditLog audit;
    private SourceFiles files;

    @BeforeEach
    void aBundleWithAScan() throws IOException, NoSuchAlgorithmException {
        loads = TestLoads.onEmptyStore();
        audit = AuditLog.open(folder, Clock.systemUTC(), new HeadKeeper() {
            @Override
            public Optional<Head> last() {
                return Optional.empty();
            }

            @Override
            public void keep(Head later) {}
        });
        var store = loads.store();
        files = new SourceFiles(
                store.driver(),
                loads.cypher(),
                TestDoors.rows(store.vault()),
                new StoreState(store.driver(), loads.cypher()),
                store.vault(),
                store.home(),
                audit);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SCAN));
        Path bundle = Bundles.bundle()
                .file(
                        "sources",
                        "id,kind,file,sha256",
                        "s1,roster,scan.png," + digest,
                        "s2,roster,scan.png,",
                        "s3,roster,lost.png,",
                        "s4,tip,,",
                        "s5,roster,scan.png," + digest.toUpperCase(Locale.ROOT))
                .in(loads.folder());
        Files.write(bundle.resolve("scan.png"), SCAN);
        assertThat(loads.load(ANA, bundle).hasRefusals()).isFalse();
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private SourceFiles.State state(Viewer viewer, String source) {
        return files.check(viewer, Key.of("TEST", "sources", source)).state();
    }

    @Test
    void aKeptFileIsHeldAgainstTheDigestItsSourceStates() {
        assertThat(state(ANA, "s1")).isEqualTo(SourceFiles.State.SAME);
        assertThat(state(ANA, "s2")).isEqualTo(SourceFiles.State.UNCHECKED);
        assertThat(state(ANA, "s3")).isEqualTo(SourceFiles.State.MISSING);
        assertThat(state(ANA, "s4")).isEqualTo(SourceFiles.State.NONE);
        assertThat(state(ANA, "s5")).as("a digest in capitals").isEqualTo(SourceFiles.State.SAME);
        assertThat(files.check(ANA, Key.of("TEST", "sources", "s1")).bytes()).isEqualTo(SCAN.length);
    }

    @Test
    void whoMaySeeTheSourceMayTakeItsFileAndNobodyElse() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(files.write(ANA, Key.of("TEST", "sources", "s1"), out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(SCAN);
        var stranger = TestLoads.investigator("ben", Handling.RED, "CASE-2");
        assertThat(state(stranger, "s1")).isEqualTo(SourceFiles.State.NONE);
        assertThat(files.write(stranger, Key.of("TEST", "sources", "s1"), out)).isFalse();
    }

    private long kept() throws IOException {
        try (var kept = Files.list(SealedFile.folder(loads.store().home().directory()))) {
            return kept.count();
        }
    }

    private Path bundle(boolean withScan) throws IOException {
        Path bundle = Bundles.bundle()
                .delivered("2020-01-01T00:00:00Z")
                .file("sources", "id,kind,file", "s1,roster,scan.png")
                .in(loads.folder());
        if (withScan) {
            Files.write(bundle.resolve("scan.png"), SCAN);
        }
        return bundle;
    }

    @Test
    void aFileMayComeAfterItsSourceAndIsTakenBackWithTheLoadThatBroughtIt() throws IOException {
        loads = TestLoads.onEmptyStore();
        long before = kept();
        loads.load(ANA, bundle(false));
        String without = loads.loads().graphDigest();
        String brought = loads.load(ANA, bundle(true)).load();
        String with = loads.loads().graphDigest();
        assertThat(with).isNotEqualTo(without);
        assertThat(state(ANA, "s1")).isEqualTo(SourceFiles.State.UNCHECKED);
        String again = loads.load(ANA, bundle(true)).load();
        loads.loads().undo(ANA, brought);
        assertThat(state(ANA, "s1")).isEqualTo(SourceFiles.State.UNCHECKED);
        assertThat(loads.loads().graphDigest()).isEqualTo(with);
        loads.loads().undo(ANA, again);
        assertThat(state(ANA, "s1")).isEqualTo(SourceFiles.State.MISSING);
        assertThat(loads.loads().graphDigest()).isEqualTo(without);
        assertThat(kept()).isEqualTo(before);
        loads = TestLoads.onEmptyStore();
        loads.load(ANA, bundle(true));
        loads.load(ANA, bundle(false));
        assertThat(loads.loads().graphDigest()).isEqualTo(with);
    }

    @Test
    void aFileThatSomebodyTamperedWithIsNotTheOne() throws IOException {
        Path kept = SealedFile.folder(loads.store().home().directory());
        try (var all = Files.list(kept)) {
            for (Path file : all.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertThat(state(ANA, "s1")).isEqualTo(SourceFiles.State.DIFFERENT);
    }
}
