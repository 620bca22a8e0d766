package org.jejak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jejak.analysis.brokerage.NetOfDegree;
import org.jejak.analysis.brokerage.NullModel;
import org.jejak.analysis.brokerage.OriginJackknife;
import org.jejak.analysis.brokerage.RankIntervals;
import org.jejak.analysis.brokerage.WhyBroker;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Closeness;
import org.jejak.analysis.centrality.Harmonic;
import org.jejak.analysis.centrality.SampledBetweenness;
import org.jejak.analysis.centrality.SampledHarmonic;
import org.jejak.analysis.centrality.Scale;
import org.jejak.analysis.centrality.WeightedBetweenness;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.disruption.DismantlingOrder;
import org.jejak.analysis.disruption.GreedyDisruption;
import org.jejak.analysis.disruption.KeyPlayers;
import org.jejak.analysis.disruption.KeyReach;
import org.jejak.analysis.disruption.RemovalWhatIf;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever waits can stop waiting: each long computation ends within a second or so of being asked to. */
class StoppingTest {

    private static final Duration AT_WORK = Duration.ofMillis(30);
    /** A second on a machine of one's own; the rest is for one that builds something else beside it. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final NetworkSnapshot LARGE = GraphFamilies.BARABASI_ALBERT.network(12_000, 1);
    private static final NetworkSnapshot JOURNEYS = journeys();

    /** Four thousand journeys of ten people each. */
    private static NetworkSnapshot journeys() {
        Random random = new Random(1);
        List<ActorId> actors =
                IntStream.range(0, 8_000).mapToObj(Networks::actor).toList();
        List<Tie> ties = new ArrayList<>();
        for (int m = 0; m < 4_000; m++) {
            int[] aboard = random.ints(10, 0, actors.size()).distinct().toArray();
            Key record = Key.of("T", "movements", "m" + m);
            for (int i = 0; i < aboard.length; i++) {
                for (int j = i + 1; j < aboard.length; j++) {
                    ties.add(new Tie(actors.get(aboard[i]), actors.get(aboard[j]), TieKind.MOVEMENT, record));
                }
            }
        }
        return NetworkSnapshot.of(actors, ties, Fold.SIMPLE);
    }

    static Stream<Named<Consumer<RunControl>>> computations() {
        var origins = IntStream.range(0, 50)
                .mapToObj(o -> new OriginJackknife.Without(List.of(), LARGE.ties()))
                .toList();
        return Stream.of(
                named("betweenness", c -> new Betweenness(Scale.RAW).on(JOURNEYS, c)),
                named("weighted betweenness", c -> new WeightedBetweenness(Scale.RAW).on(LARGE, c)),
                named("sampled betweenness", c -> new SampledBetweenness(Scale.RAW, 1e-4, 0.1, 1).estimate(LARGE, c)),
                named("harmonic", c -> new Harmonic().on(JOURNEYS, c)),
                named("closeness", c -> new Closeness().on(JOURNEYS, c)),
                named("sampled harmonic", c -> new SampledHarmonic(64_000, 0.1, 1).estimate(LARGE, c)),
                named("communities", c -> new LeidenCommunities(1).on(LARGE, c)),
                named("net of degree, ties", c -> new NetOfDegree(Set.of(), NullModel.TIE, 0, 1).on(LARGE, c)),
                named(
                        "net of degree, events",
                        c -> new NetOfDegree(Set.of(), NullModel.INCIDENCE, 0, 1).on(JOURNEYS, c)),
                named("rank intervals", c -> new RankIntervals(Set.of(), 1).on(LARGE, c)),
                named("without each origin", c -> new OriginJackknife(Set.of(), origins).on(LARGE, c)),
                named("why", c -> new WhyBroker(LARGE.actor(0), 1).on(LARGE, c)),
                named("key players", c -> new KeyPlayers(40, Set.of(), 1).on(LARGE, c)),
                named("reach", c -> new KeyReach(20, 0, Set.of(), 1).on(JOURNEYS, c)),
                named("dismantling", c -> new DismantlingOrder(12_000, Set.of()).on(LARGE, c)),
                named("greedy with heirs", c -> new GreedyDisruption(20, Set.of(), 0.5, 1).on(LARGE, c)),
                named("what if", c -> new RemovalWhatIf(LARGE.actors().subList(0, 20), Set.of(), 0.5, 1).on(LARGE, c)));
    }

    private static Named<Consumer<RunControl>> named(String name, Consumer<RunControl> computation) {
        return Named.of(name, computation);
    }

    @ParameterizedTest
    @MethodSource("computations")
    void endsSoonAfterItIsAsked(Consumer<RunControl> computation) {
        long begun = System.nanoTime();
        StopSignal stop = () -> System.nanoTime() - begun > AT_WORK.toNanos();
        Optional<MeasureStopped> stopped = Optional.empty();
        try {
            computation.accept(new RunControl(stop, ProgressListener.NONE, 2));
        } catch (MeasureStopped e) {
            stopped = Optional.of(e);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(stopped).as("long enough to be stopped").isPresent();
        assertThat(taken.minus(AT_WORK)).isLessThan(PATIENCE);
    }
}
