package org.jejak.analysis.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.List;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.Weighting;
import org.jejak.network.Key;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.junit.jupiter.api.Test;

class ShortestPathsTest {

    private static ShortestPaths between(String from, String to, int count) {
        return new ShortestPaths(actor(from), actor(to), count, Weighting.UNWEIGHTED);
    }

    @Test
    void shortestComesFirstThenTheDetour() {
        List<ActorPath> paths = between("a", "d", 5).on(network("a-b, b-d, a-c, c-e, e-d"));
        assertThat(paths).extracting(ActorPath::cost).containsExactly(2.0, 3.0);
        assertThat(paths.getFirst().actors()).containsExactly(actor("a"), actor("b"), actor("d"));
        assertThat(paths.get(1).actors()).containsExactly(actor("a"), actor("c"), actor("e"), actor("d"));
    }

    @Test
    void aStepNamesEveryRecordBehindIt() {
        PathStep step =
                between("b", "a", 1).on(network("a-b, b-a")).getFirst().steps().getFirst();
        assertThat(step.records()).containsExactly(Key.of("T", "links", "l0"), Key.of("T", "links", "l1"));
        assertThat(step.kinds()).containsExactly(TieKind.LINK);
        assertThat(step.from()).isEqualTo(actor("b"));
    }

    @Test
    void equallyShortPathsComeInOrderOfIds() {
        List<ActorPath> paths = between("a", "z", 3).on(network("a-d, d-z, a-c, c-z, a-b, b-z"));
        assertThat(paths).extracting(path -> path.actors().get(1)).containsExactly(actor("b"), actor("c"), actor("d"));
    }

    @Test
    void thereIsNoPathToAnIslandAStrangerOrOneself() {
        assertThat(between("a", "x", 3).on(Networks.twoIslands())).isEmpty();
        assertThat(between("a", "nobody", 3).on(Networks.twoIslands())).isEmpty();
        assertThat(between("a", "a", 3).on(Networks.twoIslands())).isEmpty();
    }

    @Test
    void strongTiesAreCheap() {
        var network = NetworkSnapshot.of(
                List.of(actor("a"), actor("b"), actor("c")),
                List.of(
                        new Tie(actor("a"), actor("c"), TieKind.LINK, Key.of("T", "links", "1"), 1),
                        new Tie(actor("a"), actor("b"), TieKind.LINK, Key.of("T", "links", "2"), 4),
                        new Tie(actor("b"), actor("c"), TieKind.LINK, Key.of("T", "links", "3"), 5)),
                Fold.SIMPLE);
        List<ActorPath> paths = new ShortestPaths(actor("a"), actor("c"), 2, Weighting.STRENGTH).on(network);
        assertThat(paths.getFirst().cost()).isCloseTo(0.45, within(1e-9));
        assertThat(paths.getFirst().actors()).contains(actor("b"));
        assertThat(paths.get(1).cost()).isEqualTo(1);
    }

    @Test
    void costsAreThoseOfJGraphTsYen() {
        for (int seed = 1; seed < 15; seed++) {
            NetworkSnapshot network = Networks.random(20, 20 + 3 * seed, seed, Fold.SIMPLE);
            var yen = new YenKShortestPath<>(network.graph());
            List<Double> theirs = yen.getPaths(actor(0), actor(1), 12).stream()
                    .map(GraphPath::getWeight)
                    .toList();
            List<ActorPath> ours = new ShortestPaths(actor(0), actor(1), 12, Weighting.UNWEIGHTED).on(network);
            assertThat(ours).extracting(ActorPath::cost).containsExactlyElementsOf(theirs);
            assertThat(ours).extracting(ActorPath::actors).doesNotHaveDuplicates();
            ours.forEach(path -> assertThat(path.actors()).doesNotHaveDuplicates());
        }
    }
}
