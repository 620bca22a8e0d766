package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An official who is protected is in no list of suspicion, and drags nobody into one. */
class OfficialsReportTest {

    private static OfficialResult official(String id, int rank, @Nullable Double q, boolean lead, String... group) {
        return new OfficialResult(
                id, id, rank, q, lead ? OfficialResult.LEAD : null, List.of(group), List.of(), 0, null, List.of());
    }

    private static final OfficialsReport REPORT = new OfficialsReport(
            new OfficialsReport.Counts(9, 1, 1, 1, 1, 1),
            new TreeMap<>(),
            4,
            3,
            2,
            List.of(
                    official("N:a", 1, 0.001, true, "N:a", "N:b"),
                    official("N:b", 2, 0.001, true, "N:a", "N:b"),
                    official("N:c", 3, 0.01, true, "N:c"),
                    official("N:d", 4, 0.7, false, "N:d")),
            List.of("N:e", "N:f"),
            List.of());

    @Test
    void nobodyProtectedChangesNothing() {
        assertThat(REPORT.protecting(Set.of("N:x"))).isEqualTo(REPORT);
    }

    @Test
    void aLeadWithAProtectedOfficialInItGoesAsAWhole() {
        var report = REPORT.protecting(Set.of("N:a"));
        assertThat(report.officials()).extracting(OfficialResult::id).containsExactly("N:c", "N:d");
        assertThat(report.officials()).extracting(OfficialResult::rank).containsExactly(1, 2);
        assertThat(report.leads()).isEqualTo(1);
        assertThat(report.flagged()).isEqualTo(1);
        assertThat(report.tested()).isEqualTo(2);
        assertThat(report.protectedOfficials()).containsExactly("N:a");
        assertThat(report.notEnoughData()).containsExactly("N:b", "N:e", "N:f");
    }

    @Test
    void everyOfficialIsInExactlyOneList() {
        var report = REPORT.protecting(Set.of("N:c", "N:e", "N:nobody"));
        assertThat(report.protectedOfficials()).containsExactly("N:c", "N:e");
        assertThat(report.notEnoughData()).containsExactly("N:f");
        assertThat(report.officials()).extracting(OfficialResult::id).containsExactly("N:a", "N:b", "N:d");
    }
}
