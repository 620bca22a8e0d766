package org.jejak.analysis.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.RunControl;
import org.jejak.network.ActorId;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DisruptionTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static DisruptionReport without(NetworkSnapshot network, double replacement, String... names) {
        List<ActorId> removed =
                java.util.Arrays.stream(names).map(Networks::actor).toList();
        return new RemovalWhatIf(removed, Set.of(), replacement, 1).on(network);
    }

    @Test
    void withoutTheMiddleAPathOfThreeIsNothing() {
        Remains left = without(network("a-b, b-c"), 0, "b").steps().getFirst().remains();
        assertThat(left.fragmentation()).isEqualTo(1);
        assertThat(left.pairsLeft()).isZero();
        assertThat(left.largestComponentShare()).isCloseTo(1.0 / 3, CLOSE);
    }

    /** The method's example: pieces of five and one have 1/3, without the lone one 0; pairs left never rise. */
    @Test
    void fragmentationMayFallButPairsLeftNot() {
        DisruptionReport report = without(network("a-b, b-c, c-d, d-e, e-a, x, m-x, m-a"), 0, "m", "x");
        assertThat(report.steps().get(0).remains().fragmentation()).isCloseTo(1.0 / 3, CLOSE);
        assertThat(report.steps().get(1).remains().fragmentation()).isZero();
        assertThat(report.steps().get(1).remains().pairsLeft())
                .isEqualTo(report.steps().get(0).remains().pairsLeft())
                .isCloseTo(20.0 / 42, CLOSE);
    }

    @Test
    void whatIsLeftIsWhatJGraphTsComponentsSay() {
        for (int seed = 1; seed < 8; seed++) {
            NetworkSnapshot network = Networks.caseShaped(60, 0.5, seed, Fold.SIMPLE);
            List<ActorId> removed = network.actors().subList(0, 5);
            Remains left = new RemovalWhatIf(removed, Set.of(), 0, 1)
                    .on(network)
                    .steps()
                    .getLast()
                    .remains();
            Set<ActorId> staying = new HashSet<>(network.actors());
            removed.forEach(staying::remove);
            double pairs = new ConnectivityInspector<>(new AsSubgraph<>(network.graph(), staying))
                    .connectedSets().stream()
                            .mapToDouble(set -> set.size() * (set.size() - 1.0))
                            .sum();
            assertThat(left.pairsLeft()).isCloseTo(pairs / (60 * 59), CLOSE);
            assertThat(left.fragmentation()).isCloseTo(1 - pairs / (55 * 54), CLOSE);
        }
    }

    @Test
    void aVictimIsNeverRemovedAndNeverChosen() {
        NetworkSnapshot path = network("a-b, b-c, c-d, d-e");
        assertThatThrownBy(() -> new RemovalWhatIf(List.of(actor("c")), Set.of(actor("c")), 0, 1).on(path))
                .isInstanceOf(RemovalRefused.class);
        assertThat(new KeyPlayers(1, Set.of(), 1).on(path).members()).containsExactly(actor("c"));
        assertThat(new KeyPlayers(1, Set.of(actor("c")), 1).on(path).members()).isSubsetOf(actor("b"), actor("d"));
    }

    @Test
    void whoLosesTheirOnlyContactIsNamed() {
        List<DisruptionStep> steps =
                without(network("v-b, b-c, c-d, x"), 0, "b", "d").steps();
        assertThat(steps.get(0).leftAlone()).containsExactly(actor("v"));
        assertThat(steps.get(1).leftAlone()).containsExactly(actor("c"));
    }

    /**
     * <pre>
     *      b---x
     *     / \
     *    a   c        h shares a and c with b, so h steps in for b and keeps x
     *     \ /
     *      h---y
     * </pre>
     */
    @Test
    void theMostSimilarTakesOverWithTheGivenChance() {
        NetworkSnapshot square = network("a-b, b-c, a-h, h-c, b-x, h-y");
        assertThat(without(square, 0, "b").steps().getFirst().remains().fragmentation())
                .isCloseTo(1 - 12.0 / 20, CLOSE);
        assertThat(without(square, 1, "b").steps().getFirst().remains().fragmentation())
                .isZero();
        DisruptionStep half = without(square, 0.5, "b").steps().getFirst();
        assertThat(half.remains().pairsLeft()).isBetween(13.0 / 30, 19.0 / 30);
        assertThat(half.pairsLeftLow()).isCloseTo(12.0 / 30, CLOSE);
        assertThat(half.pairsLeftHigh()).isCloseTo(20.0 / 30, CLOSE);
    }

    @Test
    void theSearchKnowsWhatEveryFurtherRemovalLeaves() {
        for (int seed = 1; seed < 6; seed++) {
            NetworkSnapshot network = Networks.caseShaped(40, 0.4, seed, Fold.SIMPLE);
            SideSizes sides = new SideSizes(
                    40, network.adjacency().offsets(), network.adjacency().targets());
            boolean[] removed = new boolean[40];
            removed[seed] = true;
            sides.look(removed);
            double[] promised = sides.pairsWithout.clone();
            for (int v = 0; v < 40; v++) {
                if (v != seed) {
                    removed[v] = true;
                    sides.look(removed);
                    assertThat(sides.pairs()).isEqualTo(promised[v]);
                    removed[v] = false;
                }
            }
        }
    }

    @Test
    void keyPlayersAreTheEnumeratedOptimumInShort() {
        againstEnumeration(30);
    }

    /** The bar of the method. */
    @Tag("full")
    @Test
    void keyPlayersAreTheEnumeratedOptimum() {
        againstEnumeration(200);
    }

    private static void againstEnumeration(int graphs) {
        int reached = 0;
        for (int seed = 0; seed < graphs; seed++) {
            NetworkSnapshot network = seed % 2 == 0
                    ? Networks.random(22 + seed % 4, 32 + seed % 9, seed, Fold.SIMPLE)
                    : Networks.caseShaped(22 + seed % 4, 0.4, seed, Fold.SIMPLE);
            KeyPlayers question = new KeyPlayers(3, Set.of(), seed);
            KeyPlayers.Found proven = question.on(network);
            double alone = question.withoutProof(network).remains().fragmentation();
            double greedy = new DismantlingOrder(3, Set.of())
                    .on(network)
                    .getLast()
                    .remains()
                    .fragmentation();
            assertThat(proven.proven()).isTrue();
            assertThat(proven.alternatives()).isPositive();
            assertThat(proven.remains().fragmentation()).isCloseTo(best(network), CLOSE);
            assertThat(alone).isGreaterThanOrEqualTo(greedy);
            reached += alone == proven.remains().fragmentation() ? 1 : 0;
        }
        if (graphs > 100) {
            System.out.println("key players: " + reached + " of " + graphs + " optimal before enumeration");
        }
        assertThat(reached).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * graphs));
    }

    /** Every three, by JGraphT-free union of what remains: slow and plain. */
    private static double best(NetworkSnapshot network) {
        int n = network.size();
        double best = 0;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                for (int c = b + 1; c < n; c++) {
                    best = Math.max(best, fragmentation(network, Set.of(a, b, c)));
                }
            }
        }
        return best;
    }

    private static double fragmentation(NetworkSnapshot network, Set<Integer> gone) {
        int n = network.size();
        boolean[] seen = new boolean[n];
        double pairs = 0;
        for (int s = 0; s < n; s++) {
            double size = gone.contains(s) ? 0 : reach(network, s, gone, seen);
            pairs += size * (size - 1) * (size > 0 ? 1 : 0);
        }
        return 1 - pairs / ((n - gone.size()) * (n - gone.size() - 1.0));
    }

    private static int reach(NetworkSnapshot network, int v, Set<Integer> gone, boolean[] seen) {
        if (seen[v] || gone.contains(v)) {
            return 0;
        }
        seen[v] = true;
        int size = 1;
        for (int i = 0; i < network.adjacency().neighbours(v); i++) {
            size += reach(network, network.adjacency().neighbour(v, i), gone, seen);
        }
        return size;
    }

    @Test
    void greedyIsNeverWorseThanItsBaselines() {
        for (int seed = 1; seed < 5; seed++) {
            NetworkSnapshot network = Networks.caseShaped(80, 0.5, seed, Fold.SIMPLE);
            DisruptionReport report = new GreedyDisruption(4, Set.of(), 0, seed).on(network);
            double left = report.steps().getLast().remains().pairsLeft();
            assertThat(report.steps()).hasSize(4);
            assertThat(left)
                    .isLessThanOrEqualTo(report.random().getLast().remains().pairsLeft());
            assertThat(left)
                    .isLessThanOrEqualTo(report.degree().getLast().remains().pairsLeft());
            assertThat(left)
                    .isLessThanOrEqualTo(
                            report.betweenness().getLast().remains().pairsLeft());
        }
    }

    @Test
    void refusesToRemoveEverybody() {
        assertThatThrownBy(() -> new KeyPlayers(2, Set.of(), 1).on(Networks.pair()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new KeyPlayers(0, Set.of(), 1).on(Networks.pair()).members()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameReportOnAnyNumberOfThreads() {
        NetworkSnapshot network = Networks.caseShaped(60, 0.5, 3, Fold.SIMPLE);
        for (double chance : new double[] {0, 0.5}) {
            GreedyDisruption asked = new GreedyDisruption(3, Set.of(), chance, 4);
            assertThat(asked.on(network, RunControl.PLAIN.withThreads(1)))
                    .isEqualTo(asked.on(network, RunControl.PLAIN.withThreads(2)));
        }
    }

    @Test
    void withoutReplacementTheCurveIsThePlainWhatIf() {
        NetworkSnapshot network = Networks.caseShaped(60, 0.5, 3, Fold.SIMPLE);
        DisruptionReport greedy = new GreedyDisruption(3, Set.of(), 0, 4).on(network);
        List<ActorId> removed =
                greedy.steps().stream().map(DisruptionStep::removed).toList();
        DisruptionReport plain = new RemovalWhatIf(removed, Set.of(), 0, 9).on(network);
        assertThat(greedy.steps()).isEqualTo(plain.steps());
        assertThat(greedy.proven()).isTrue();
        assertThat(plain.proven()).isFalse();
        assertThat(plain.alternatives()).isNull();
    }

    /** With certain replacement each next one is the best in the network with the heirs' ties, found here by key players. */
    @Test
    void withReplacementTheNextChoiceIsMadeInTheNetworkAsItIsByThen() {
        int differing = 0;
        for (int seed = 1; seed < 6; seed++) {
            NetworkSnapshot network = Networks.caseShaped(40, 0.4, seed, Fold.SIMPLE);
            List<DisruptionStep> steps =
                    new GreedyDisruption(2, Set.of(), 1, seed).on(network).steps();
            ActorId first = java.util.Objects.requireNonNull(steps.get(0).removed());
            ActorId second = java.util.Objects.requireNonNull(steps.get(1).removed());
            assertThat(first)
                    .isEqualTo(new DismantlingOrder(1, Set.of())
                            .on(network)
                            .getFirst()
                            .removed());
            ActorId plainSecond =
                    new DismantlingOrder(2, Set.of()).on(network).getLast().removed();
            differing += second.equals(plainSecond) ? 0 : 1;
            NetworkSnapshot replaced = replaced(network, first);
            assertThat(second)
                    .isEqualTo(new DismantlingOrder(1, Set.of())
                            .on(replaced)
                            .getFirst()
                            .removed());
        }
        assertThat(differing).isPositive();
    }

    /** The network without {@code gone}, whose ties the one with most contacts in common has taken over. */
    private static NetworkSnapshot replaced(NetworkSnapshot network, ActorId gone) {
        var graph = network.graph();
        var contacts = org.jgrapht.Graphs.neighborSetOf(graph, gone);
        ActorId heir = null;
        double most = 0;
        for (ActorId other : network.actors()) {
            Set<ActorId> shared = new HashSet<>(org.jgrapht.Graphs.neighborSetOf(graph, other));
            Set<ActorId> all = new HashSet<>(shared);
            all.addAll(contacts);
            all.remove(gone);
            all.remove(other);
            shared.retainAll(contacts);
            double similar = all.isEmpty() ? 0 : (double) shared.size() / all.size();
            boolean busier = heir != null && graph.degreeOf(other) > graph.degreeOf(heir);
            if (!other.equals(gone) && (similar > most || similar == most && similar > 0 && busier)) {
                heir = other;
                most = similar;
            }
        }
        List<ActorId> actors = new java.util.ArrayList<>(network.actors());
        actors.remove(gone);
        List<org.jejak.analysis.Tie> ties = new java.util.ArrayList<>();
        for (var tie : network.ties()) {
            if (!tie.a().equals(gone) && !tie.b().equals(gone)) {
                ties.add(tie);
            }
        }
        for (ActorId contact : contacts) {
            if (heir != null && !contact.equals(heir)) {
                ties.add(new org.jejak.analysis.Tie(
                        heir,
                        contact,
                        org.jejak.analysis.TieKind.LINK,
                        org.jejak.network.Key.of("T", "links", "heir" + ties.size())));
            }
        }
        return NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
    }

    @Test
    void protectedPeopleNeitherGoNorTakeOver() {
        NetworkSnapshot square = network("a-b, b-c, a-h, h-c, b-x, h-y");
        DisruptionReport report = new RemovalWhatIf(List.of(actor("b")), Set.of(actor("h")), 1, 1).on(square);
        assertThat(report.steps().getFirst().remains().fragmentation()).isCloseTo(1 - 12.0 / 20, CLOSE);
        new GreedyDisruption(3, Set.of(actor("h"), actor("b")), 0.5, 1)
                .on(square)
                .degree()
                .forEach(step -> assertThat(step.removed()).isNotIn(actor("h"), actor("b")));
    }

    @Test
    void dismantlingStopsWhenHardlyAnyPairIsLeft() {
        assertThat(new DismantlingOrder(5, Set.of()).on(network("a-b, b-c, c-d, d-e")))
                .extracting(DisruptionStep::removed)
                .startsWith(actor("c"), actor("a"));
        assertThat(new DismantlingOrder(9, Set.of()).on(Networks.star(20))).hasSize(1);
    }

    @Test
    void reachIsThatOfTheBestOfAllSets() {
        assertThat(new KeyReach(2, 1, Set.of(), 1).on(network("a-b, b-c, d-e")).reach())
                .isEqualTo(1);
        for (int seed = 1; seed < 6; seed++) {
            NetworkSnapshot network = Networks.random(20, 26, seed, Fold.SIMPLE);
            var path = new org.jgrapht.alg.shortestpath.DijkstraShortestPath<>(network.graph());
            double most = 0;
            for (ActorId a : network.actors()) {
                for (ActorId b : network.actors()) {
                    double near = network.actors().stream()
                            .filter(j -> !j.equals(a) && !j.equals(b))
                            .filter(j -> Math.min(path.getPathWeight(a, j), path.getPathWeight(b, j)) <= 2)
                            .count();
                    most = a.equals(b) ? most : Math.max(most, near / 18);
                }
            }
            assertThat(new KeyReach(2, 2, Set.of(), seed).on(network).reach()).isCloseTo(most, CLOSE);
        }
    }
}
