package org.jejak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.List;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;

class NetworkSnapshotTest {

    @Test
    void orderOfReadingDoesNotMatter() {
        var ab = new Tie(actor("b"), actor("a"), TieKind.LINK, Key.of("T", "links", "1"));
        var bc = new Tie(actor("b"), actor("c"), TieKind.CONTACT, Key.of("T", "contacts", "1"));
        var one = NetworkSnapshot.of(List.of(actor("c"), actor("a"), actor("b")), List.of(ab, bc), Fold.SIMPLE);
        var other = NetworkSnapshot.of(List.of(actor("a"), actor("b"), actor("c")), List.of(bc, ab, bc), Fold.SIMPLE);
        assertThat(other).isEqualTo(one);
        assertThat(other.digest()).isEqualTo(one.digest()).hasSize(64);
        assertThat(other.ties()).isEqualTo(one.ties());
    }

    @Test
    void digestTellsFoldActorsKindsAndStrengthsApart() {
        var actors = List.of(actor("a"), actor("b"));
        var record = Key.of("T", "links", "1");
        var plain =
                NetworkSnapshot.of(actors, List.of(new Tie(actor("a"), actor("b"), TieKind.LINK, record)), Fold.SIMPLE);
        var parallel = NetworkSnapshot.of(actors, plain.ties(), Fold.MULTIGRAPH);
        var larger = NetworkSnapshot.of(List.of(actor("a"), actor("b"), actor("c")), plain.ties(), Fold.SIMPLE);
        var paid = NetworkSnapshot.of(
                actors, List.of(new Tie(actor("a"), actor("b"), TieKind.PAYMENT, record)), Fold.SIMPLE);
        var strong = NetworkSnapshot.of(
                actors, List.of(new Tie(actor("a"), actor("b"), TieKind.LINK, record, 2)), Fold.SIMPLE);
        assertThat(List.of(plain, parallel, larger, paid, strong))
                .extracting(NetworkSnapshot::digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void loopsAreDroppedAndAnActorWithoutTiesStays() {
        var snapshot = network("a-a, b-c");
        assertThat(snapshot.size()).isEqualTo(3);
        assertThat(snapshot.tieCount()).isEqualTo(1);
        assertThat(snapshot.graph().edgesOf(actor("a"))).isEmpty();
    }

    @Test
    void foldingKeepsEveryRecordBehindTheTie() {
        var folded = network("a-b, b-a, b-c");
        assertThat(folded.tieCount()).isEqualTo(2);
        assertThat(folded.records(actor("b"), actor("a")))
                .containsExactly(Key.of("T", "links", "l0"), Key.of("T", "links", "l1"));
        assertThat(folded.records(actor("a"), actor("c"))).isEmpty();
        assertThat(folded.graph().edgeSet()).hasSize(2);
    }

    @Test
    void aMultigraphHasOneEdgeForEachRecord() {
        var parallel = network("a-b, b-a, b-c", Fold.MULTIGRAPH);
        assertThat(parallel.tieCount()).isEqualTo(3);
        assertThat(parallel.graph().degreeOf(actor("b"))).isEqualTo(3);
        assertThat(parallel.adjacency().multiplicities()).containsExactly(2, 2, 1, 1);
    }

    @Test
    void adjacencyListsAreAscendingAndMirrored() {
        var snapshot = Networks.random(60, 200, 7, Fold.SIMPLE);
        Adjacency adjacency = snapshot.adjacency();
        for (int v = 0; v < snapshot.size(); v++) {
            for (int i = 0; i < adjacency.neighbours(v); i++) {
                int w = adjacency.neighbour(v, i);
                assertThat(i == 0 || adjacency.neighbour(v, i - 1) < w).isTrue();
                assertThat(adjacency.pair(w, v)).isEqualTo(adjacency.pair(v, w)).isNotNegative();
                assertThat(snapshot.graph().containsEdge(snapshot.actor(v), snapshot.actor(w)))
                        .isTrue();
            }
        }
        assertThat(adjacency.targets()).hasSize(400);
    }

    @Test
    void theGraphCannotBeChanged() {
        var graph = network("a-b").graph();
        assertThatThrownBy(() -> graph.addVertex(actor("c"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejectsATieOfSomebodyWhoIsNotThere() {
        var tie = new Tie(actor("a"), actor("b"), TieKind.LINK, Key.of("T", "links", "1"));
        assertThatThrownBy(() -> NetworkSnapshot.of(List.of(actor("a")), List.of(tie), Fold.SIMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("T:b");
    }

    @Test
    void rejectsAStrengthThatIsNotPositive() {
        assertThatThrownBy(() -> new Tie(actor("a"), actor("b"), TieKind.LINK, Key.of("T", "links", "1"), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** If this fails, {@code SnapshotDigest.WAY} must be raised: answers kept earlier would say that records changed. */
    @Test
    void oneNetworkHasTheDigestOfItsWayOfCounting() {
        assertThat(NetworkSnapshot.DIGEST_WAY).isEqualTo(2);
        var three = List.of(actor("ana"), actor("ben"), actor("cy"));
        var ties = List.of(
                new Tie(three.get(0), three.get(1), TieKind.LINK, new Key("T:links/l0")),
                new Tie(
                        three.get(1),
                        three.get(2),
                        TieKind.MOVEMENT,
                        new Key("T:movements/m2"),
                        2.5,
                        new Key("T:movements/m1")));
        assertThat(NetworkSnapshot.of(three, ties, Fold.SIMPLE).digest())
                .isEqualTo("56599505356c9e657a2d3bad7a6c59b3c017278f023457886c5097e1cbba5b8d");
    }
}
