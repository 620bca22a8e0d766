package org.jejak.analysis.brokerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.analysis.Networks.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jejak.analysis.Fold;
import org.jejak.analysis.GraphFamilies;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.Networks;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.analysis.centrality.Degree;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetOfDegreeTest {

    private static final double CLOSE = 1e-12;

    @Test
    void starsCliquesAndTiesOfTwoCannotBeTested() {
        for (NetworkSnapshot network :
                List.of(Networks.star(12), Networks.clique(8), Networks.pair(), Networks.twoIslands())) {
            assertThat(new NetOfDegree(Set.of(), 1).on(network).findings().values())
                    .allMatch(finding -> finding.p() == null && finding.brokerClass() == BrokerClass.NOT_TESTABLE);
        }
    }

    /** Two cliques of eight and one man with a tie into each: two ties, all paths between them. */
    @Test
    void whoAloneJoinsTwoCrowdsIsABrokerBeyondDegree() {
        List<int[]> edges = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int v = 0; v < 8; v++) {
                for (int w = v + 1; w < 8; w++) {
                    if ((v + w) % 3 != 0) {
                        edges.add(new int[] {side * 8 + v, side * 8 + w});
                    }
                }
            }
            edges.add(new int[] {side * 8, 16});
        }
        BeyondDegree found = new NetOfDegree(Set.of(), 1).on(Networks.edges(17, edges, Fold.SIMPLE));
        BeyondDegree.Finding joiner = found.findings().get(actor(16));
        assertThat(found.model()).isEqualTo(NullModel.TIE);
        assertThat(joiner.p()).isLessThan(0.01);
        assertThat(joiner.z()).isGreaterThan(3);
        assertThat(joiner.brokerClass()).isEqualTo(BrokerClass.BROKER);
    }

    @Test
    void exchangesKeepDegreesComponentsAndSimplicity() {
        NetworkSnapshot network = Networks.caseShaped(80, 0.5, 3, Fold.SIMPLE);
        TieExchange nulls = new TieExchange(network, 1, StopSignal.NEVER);
        LooseTies walked = nulls.ties(nulls.walk(nulls.observed(), new Random(2), StopSignal.NEVER));
        List<Tie> ties = new ArrayList<>();
        for (int t = 0; t < walked.count(); t++) {
            ties.add(new Tie(
                    network.actor(walked.one(t)),
                    network.actor(walked.other(t)),
                    TieKind.LINK,
                    Key.of("T", "links", "n" + t)));
        }
        NetworkSnapshot other = NetworkSnapshot.of(network.actors(), ties, Fold.SIMPLE);
        assertThat(other.tieCount()).isEqualTo(network.tieCount());
        assertThat(new Degree().on(other).toArray())
                .containsExactly(new Degree().on(network).toArray());
        assertThat(walked.largestComponent(80))
                .isEqualTo(nulls.ties(nulls.observed()).largestComponent(80));
        assertThat(other.records(network.actor(0), network.actor(1))).hasSizeLessThan(2);
        assertThat(pairs(other)).isNotEqualTo(pairs(network));
    }

    private static Set<String> pairs(NetworkSnapshot network) {
        Set<String> pairs = new TreeSet<>();
        network.ties().forEach(tie -> pairs.add(tie.a() + " " + tie.b()));
        return pairs;
    }

    /** Boats of six out of sixty people, and some calls. */
    private static NetworkSnapshot boats(long seed) {
        Random random = new Random(seed);
        Set<ActorId> actors = new TreeSet<>();
        IntStream.range(0, 60).forEach(v -> actors.add(actor(v)));
        List<Tie> ties = new ArrayList<>();
        for (int boat = 0; boat < 14; boat++) {
            int[] on = random.ints(0, 60).distinct().limit(6).toArray();
            for (int i = 0; i < on.length; i++) {
                for (int j = i + 1; j < on.length; j++) {
                    ties.add(new Tie(
                            actor(on[i]), actor(on[j]), TieKind.MOVEMENT, Key.of("T", "movements", "m" + boat)));
                }
            }
        }
        for (int call = 0; call < 30; call++) {
            int[] ends = random.ints(0, 60).distinct().limit(2).toArray();
            ties.add(new Tie(actor(ends[0]), actor(ends[1]), TieKind.CONTACT, Key.of("T", "contacts", "c" + call)));
        }
        return NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
    }

    @Test
    void peopleExchangeEventsWhereTiesComeFromEvents() {
        NetworkSnapshot network = boats(1);
        BeyondDegree found = new NetOfDegree(Set.of(), null, 39, 1).on(network);
        assertThat(found.model()).isEqualTo(NullModel.INCIDENCE);
        EventExchange nulls = new EventExchange(network);
        var before = (EventExchange.Events) nulls.observed();
        var after = (EventExchange.Events) nulls.walk(before, new Random(1), StopSignal.NEVER);
        assertThat(after.members().length).isEqualTo(14);
        assertThat(Arrays.stream(after.members()).mapToInt(m -> m.length)).containsOnly(6);
        assertThat(Arrays.stream(after.members()).flatMapToInt(Arrays::stream).sorted())
                .containsExactlyElementsOf(Arrays.stream(before.members())
                        .flatMapToInt(Arrays::stream)
                        .sorted()
                        .boxed()
                        .toList());
        assertThat(after.changed()).isPositive();
    }

    @Test
    void theSameSeedGivesTheSameAnswerOnAnyNumberOfThreads() {
        NetOfDegree asked = new NetOfDegree(Set.of(), null, 19, 4);
        for (NetworkSnapshot network : List.of(GraphFamilies.CASE_SHAPED.network(90, 3), boats(2))) {
            assertThat(asked.on(network, RunControl.PLAIN.withThreads(1)))
                    .isEqualTo(asked.on(network, RunControl.PLAIN.withThreads(2)));
        }
    }

    @Test
    void whoIsNotListedHasNoFinding() {
        assertThat(new NetOfDegree(Set.of(actor(3)), null, 9, 1)
                        .on(Networks.kite())
                        .findings())
                .hasSize(9)
                .doesNotContainKey(actor(3));
    }

    @Test
    void pIsCalibratedInShort() {
        calibrate(30, 19, 0.001);
    }

    /** The bar of the method: 200 seeds, 39 runs. */
    @Tag("full")
    @Test
    void pIsCalibrated() {
        calibrate(200, 39, 0.01);
    }

    /**
     * A network drawn from the null itself, one actor of it at random: the randomised p of their own values is uniform
     * (Kolmogorov and Smirnov), and the reported p says "at most t" no more often than a share t, but for chance.
     */
    private static void calibrate(int seeds, int runs, double level) {
        double[] uniform = new double[seeds];
        double[] reported = new double[seeds];
        NetworkSnapshot base = GraphFamilies.CASE_SHAPED.network(100, 7);
        TieExchange around = new TieExchange(base, 5, StopSignal.NEVER);
        for (int s = 0; s < seeds; s++) {
            Random random = new Random(s);
            NullNetworks.State drawn = around.observed();
            for (int i = 0; i < 5; i++) {
                drawn = around.walk(drawn, random, StopSignal.NEVER);
            }
            LooseTies loose = around.ties(drawn);
            List<int[]> edges = new ArrayList<>();
            for (int t = 0; t < loose.count(); t++) {
                edges.add(new int[] {loose.one(t), loose.other(t)});
            }
            NetworkSnapshot truth = Networks.edges(100, edges, Fold.SIMPLE);
            double[] degree = new Degree().on(truth).toArray();
            int[] asked = IntStream.range(0, 100).filter(v -> degree[v] >= 2).toArray();
            int v = asked[random.nextInt(asked.length)];
            BeyondDegree found = new NetOfDegree(Set.of(), NullModel.TIE, runs, s).on(truth);
            Double p = found.findings().get(truth.actor(v)).p();
            reported[s] = p == null ? 1 : p;
            uniform[s] = randomised(truth, v, runs, s, random);
        }
        double uniformity = kolmogorovSmirnov(uniform);
        System.out.println("net of degree, " + seeds + " seeds: KS p " + uniformity);
        assertThat(uniformity).isGreaterThan(level);
        for (double t : new double[] {0.05, 0.1, 0.2}) {
            long atMost = Arrays.stream(reported).filter(p -> p <= t + CLOSE).count();
            assertThat(atMost).as("p at most %s", t).isLessThanOrEqualTo(binomialQuantile(0.999, seeds, t));
        }
    }

    @Test
    void eventsAreCalibratedInShort() {
        calibrateEvents(20, 19);
    }

    @Tag("full")
    @Test
    void eventsAreCalibrated() {
        calibrateEvents(200, 39);
    }

    /** Boats that people were dealt out to at random: people are exchanged between them, and nobody stands out too often. */
    private static void calibrateEvents(int seeds, int runs) {
        EventExchange around = new EventExchange(boats(1));
        double[] reported = new double[seeds];
        for (int s = 0; s < seeds; s++) {
            Random random = new Random(s);
            NullNetworks.State drawn = around.observed();
            for (int i = 0; i < 5; i++) {
                drawn = around.walk(drawn, random, StopSignal.NEVER);
            }
            NetworkSnapshot truth = written((EventExchange.Events) drawn);
            double[] degree = new Degree().on(truth).toArray();
            int[] asked = IntStream.range(0, 60).filter(v -> degree[v] >= 2).toArray();
            ActorId somebody = actor(asked[random.nextInt(asked.length)]);
            Double p = new NetOfDegree(Set.of(), NullModel.INCIDENCE, runs, s)
                    .on(truth)
                    .findings()
                    .get(somebody)
                    .p();
            reported[s] = p == null ? 1 : p;
        }
        for (double t : new double[] {0.05, 0.1, 0.2}) {
            long atMost = Arrays.stream(reported).filter(p -> p <= t + CLOSE).count();
            assertThat(atMost).as("p at most %s", t).isLessThanOrEqualTo(binomialQuantile(0.999, seeds, t));
        }
    }

    private static NetworkSnapshot written(EventExchange.Events events) {
        Set<ActorId> actors = new TreeSet<>();
        IntStream.range(0, 60).forEach(v -> actors.add(actor(v)));
        List<Tie> ties = new ArrayList<>();
        for (int e = 0; e < events.members().length; e++) {
            int[] on = events.members()[e];
            for (int i = 0; i < on.length; i++) {
                for (int j = i + 1; j < on.length; j++) {
                    ties.add(new Tie(actor(on[i]), actor(on[j]), TieKind.MOVEMENT, Key.of("T", "movements", "m" + e)));
                }
            }
        }
        for (int t = 0; t < events.one().length; t++) {
            Key record = Key.of("T", "contacts", "c" + t);
            ties.add(new Tie(actor(events.one()[t]), actor(events.other()[t]), TieKind.CONTACT, record));
        }
        return NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
    }

    private static double randomised(NetworkSnapshot truth, int v, int runs, long seed, Random random) {
        TieExchange nulls = new TieExchange(truth, seed, StopSignal.NEVER);
        NullNetworks.State hidden = nulls.walk(nulls.observed(), random, StopSignal.NEVER);
        double own = share(nulls.ties(nulls.observed()), v);
        int greater = 0;
        int equal = 0;
        for (int r = 0; r < runs; r++) {
            double other = share(nulls.ties(nulls.walk(hidden, random, StopSignal.NEVER)), v);
            greater += other > own ? 1 : 0;
            equal += other == own ? 1 : 0;
        }
        return (greater + random.nextDouble() * (equal + 1)) / (runs + 1);
    }

    private static double share(LooseTies ties, int v) {
        double[] scores = ties.betweenness(100, true, RunControl.PLAIN);
        return org.jejak.analysis.SignificantDigits.nine(
                scores[v] / Arrays.stream(scores).sum());
    }

    /** Asymptotic p with Stephens's correction. */
    private static double kolmogorovSmirnov(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, (i + 1.0) / sorted.length - sorted[i]);
            distance = Math.max(distance, sorted[i] - (double) i / sorted.length);
        }
        double root = Math.sqrt(sorted.length);
        double lambda = (root + 0.12 + 0.11 / root) * distance;
        double p = 0;
        for (int k = 1; k < 100; k++) {
            p += 2 * (k % 2 == 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
        }
        return Math.min(1, p);
    }

    private static int binomialQuantile(double level, int n, double p) {
        double term = Math.pow(1 - p, n);
        double sum = term;
        int k = 0;
        while (sum < level) {
            term *= (double) (n - k) / (k + 1) * p / (1 - p);
            sum += term;
            k++;
        }
        return k;
    }
}
