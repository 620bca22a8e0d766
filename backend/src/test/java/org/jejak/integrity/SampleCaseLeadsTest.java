package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.jejak.world.SampleCase;
import org.jejak.world.Truth;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Test;

/** The case in seed-data, whose generator knows nothing of the channels. */
class SampleCaseLeadsTest {

    @Test
    void plantedColludersComeOutOnTopAndNobodyWithOnlyDutyContactIsALead() {
        var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
        var truth = World.of(WorldParameters.sample(SampleCase.SEED)).describe(written);
        var in = written.asCase();
        var report = IntegrityRun.usual().on(in);
        var planted = truth.colluders().stream().map(Truth.Colluder::official).collect(Collectors.toSet());
        var flagged =
                report.officials().stream().filter(OfficialResult::isFlagged).toList();
        var found = new HashSet<String>();
        flagged.forEach(o -> found.addAll(o.group()));
        assertThat(found).containsAll(planted);
        var partners = truth.colluders().stream().map(Truth.Colluder::partner).toList();
        for (var lead : flagged) {
            assertThat(lead.group()).as(lead.id()).anyMatch(planted::contains);
            assertThat(lead.group())
                    .as("who is with a colluder in a lead is rostered with them")
                    .allMatch(o -> planted.contains(o) || partners.contains(o));
        }
        assertThat(report.officials().subList(0, planted.size()))
                .allSatisfy(o -> assertThat(o.group()).anyMatch(planted::contains));
        var everybody = new HashSet<String>(report.notEnoughData());
        report.officials().forEach(o -> assertThat(everybody.add(o.id())).isTrue());
        assertThat(everybody).hasSize(78);
    }

    /**
     * The same seed without collusion, named before anybody looked: nobody is a lead. Other seeds may have one by chance,
     * as a false-discovery rate allows; how many, {@link IntegrityRunTest} holds.
     */
    @Test
    void hadNobodyColludedNobodyWouldBeALead() {
        var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
        World.of(SampleCase.quiet()).describe(written);
        var report = IntegrityRun.usual().on(written.asCase());
        assertThat(report.tested()).isPositive();
        assertThat(report.flagged()).isZero();
        assertThat(report.leads()).isZero();
        assertThat(report.officials()).noneMatch(OfficialResult::isFlagged);
    }
}
