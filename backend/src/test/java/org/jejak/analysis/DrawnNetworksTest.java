package org.jejak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jejak.analysis.Networks.actor;
import static org.jejak.analysis.Networks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jejak.analysis.brokerage.Bridge;
import org.jejak.analysis.brokerage.Bridges;
import org.jejak.analysis.brokerage.BrokerClass;
import org.jejak.analysis.brokerage.BrokerageRoles;
import org.jejak.analysis.brokerage.Constraint;
import org.jejak.analysis.brokerage.CutVertices;
import org.jejak.analysis.brokerage.EffectiveSize;
import org.jejak.analysis.brokerage.NetOfDegree;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.RankIntervals;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.analysis.brokerage.WhyBroker;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Closeness;
import org.jejak.analysis.centrality.Coreness;
import org.jejak.analysis.centrality.Degree;
import org.jejak.analysis.centrality.Eigenvector;
import org.jejak.analysis.centrality.Harmonic;
import org.jejak.analysis.centrality.PageRank;
import org.jejak.analysis.centrality.SampledBetweenness;
import org.jejak.analysis.centrality.SampledHarmonic;
import org.jejak.analysis.centrality.Scale;
import org.jejak.analysis.centrality.Strength;
import org.jejak.analysis.centrality.WeightedBetweenness;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.disruption.DismantlingOrder;
import org.jejak.analysis.disruption.GreedyDisruption;
import org.jejak.analysis.disruption.KeyPlayers;
import org.jejak.analysis.disruption.KeyReach;
import org.jejak.analysis.disruption.RemovalWhatIf;
import org.jejak.analysis.flow.FlowTie;
import org.jejak.analysis.flow.Interdiction;
import org.jejak.analysis.flow.Taking;
import org.jejak.analysis.paths.ActorPath;
import org.jejak.analysis.paths.ShortestPaths;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Javadoc of each measure says of the network it draws; and that each says all that a measure has to say. */
class DrawnNetworksTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final NetworkSnapshot CHAIN = network("a-b, b-c");
    private static final NetworkSnapshot LONG_CHAIN = network("a-b, b-c, c-d, d-e");
    private static final NetworkSnapshot PENDANT = network("a-b, a-c, b-c, c-d");
    private static final NetworkSnapshot STAR = network("a-b, a-c, a-d, a-e");

    private static final List<String> PARTS = List.of(
            "<b>Question.</b>",
            "<b>Formula.</b>",
            "<b>Paper.</b>",
            "<b>Cost.</b>",
            "<b>Directions, weights, parallel ties, loops, isolated actors.</b>",
            "<b>Range and scale.</b>",
            "<b>When it misleads.</b>",
            "<pre>");

    /** Every record with parameters and one method {@code on}; the report, which only gathers them, has its own words. */
    static Stream<Path> measures() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/jejak/analysis"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("BrokerRanking.java"))
                    .filter(DrawnNetworksTest::isMeasure)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static boolean isMeasure(Path file) {
        try {
            String source = Files.readString(file);
            return source.contains("\npublic record ")
                    && source.matches("(?s).* on\\((NetworkSnapshot|Collection<(TimedStep|FlowTie)>) \\w+(, .*|\\).*)");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyMeasureSaysEverythingInItsOrder(Path file) throws IOException {
        String source = Files.readString(file);
        int at = 0;
        for (String part : PARTS) {
            int found = source.indexOf(part, at);
            assertThat(found).as("%s of %s", part, file.getFileName()).isPositive();
            at = found;
        }
    }

    @Test
    void thereAreAsManyMeasuresAsAreTriedHere() throws IOException {
        assertThat(measures()).hasSize(30);
    }

    private static void has(NodeScores scores, double... expected) {
        assertThat(scores.toArray()).containsExactly(expected, CLOSE);
    }

    @Test
    void centralities() {
        has(new Degree().on(CHAIN), 1, 2, 1);
        has(new Strength().on(network("a-b, a-b, b-c")), 2, 3, 1);
        has(new Betweenness(Scale.RAW).on(STAR), 6, 0, 0, 0, 0);
        has(new Betweenness(Scale.STAR_CENTRE_ONE).on(STAR), 1, 0, 0, 0, 0);
        has(new WeightedBetweenness(Scale.RAW).on(network("a-b, a-b, b-d, b-d, a-c, c-d")), 0.5, 1, 0, 0.5);
        has(new SampledBetweenness(Scale.STAR_CENTRE_ONE, 0.01, 0.1, 1).on(CHAIN), 0, 1, 0);
        has(new Harmonic().on(network("a-b, b-c, d")), 1.5, 2, 1.5, 0);
        var sampled = new SampledHarmonic(6400, 0.1, 1).estimate(network("a-b"), RunControl.PLAIN);
        assertThat(sampled.error()).isLessThan(0.1);
        for (String name : List.of("a", "b")) {
            assertThat(sampled.scores().of(actor(name)).orElseThrow()).isCloseTo(1, within(sampled.error()));
        }
        has(new Closeness().on(network("a-b, b-c, d-e, f")), 2.0 / 3, 1, 2.0 / 3, 1, 1, Double.NaN);
        has(new Eigenvector().on(CHAIN), Math.sqrt(0.5), 1, Math.sqrt(0.5));
        has(new Coreness().on(PENDANT), 2, 2, 2, 1);
        double end = (1 - 0.85) / 3 + 0.85 * 0.4864864864864865 / 2;
        has(new PageRank().on(CHAIN), end, 0.4864864864864865, end);
    }

    @Test
    void brokerage() {
        has(new CutVertices().on(CHAIN), 0, 1, 0);
        assertThat(new Bridges().on(PENDANT)).containsExactly(new Bridge(actor("c"), actor("d"), 3, 1));
        has(new Constraint().on(CHAIN), 1, 0.5, 1);
        assertThat(new EffectiveSize().on(PENDANT).of(actor("c")).orElseThrow()).isCloseTo(3 - 2.0 / 3, CLOSE);
        var groups = Map.of(actor("a1"), "a", actor("a2"), "a", actor("b1"), "b");
        assertThat(new BrokerageRoles(groups).on(network("a1-a2, a2-b1")).get(actor("a2")))
                .isEqualTo(new RoleCounts(0, 0, 1, 0));
        var why = new WhyBroker(actor("m"), 1).on(network("a-b, b-c, c-a, c-m, m-d, d-e, e-f, f-d"));
        assertThat(why.betweenness()).isEqualTo(9);
        assertThat(why.between().getFirst().share()).isCloseTo(1, CLOSE);
        assertThat(why.ties()).allSatisfy(tie -> assertThat(tie.share()).isCloseTo(1, CLOSE));
    }

    @Test
    void howSure() {
        assertThat(new NetOfDegree(Set.of(), 1).on(STAR).findings().values())
                .hasSize(5)
                .allMatch(finding -> finding.brokerClass() == BrokerClass.NOT_TESTABLE);
        assertThat(new RankIntervals(Set.of(), 1).on(Networks.path(40)).determinable())
                .isFalse();
        NetworkSnapshot both = network("a-b, b-c, d-e, e-f");
        var informant = List.of(new Key("T:sources/s1"));
        var without = both.ties().stream()
                .filter(tie -> !tie.record().equals(Key.of("T", "links", "l0")))
                .toList();
        assertThat(new OriginJackknife(Set.of(), List.of(new OriginJackknife.Without(informant, without))).on(both))
                .containsEntry(actor("b"), new OriginJackknife.Fall(1, 6, informant));
    }

    @Test
    void communities() {
        var found = new LeidenCommunities(1).on(Networks.twoIslands());
        assertThat(found.communities()).hasSize(2);
        assertThat(found.quality().orElseThrow()).isCloseTo(0.5, CLOSE);
    }

    @Test
    void disruption() {
        var players = new KeyPlayers(1, Set.of(), 1).on(LONG_CHAIN);
        assertThat(players.members()).containsExactly(actor("c"));
        assertThat(players.remains().fragmentation()).isCloseTo(2.0 / 3, CLOSE);
        var left = new RemovalWhatIf(List.of(actor("b")), Set.of(), 0, 1)
                .on(CHAIN)
                .steps()
                .getFirst()
                .remains();
        assertThat(left.fragmentation()).isEqualTo(1);
        assertThat(left.pairsLeft()).isZero();
        var greedy = new GreedyDisruption(1, Set.of(), 0, 1).on(LONG_CHAIN);
        assertThat(greedy.proven()).isTrue();
        assertThat(greedy.steps().getFirst().removed()).isEqualTo(actor("c"));
        assertThat(greedy.steps().getFirst().remains().pairsLeft()).isCloseTo(0.2, CLOSE);
        assertThat(new DismantlingOrder(2, Set.of()).on(LONG_CHAIN))
                .extracting(step -> step.removed())
                .containsExactly(actor("c"), actor("a"));
        var reach = new KeyReach(2, 1, Set.of(), 1).on(network("a-b, b-c, d-e"));
        assertThat(reach.members()).containsExactly(actor("b"), actor("d"));
        assertThat(reach.reach()).isEqualTo(1);
    }

    /** Those in time are drawn and tried where they live, with the payments and movements they need. */
    @Test
    void waysAndCuts() {
        assertThat(new ShortestPaths(actor("a"), actor("d"), 2, Weighting.UNWEIGHTED)
                        .on(network("a-b, b-d, a-c, c-e, e-d")))
                .extracting(DrawnNetworksTest::met)
                .containsExactly("a b d", "a c e d");
        var ways = Stream.of("r1-t", "r2-t", "t-u", "u-e1", "u-e2")
                .map(way -> way.split("-"))
                .map(ends -> new FlowTie(key(ends[0]), key(ends[1]), false, List.of()))
                .toList();
        var starts = Set.of(key("r1"), key("r2"));
        var ends = Set.of(key("e1"), key("e2"));
        assertThat(new Interdiction(starts, ends, Set.of(), Taking.PLACES_AND_PEOPLE)
                        .on(ways)
                        .nodes())
                .containsExactly(key("t"));
        assertThat(new Interdiction(starts, ends, Set.of(), Taking.TIES)
                        .on(ways)
                        .ties())
                .containsExactly(new FlowTie(key("t"), key("u"), false, List.of()));
    }

    private static String met(ActorPath path) {
        return String.join(
                " ", path.actors().stream().map(ActorId::key).map(Key::local).toList());
    }

    private static Key key(String name) {
        return new Key("T:" + name);
    }
}
