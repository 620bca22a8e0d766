package org.jejak.analysis.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.List;
import java.util.Set;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.network.ActorId;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.junit.jupiter.api.Test;

class LeidenCommunitiesTest {

    @Test
    void twoIslandsAreTwoCommunitiesOfModularityOneHalf() {
        Partition found = new LeidenCommunities(1).on(Networks.twoIslands());
        assertThat(found.communities())
                .containsExactly(
                        new Community(1, List.of(actor("a"), actor("b"), actor("c"))),
                        new Community(2, List.of(actor("x"), actor("y"), actor("z"))));
        assertThat(found.quality().orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whoHasNoTieIsACommunityOfOneAndNoTiesHaveNoQuality() {
        Partition found = new LeidenCommunities(1).on(network("a, b"));
        assertThat(found.communities()).hasSize(2);
        assertThat(found.quality()).isEmpty();
        assertThat(new LeidenCommunities(1).on(Networks.empty()).communities()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameIds() {
        NetworkSnapshot network = Networks.caseShaped(300, 0.5, 3, Fold.SIMPLE);
        assertThat(new LeidenCommunities(7).on(network)).isEqualTo(new LeidenCommunities(7).on(network));
    }

    /** The next run reads the same rows in another order; who had number 3 has it again. */
    @Test
    void theSameTiesInAnyOrderGiveTheSameIds() {
        NetworkSnapshot network = Networks.caseShaped(300, 0.5, 3, Fold.MULTIGRAPH);
        var ties = new java.util.ArrayList<>(network.ties());
        var actors = new java.util.ArrayList<>(network.actors());
        for (int seed = 0; seed < 5; seed++) {
            java.util.Collections.shuffle(ties, new java.util.Random(seed));
            java.util.Collections.shuffle(actors, new java.util.Random(seed));
            NetworkSnapshot again = NetworkSnapshot.of(actors, ties, Fold.MULTIGRAPH);
            assertThat(new LeidenCommunities(7).on(again)).isEqualTo(new LeidenCommunities(7).on(network));
        }
    }

    @Test
    void modularityIsWhatJGraphTMeasures() {
        for (int seed = 1; seed < 6; seed++) {
            for (Fold fold : Fold.values()) {
                NetworkSnapshot network = Networks.random(80, 150, seed, fold);
                Partition found = new LeidenCommunities(seed).on(network);
                double measured = new UndirectedModularityMeasurer<>(network.graph()).modularity(found.getClusters());
                assertThat(found.quality().orElseThrow()).isCloseTo(measured, within(1e-9));
            }
        }
    }

    @Test
    void everyCommunityHangsTogetherAndEverybodyIsInOne() {
        NetworkSnapshot network = Networks.caseShaped(500, 0.6, 11, Fold.SIMPLE);
        Partition found = new LeidenCommunities(5).on(network);
        assertThat(found.communities().stream()
                        .mapToInt(c -> c.members().size())
                        .sum())
                .isEqualTo(500);
        for (Set<ActorId> members : found) {
            var inside = new AsSubgraph<>(network.graph(), members);
            assertThat(new ConnectivityInspector<>(inside).isConnected()).isTrue();
        }
    }

    /** Four planted groups of 25, ten ties inside for each across. */
    @Test
    void plantedGroupsAreFound() {
        java.util.Random random = new java.util.Random(4);
        List<int[]> edges = new java.util.ArrayList<>();
        for (int v = 0; v < 100; v++) {
            for (int w = v + 1; w < 100; w++) {
                if (random.nextDouble() < (v / 25 == w / 25 ? 0.4 : 0.013)) {
                    edges.add(new int[] {v, w});
                }
            }
        }
        Partition found = new LeidenCommunities(1).on(Networks.edges(100, edges, Fold.SIMPLE));
        assertThat(found.communities()).hasSize(4);
        for (int v = 0; v < 100; v++) {
            assertThat(found.of(actor(v))).isEqualTo(found.of(actor(v / 25 * 25)));
        }
    }
}
