package org.jejak.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jejak.ingest.TestLoads;
import org.jejak.network.Handling;
import org.jejak.network.Key;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random worlds, delivered in random order, superseded, withdrawn and taken back: whoever is protected is whom reading the
 * contract over all rows protects, for viewers of each case. {@link ProtectionOracle} does that reading by itself.
 */
class ProtectionOracleIT {

    @TempDir
    Path folder;

    @Test
    void sixWorldsProtectWhomTheContractProtects() {
        worlds(6, 5);
    }

    @Test
    @Tag("full")
    void sixtyWorldsProtectWhomTheContractProtects() {
        worlds(60, 8);
    }

    private void worlds(int many, int deliveries) {
        var protectedOnes = new TreeSet<Integer>();
        for (int seed = 1; seed <= many; seed++) {
            var random = new Random(seed * 7_919L);
            var loads = TestLoads.onEmptyStore();
            var protection = TestDoors.on(loads, folder.resolve("audit" + seed)).protection();
            var world = new ArrayList<ProtectionOracle.Delivery>();
            world.add(ProtectionOracle.ground());
            loads.load(world.getFirst().bundle());
            var all = new ArrayList<ProtectionOracle.Delivery>();
            for (int i = 0; i < deliveries; i++) {
                all.add(ProtectionOracle.delivery(random));
            }
            Collections.shuffle(all, random);
            String last = "";
            for (var delivery : all) {
                var user = new Viewer(delivery.user(), Set.of(Role.values()), Set.of("CASE-0", "CASE-1"), Handling.RED);
                last = loads.load(user, delivery.bundle().in(loads.folder())).load();
                world.add(delivery);
                protectedOnes.add(compare(protection, world, "seed " + seed + " after " + (world.size() - 1)));
            }
            loads.loads().undo(TestLoads.OPERATOR, last);
            world.removeLast();
            compare(protection, world, "seed " + seed + " after taking the last back");
        }
        assertThat(protectedOnes).as("how many were protected, over time").hasSizeGreaterThan(3);
    }

    private static int compare(Protection protection, List<ProtectionOracle.Delivery> world, String when) {
        int many = 0;
        for (Set<String> cases : List.of(Set.of("CASE-0"), Set.of("CASE-1"), Set.of("CASE-0", "CASE-1"))) {
            var viewer = TestLoads.investigator("ana", Handling.GREEN, cases.toArray(String[]::new));
            var found = protection.guarded(viewer).persons().stream()
                    .map(Key::local)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found)
                    .as("%s for viewers of %s", when, cases)
                    .isEqualTo(new ProtectionOracle(world).protectedFor(cases));
            many = found.size();
        }
        return many;
    }
}
