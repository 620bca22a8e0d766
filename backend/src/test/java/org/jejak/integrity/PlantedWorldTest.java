package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.jejak.world.SampleCase;
import org.jejak.world.Truth;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Test;

/** What the world generator planted, a piece apart from the channels, is found; and nobody honest is named. */
class PlantedWorldTest {

    @Test
    void theColludersOfTheSampleComeFirstAndNobodyElseIsALead() {
        var world = new WorldCase(WorldParameters.sample(SampleCase.SEED));
        var report = IntegrityRun.usual().on(world.officials());
        var colluders =
                world.truth().colluders().stream().map(Truth.Colluder::official).toList();
        var partners =
                world.truth().colluders().stream().map(Truth.Colluder::partner).toList();
        var first = report.officials().stream()
                .limit(colluders.size())
                .map(OfficialResult::id)
                .toList();
        for (OfficialResult official : report.officials()) {
            if (official.isFlagged()) {
                assertThat(official.group()).containsAnyElementsOf(colluders);
                var others = new ArrayList<>(official.group());
                others.removeAll(colluders);
                assertThat(partners).containsAll(others);
            }
        }
        assertThat(first).containsExactlyInAnyOrderElementsOf(colluders);
        assertThat(report.officials().stream().filter(OfficialResult::isFlagged).map(OfficialResult::id))
                .containsAll(colluders);
    }

    @Test
    void inTheQuietWorldNobodyIsALead() {
        var report = IntegrityRun.usual().on(new WorldCase(SampleCase.quiet()).officials());
        assertThat(report.tested()).isPositive();
        assertThat(report.officials().stream().filter(OfficialResult::isFlagged))
                .isEmpty();
    }
}
