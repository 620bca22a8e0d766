package org.jejak.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.world.Collusion;
import org.jejak.world.Truth;
import org.jejak.world.World;
import org.jejak.world.WorldParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole runs against the bars of the method, section 6, on two kinds of world: the small ones of {@link Posts}, and those
 * of the generator, which knows no channel. The long form has as many worlds as the bars ask for.
 */
class IntegrityRunTest {

    /** A case, and who in it colludes. */
    private record Planted(OfficialsCase in, Set<String> colluders) {}

    private enum Worlds {
        POSTS {
            @Override
            Planted of(int seed, boolean collusion) {
                var posts = new Posts((collusion ? 1_000 : 5_000) + seed).fill(collusion ? 10 : 0);
                return new Planted(
                        posts.world(),
                        posts.colluders.stream().map(k -> k.value()).collect(Collectors.toSet()));
            }
        },
        GENERATED {
            @Override
            Planted of(int seed, boolean collusion) {
                var written = new Written(World.NAMESPACE, ZoneId.of("Asia/Kuala_Lumpur"));
                var parameters = WorldParameters.bar(seed + 1, collusion ? Collusion.MODERATE : Collusion.NONE);
                var truth = World.of(parameters).describe(written);
                return new Planted(
                        written.asCase(),
                        truth.colluders().stream().map(Truth.Colluder::official).collect(Collectors.toSet()));
            }
        };

        abstract Planted of(int seed, boolean collusion);
    }

    @Test
    void colludersAreFoundAndLeadsAreRight() {
        power(Worlds.POSTS, 2);
    }

    @ParameterizedTest
    @EnumSource(Worlds.class)
    @Tag("full")
    void colludersAreFoundAndLeadsAreRightInFortyWorlds(Worlds worlds) {
        power(worlds, 40);
    }

    @Test
    void worldsWithoutCollusionHaveNoMoreFlagsThanChanceAllows() {
        // of 8 worlds at 0.1 each, at most 3 in 99.5 % of cases
        assertThat(worldsWithAFlag(Worlds.POSTS, 8)).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Worlds.class)
    @Tag("full")
    void ofTwoHundredWorldsWithoutCollusionAtMostTwentySevenHaveAFlag(Worlds worlds) {
        assertThat(worldsWithAFlag(worlds, 200)).isLessThanOrEqualTo(27);
    }

    private static void power(Worlds worlds, int count) {
        int found = 0;
        int colluders = 0;
        int leads = 0;
        int right = 0;
        int members = 0;
        int alone = 0;
        for (int seed = 0; seed < count; seed++) {
            var world = worlds.of(seed, true);
            var report = IntegrityRun.usual().on(world.in);
            colluders += world.colluders.size();
            var groups = new HashSet<TreeSet<String>>();
            report.officials().stream()
                    .filter(OfficialResult::isFlagged)
                    .forEach(o -> groups.add(new TreeSet<>(o.group())));
            assertThat(report.leads()).isEqualTo(groups.size());
            leads += groups.size();
            for (var group : groups) {
                members += group.size();
                right += group.stream().anyMatch(world.colluders::contains) ? 1 : 0;
            }
            for (var colluder : world.colluders) {
                found += groups.stream().anyMatch(g -> g.contains(colluder)) ? 1 : 0;
                alone += groups.stream().anyMatch(g -> g.size() == 1 && g.contains(colluder)) ? 1 : 0;
            }
        }
        double recall = found / (double) colluders;
        double precision = right / (double) leads;
        double size = members / (double) leads;
        System.out.printf(
                "%d worlds (%s): recall %.3f, alone %.3f, precision %.3f, group size %.2f%n",
                count, worlds, recall, alone / (double) colluders, precision, size);
        assertThat(recall).isGreaterThanOrEqualTo(.8);
        assertThat(precision).isGreaterThanOrEqualTo(count < 40 ? .85 : .9);
        assertThat(size).isLessThanOrEqualTo(2.5);
    }

    private static int worldsWithAFlag(Worlds worlds, int count) {
        int any = 0;
        var run = new IntegrityRun(.1, 1, Set.of());
        for (int seed = 0; seed < count; seed++) {
            any += run.on(worlds.of(seed, false).in).flagged() > 0 ? 1 : 0;
        }
        System.out.printf("%d null worlds (%s), %d with a flag%n", count, worlds, any);
        return any;
    }
}
