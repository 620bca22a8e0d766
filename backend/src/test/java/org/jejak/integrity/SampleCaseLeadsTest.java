package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jejak.world.Collusion;
import org.jejak.world.SampleCase;
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
        var planted = truth.colluders().stream()
                .map(c -> World.NAMESPACE + ":" + c.official().replace(World.NAMESPACE + ":", ""))
                .collect(Collectors.toSet());
        var flagged =
                report.officials().stream().filter(OfficialResult::isFlagged).toList();
        var found = new HashSet<String>();
        flagged.forEach(o -> found.addAll(o.group()));
        assertThat(found).containsAll(planted);
        flagged.forEach(o -> assertThat(o.group()).as(o.id()).anyMatch(planted::contains));
        assertThat(report.officials().subList(0, planted.size()))
                .allSatisfy(o -> assertThat(o.group()).anyMatch(planted::contains));
        var everybody = new HashSet<String>(report.notEnoughData());
        report.officials().forEach(o -> assertThat(everybody.add(o.id())).isTrue());
        assertThat(everybody).hasSize(78);
    }

    /**
     * At q 0.05 one quiet world in twenty has a lead by chance alone, and of these the first has: an honest official with
     * ten of the unit's twelve days of contact. Choosing a rule that spares them would be choosing the answer.
     */
    @Test
    void ofFiveQuietWorldsAtMostOneHasALeadByChance() {
        var withLead = LongStream.of(SampleCase.QUIET_SEED, 20140107, 20140108, 20140109, 20140110)
                .filter(seed -> {
                    var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
                    World.of(WorldParameters.sample(seed).with(Collusion.NONE, 1))
                            .describe(written);
                    return IntegrityRun.usual().on(written.asCase()).leads() > 0;
                })
                .boxed()
                .toList();
        assertThat(withLead).hasSizeLessThanOrEqualTo(1);
    }
}
