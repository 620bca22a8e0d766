package org.jejak.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random deliveries, some of which change, withdraw or come too early, loaded in one order and another, twice, and taken
 * back in between: the graph must be the same.
 */
class OrderIT {

    private TestLoads loads;

    private List<String> ids(List<Bundles> bundles) {
        var ids = new ArrayList<String>();
        bundles.forEach(b -> ids.add(loads.load(b).load()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anyOrderTwiceAndUndoneEndsInTheSameGraph(int seed) {
        var random = new Random(seed);
        List<Bundles> bundles = RandomDeliveries.five(random);
        loads = TestLoads.onEmptyStore();
        ids(bundles);
        String digest = loads.loads().graphDigest();
        var facts = loads.facts();
        ids(bundles);
        assertThat(loads.facts()).as("twice").isEqualTo(facts);
        assertThat(loads.loads().graphDigest()).as("twice").isEqualTo(digest);

        loads = TestLoads.onEmptyStore();
        var shuffled = new ArrayList<>(bundles);
        Collections.shuffle(shuffled, random);
        ids(shuffled);
        assertThat(loads.facts()).as("shuffled").isEqualTo(facts);
        assertThat(loads.loads().graphDigest()).as("shuffled").isEqualTo(digest);

        Bundles extra = shuffled.get(random.nextInt(shuffled.size()));
        loads = TestLoads.onEmptyStore();
        List<Bundles> without = new ArrayList<>(bundles);
        without.remove(extra);
        ids(without);
        var less = loads.facts();
        String lessDigest = loads.loads().graphDigest();
        loads = TestLoads.onEmptyStore();
        List<String> all = ids(bundles);
        loads.loads().undo(TestLoads.OPERATOR, all.get(bundles.indexOf(extra)));
        assertThat(loads.facts()).as("undone").isEqualTo(less);
        assertThat(loads.loads().graphDigest()).as("undone").isEqualTo(lessDigest);
    }

    @Test
    void halvesOfTheKiteInEitherOrderAreTheKite() throws java.io.IOException {
        loads = TestLoads.onEmptyStore();
        loads.load(Bundles.kite());
        String digest = loads.loads().graphDigest();
        for (boolean entitiesFirst : List.of(true, false)) {
            loads = TestLoads.onEmptyStore();
            var one = loads.folder();
            var other = loads.folder();
            java.nio.file.Files.createDirectories(one);
            java.nio.file.Files.createDirectories(other);
            try (var files = java.nio.file.Files.list(Bundles.kite())) {
                for (var file : files.toList()) {
                    String name = file.getFileName().toString();
                    boolean entity = List.of("persons.csv", "phones.csv", "places.csv", "sources.csv")
                            .contains(name);
                    if (name.equals("bundle.json") || entity == entitiesFirst) {
                        java.nio.file.Files.copy(file, one.resolve(name));
                    }
                    if (name.equals("bundle.json") || entity != entitiesFirst) {
                        java.nio.file.Files.copy(file, other.resolve(name));
                    }
                }
            }
            loads.load(one);
            loads.load(other);
            assertThat(loads.loads().graphDigest()).isEqualTo(digest);
        }
    }
}
