package org.jejak.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class InterdictionTest {

    private static Key key(String name) {
        return new Key("T:" + name);
    }

    private static Set<Key> keys(String... names) {
        return Stream.of(names).map(InterdictionTest::key).collect(Collectors.toSet());
    }

    /** {@code "a>b, b-c"}: one way, both ways. */
    private static List<FlowTie> ties(String written) {
        List<FlowTie> ties = new ArrayList<>();
        for (String part : written.split(", ")) {
            boolean both = part.contains("-");
            String[] ends = part.split("[->]");
            ties.add(new FlowTie(
                    key(ends[0]), key(ends[1]), both, List.of(Key.of("T", "movements", "m" + ties.size()))));
        }
        return ties;
    }

    /**
     * <pre>
     *   r1--\         /--e1
     *        t---u---
     *   r2--/         \--e2
     * </pre>
     */
    @Test
    void theBottleneckNearestToTheStartIsFound() {
        var network = ties("r1>t, r2>t, t>u, u>e1, u>e2");
        var places =
                new Interdiction(keys("r1", "r2"), keys("e1", "e2"), Set.of(), Taking.PLACES_AND_PEOPLE).on(network);
        assertThat(places.flow()).isEqualTo(1);
        assertThat(places.nodes()).containsExactly(key("t"));
        var between = new Interdiction(keys("r1", "r2"), keys("e1", "e2"), Set.of(), Taking.TIES).on(network);
        assertThat(between.ties()).containsExactly(network.get(2));
        assertThat(between.startSide()).isEqualTo(keys("r1", "r2", "t"));
    }

    @Test
    void victimsAreNeverTaken() {
        var network = ties("r>v, v>e, r>t, t>e");
        assertThat(new Interdiction(keys("r"), keys("e"), keys("v"), Taking.PLACES_AND_PEOPLE)
                        .on(network)
                        .admissible())
                .isFalse();
        var longer = ties("r>v, v>t, t>e");
        assertThat(new Interdiction(keys("r"), keys("e"), keys("v"), Taking.PLACES_AND_PEOPLE)
                        .on(longer)
                        .nodes())
                .containsExactly(key("t"));
    }

    @Test
    void aTieWithADirectionIsPassedThatWayOnly() {
        var against = new Interdiction(keys("r"), keys("e"), Set.of(), Taking.TIES).on(ties("e>t, t>r"));
        assertThat(against.admissible()).isTrue();
        assertThat(against.flow()).isZero();
        assertThat(against.ties()).isEmpty();
        assertThat(new Interdiction(keys("r"), keys("e"), Set.of(), Taking.TIES)
                        .on(ties("e-t, t-r"))
                        .flow())
                .isEqualTo(1);
    }

    @Test
    void recordsCountOneEachWhereAsked() {
        var network = ties("r>e, r>e, r>e");
        assertThat(new Interdiction(keys("r"), keys("e"), Set.of(), Taking.TIES)
                        .on(network)
                        .flow())
                .isEqualTo(1);
        var cut = new Interdiction(keys("r"), keys("e"), Set.of(), Taking.RECORDS).on(network);
        assertThat(cut.flow()).isEqualTo(3);
        assertThat(cut.ties()).hasSize(3);
    }

    @Test
    void aStartThatIsAnEndCannotBeCutOff() {
        assertThat(new Interdiction(keys("r"), keys("r"), Set.of(), Taking.TIES)
                        .on(ties("r-a"))
                        .admissible())
                .isFalse();
    }

    /** Every set of ties, and every set of nodes, tried. */
    @Test
    void noSmallerSetCutsRandomNetworks() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            var written = new ArrayList<String>();
            Set<String> seen = new HashSet<>();
            while (written.size() < 10) {
                int a = random.nextInt(7);
                int b = random.nextInt(7);
                if (a != b && seen.add(Math.min(a, b) + " " + Math.max(a, b))) {
                    written.add(a + (random.nextBoolean() ? ">" : "-") + b);
                }
            }
            var network = ties(String.join(", ", written));
            var cut = new Interdiction(keys("0"), keys("6"), Set.of(), Taking.TIES).on(network);
            assertThat(cut.flow()).isEqualTo(smallestTies(network));
            var left = new ArrayList<>(network);
            left.removeAll(cut.ties());
            assertThat(cut.ties()).hasSize((int) cut.flow());
            assertThat(reaches(left, Set.of())).isFalse();
            var places = new Interdiction(keys("0"), keys("6"), Set.of(), Taking.PLACES_AND_PEOPLE).on(network);
            int fewest = fewestNodes(network);
            assertThat(places.admissible()).isEqualTo(fewest >= 0);
            if (fewest >= 0) {
                assertThat(places.flow()).isEqualTo(fewest);
                assertThat(places.nodes()).hasSize(fewest);
                assertThat(reaches(network, Set.copyOf(places.nodes()))).isFalse();
            }
        }
    }

    private static int smallestTies(List<FlowTie> network) {
        int fewest = network.size();
        for (int mask = 0; mask < 1 << network.size(); mask++) {
            var left = new ArrayList<FlowTie>();
            for (int i = 0; i < network.size(); i++) {
                if ((mask >> i & 1) == 0) {
                    left.add(network.get(i));
                }
            }
            if (Integer.bitCount(mask) < fewest && !reaches(left, Set.of())) {
                fewest = Integer.bitCount(mask);
            }
        }
        return fewest;
    }

    private static int fewestNodes(List<FlowTie> network) {
        int fewest = -1;
        for (int mask = 0; mask < 32; mask++) {
            var gone = new HashSet<Key>();
            for (int v = 1; v <= 5; v++) {
                if ((mask >> (v - 1) & 1) == 1) {
                    gone.add(key("" + v));
                }
            }
            if (!reaches(network, gone) && (fewest < 0 || gone.size() < fewest)) {
                fewest = gone.size();
            }
        }
        return fewest;
    }

    private static boolean reaches(Collection<FlowTie> network, Set<Key> gone) {
        Set<Key> seen = new HashSet<>(keys("0"));
        Deque<Key> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            Key at = waiting.remove();
            for (FlowTie tie : network) {
                Key next = tie.from().equals(at)
                        ? tie.to()
                        : tie.bothWays() && tie.to().equals(at) ? tie.from() : null;
                if (next != null && !gone.contains(next) && seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return seen.contains(key("6"));
    }
}
