package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.TreeSet;
import org.jejak.network.Key;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole runs on small worlds of posts. The bars are those of the method; the long form has more worlds. */
class IntegrityRunTest {

    @Test
    void colludersAreFoundAndLeadsAreRight() {
        power(2);
    }

    @Test
    @Tag("full")
    void colludersAreFoundAndLeadsAreRightInFortyWorlds() {
        power(40);
    }

    @Test
    void worldsWithoutCollusionHaveNoMoreFlagsThanChanceAllows() {
        // of 8 worlds at 0.1 each, at most 3 in 99.5 % of cases
        assertThat(worldsWithAFlag(8)).isLessThanOrEqualTo(3);
    }

    @Test
    @Tag("full")
    void ofTwoHundredWorldsWithoutCollusionAtMostTwentySevenHaveAFlag() {
        assertThat(worldsWithAFlag(200)).isLessThanOrEqualTo(27);
    }

    private static void power(int worlds) {
        int found = 0;
        int colluders = 0;
        int leads = 0;
        int right = 0;
        int members = 0;
        int alone = 0;
        for (int seed = 0; seed < worlds; seed++) {
            var posts = new Posts(1000 + seed).fill(10);
            var report = IntegrityRun.usual().on(posts.world());
            colluders += posts.colluders.size();
            var groups = new HashSet<TreeSet<String>>();
            report.officials().stream()
                    .filter(OfficialResult::isFlagged)
                    .forEach(o -> groups.add(new TreeSet<>(o.group())));
            assertThat(report.leads()).isEqualTo(groups.size());
            leads += groups.size();
            for (var group : groups) {
                members += group.size();
                right += group.stream().anyMatch(o -> posts.colluders.contains(new Key(o))) ? 1 : 0;
            }
            for (var colluder : posts.colluders) {
                found += groups.stream().anyMatch(g -> g.contains(colluder.value())) ? 1 : 0;
                alone += groups.stream().anyMatch(g -> g.size() == 1 && g.contains(colluder.value())) ? 1 : 0;
            }
        }
        double recall = found / (double) colluders;
        double precision = right / (double) leads;
        double size = members / (double) leads;
        System.out.printf(
                "%d worlds: recall %.3f, alone %.3f, precision %.3f, group size %.2f%n",
                worlds, recall, alone / (double) colluders, precision, size);
        assertThat(recall).isGreaterThanOrEqualTo(.8);
        assertThat(precision).isGreaterThanOrEqualTo(worlds < 40 ? .85 : .9);
        assertThat(size).isLessThanOrEqualTo(2.5);
    }

    private static int worldsWithAFlag(int worlds) {
        int any = 0;
        var run = new IntegrityRun(.1, 1, java.util.Set.of());
        for (int seed = 0; seed < worlds; seed++) {
            any += run.on(new Posts(5000 + seed).fill(0).world()).flagged() > 0 ? 1 : 0;
        }
        System.out.printf("%d null worlds, %d with a flag%n", worlds, any);
        return any;
    }
}
