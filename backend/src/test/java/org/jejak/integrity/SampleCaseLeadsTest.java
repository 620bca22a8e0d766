package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.world.SampleCase;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Test;

/** The case in seed-data and its quiet sister, whose generator knows nothing of the channels. */
class SampleCaseLeadsTest {

    @Test
    void plantedColludersComeOutOnTopAndNobodyWithOnlyDutyContactIsALead() {
        var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
        var truth = World.of(WorldParameters.sample(SampleCase.SEED)).describe(written);
        var in = written.asCase();
        var report = IntegrityRun.usual().on(in);
        show(report);
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

    @Test
    void inTheQuietWorldNobodyIsALead() {
        var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
        World.of(SampleCase.quiet()).describe(written);
        var report = IntegrityRun.usual().on(written.asCase());
        show(report);
        assertThat(report.flagged()).isZero();
        assertThat(report.leads()).isZero();
    }

    private static void show(OfficialsReport report) {
        System.out.println(report.networkSet() + " tested " + report.tested() + " flagged " + report.flagged()
                + " leads " + report.leads() + " not enough "
                + report.notEnoughData().size() + " " + report.parameters());
        report.officials().stream()
                .limit(12)
                .forEach(o -> System.out.println(o.rank() + " " + o.id() + " q=" + o.q()
                        + " " + o.group() + " "
                        + o.channels().stream()
                                .map(c -> Map.of(
                                        "c",
                                        c.channel(),
                                        "t",
                                        c.text(),
                                        "p",
                                        String.valueOf(c.p()),
                                        "r",
                                        c.records().size(),
                                        "min",
                                        String.valueOf(c.minP())))
                                .toList()
                        + " duty " + o.explainedByDuty() + " survives " + o.survivesLeaveOneSourceOut() + " "
                        + o.speaksAgainst()));
    }
}
