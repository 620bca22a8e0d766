package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jejak.audit.AuditLog;
import org.jejak.audit.Head;
import org.jejak.audit.HeadKeeper;
import org.jejak.network.Handling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadContentsIT {

    @TempDir
    Path folder;

    private TestLoads loads;

    @BeforeEach
    void emptyStore() {
        loads = TestLoads.onEmptyStore();
    }

    private LoadContents contents(AuditLog audit) {
        return new LoadContents(loads.store().driver(), loads.cypher(), audit);
    }

    private AuditLog audit() {
        return AuditLog.open(folder, Clock.systemUTC(), new HeadKeeper() {
            @Override
            public Optional<Head> last() {
                return Optional.empty();
            }

            @Override
            public void keep(Head later) {}
        });
    }

    private Bundles waiting() {
        return Bundles.bundle()
                .source()
                .file("persons", "id,name,source", "p1,Ana,s1")
                .file("links", "id,subject,relation,object,source", "l1,p1,family,p2,s1", "l2,p1,family,OTHER:p3,s1");
    }

    @Test
    void saysWhatHeldRowsWaitForToWhoLoadedThem() {
        var loader = TestLoads.investigator("ana", Handling.AMBER, "CASE-1");
        loads.load(loader, waiting().in(loads.folder()));
        try (var audit = audit()) {
            var contents = contents(audit);
            assertThat(contents.held(loader, Optional.empty(), 0, 10))
                    .extracting(h -> h.file() + " " + h.line() + " " + h.key() + " waits for " + h.missing())
                    .containsExactly(
                            "links.csv 2 TEST:links/l1 waits for [TEST:p2]",
                            "links.csv 3 TEST:links/l2 waits for [OTHER:p3]");
            assertThat(contents.countHeld(loader, Optional.empty())).isEqualTo(2);
            var sameCase = TestLoads.investigator("ben", Handling.AMBER, "CASE-1");
            var cleared = TestLoads.investigator("cy", Handling.RED, "CASE-1");
            var otherCase = TestLoads.investigator("ana", Handling.RED, "CASE-2");
            assertThat(contents.countHeld(sameCase, Optional.empty())).isZero();
            assertThat(contents.held(sameCase, Optional.empty(), 0, 10)).isEmpty();
            assertThat(contents.countHeld(cleared, Optional.empty())).isEqualTo(2);
            assertThat(contents.countHeld(otherCase, Optional.empty())).isZero();
        }
    }

    @Test
    void saysWhatAnUndoWouldTakeAndWhatAnotherLoadKeeps() {
        var first = loads.load(waiting());
        loads.load(Bundles.bundle().source());
        try (var audit = audit()) {
            var contents = contents(audit);
            var undoing = contents.undoing(TestLoads.OPERATOR, first.load());
            assertThat(undoing.going()).containsOnlyKeys("persons").containsValue(1L);
            assertThat(undoing.staying()).containsOnlyKeys("sources").containsValue(1L);
            assertThat(undoing.allWaiting()).isEqualTo(2);
            var stranger = TestLoads.investigator("ben", Handling.RED, "CASE-2");
            assertThat(contents.undoing(stranger, first.load()).going()).isEmpty();
        }
    }

    @Test
    void refusedRowsAreReadWithTheirReasonsAndTakenAwayAsABundle() throws IOException {
        var report = loads.load(Bundles.kite());
        var refused = new RefusedBundle(Path.of(report.refusedRows().orElseThrow()));
        assertThat(refused.rows(10))
                .extracting(RefusedBundle.RefusedRow::refusal)
                .anySatisfy(r -> assertThat(r)
                        .extracting(Refusal::file, Refusal::column, Refusal::value)
                        .containsExactly("payments.csv", "amount", "12,50"))
                .allSatisfy(r -> assertThat(r.reason()).isNotBlank());
        assertThat(refused.rows(1)).hasSize(1);
        Path zip = folder.resolve("refused.zip");
        try (var out = Files.newOutputStream(zip)) {
            refused.writeZip(out);
        }
        long rows = report.files().stream()
                .mapToLong(LoadReport.FileCounts::refused)
                .sum();
        var again = loads.load(zip);
        assertThat(again.files().stream()
                        .mapToLong(LoadReport.FileCounts::refused)
                        .sum())
                .isEqualTo(rows);
    }

    @Test
    void aRefusedRowIsCorrectedByItselfAndLeavesTheRefusedOnes() throws IOException {
        var report = loads.load(Bundles.kite());
        var refused = new RefusedBundle(Path.of(report.refusedRows().orElseThrow()));
        var before = refused.rows(100);
        var payment = before.stream()
                .filter(r -> r.refusal().value().equals("12,50"))
                .findFirst()
                .orElseThrow();
        var cells = new LinkedHashMap<>(payment.cells());
        cells.put("amount", "12.50");
        Path corrected = folder.resolve("corrected");
        refused.writeCorrected(payment, cells, corrected);
        var again = loads.load(corrected);
        assertThat(again.files()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo("payments.csv");
            assertThat(file.accepted()).isEqualTo(1);
        });
        refused.drop(payment);
        assertThat(refused.rows(100))
                .hasSize(before.size() - 1)
                .noneMatch(r -> r.refusal().value().equals("12,50"));
    }
}
