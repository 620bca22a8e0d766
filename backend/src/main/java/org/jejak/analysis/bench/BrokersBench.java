package org.jejak.analysis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.centrality.Betweenness;
import org.jejak.analysis.centrality.Scale;
import org.jejak.network.ActorId;
import org.jgrapht.alg.scoring.BetweennessCentrality;

/**
 * Exact betweenness of whole networks by our kernel, JGraphT and igraph, one after the other in each round, so that what
 * else the machine does meets them alike. The minimum is the time least disturbed.
 *
 * @param actors of each network; the bar is set at 10,000
 * @param jgraphtRounds JGraphT takes minutes for a round: it may be asked less often, or not at all
 */
public record BrokersBench(int actors, int rounds, int jgraphtRounds, int threads, long seed) {

    private static final double SAME = 1e-9;
    private static final String OURS = "jejak";
    private static final String JGRAPHT = "JGraphT";
    private static final String GROWN = "barabasi-albert";
    private static final String SHAPED = "case-shaped";
    private static final String WITHOUT = "no python3 with igraph here (Debian: python3-igraph)";

    public BrokersBench {
        if (actors < 10 || rounds < 1 || jgraphtRounds < 0 || jgraphtRounds > rounds || threads < 1) {
            throw new IllegalArgumentException("ten actors, one round, one thread or more");
        }
    }

    /** 10,000 actors, five rounds of everything, two threads. */
    public BrokersBench() {
        this(10_000, 5, 5, 2, 1);
    }

    /**
     * @param said hears one line after each measurement
     */
    public BenchResult run(Consumer<String> said) throws IOException {
        double before = load();
        List<NetworkTimes> times = new ArrayList<>();
        times.add(measure(GROWN, MadeNetworks.barabasiAlbert(actors, 3, seed), said));
        times.add(measure(SHAPED, MadeNetworks.caseShaped(actors, 0.6, 3, seed), said));
        boolean withIgraph =
                times.getFirst().engines().stream().anyMatch(e -> e.engine().startsWith("igraph"));
        int processors = Runtime.getRuntime().availableProcessors();
        return new BenchResult(
                rounds,
                jgraphtRounds,
                threads,
                processors,
                before,
                load(),
                withIgraph ? "" : WITHOUT,
                times,
                bars(times));
    }

    private static List<Bar> bars(List<NetworkTimes> times) {
        List<Bar> bars = new ArrayList<>();
        for (NetworkTimes network : times) {
            for (EngineTimes engine : network.engines()) {
                boolean jgrapht = engine.engine().equals(JGRAPHT);
                boolean grown = network.network().equals(GROWN);
                if (!engine.engine().equals(OURS) && (grown || !jgrapht)) {
                    double atLeast = jgrapht ? 40 : grown ? 3 : 10;
                    double measured = engine.timesOurs();
                    bars.add(new Bar(network.network(), engine.engine(), atLeast, measured, measured >= atLeast));
                }
            }
        }
        return bars;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private NetworkTimes measure(String name, List<int[]> edges, Consumer<String> said) throws IOException {
        NetworkSnapshot network = MadeNetworks.snapshot(actors, edges);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        double[] ours = {};
        double difference = 0;
        Optional<Igraph> igraph = Igraph.open(actors, edges);
        try {
            for (int round = 0; round < rounds; round++) {
                long begin = System.nanoTime();
                ours = new Betweenness(Scale.RAW)
                        .on(network, RunControl.PLAIN.withThreads(threads))
                        .toArray();
                note(OURS, name, (System.nanoTime() - begin) / 1e9, seconds, said);
                if (igraph.isPresent()) {
                    note(igraph.get().version(), name, igraph.get().round(), seconds, said);
                }
                if (round < jgraphtRounds) {
                    var graph = network.graph();
                    begin = System.nanoTime();
                    Map<ActorId, Double> scores = new BetweennessCentrality<>(graph).getScores();
                    note(JGRAPHT, name, (System.nanoTime() - begin) / 1e9, seconds, said);
                    difference = Math.max(
                            difference, largest(ours, v -> scores.getOrDefault(network.actor((int) v), Double.NaN)));
                }
            }
            if (igraph.isPresent()) {
                double[] scores = igraph.get().scores();
                difference = Math.max(difference, largest(ours, v -> scores[(int) v]));
            }
        } finally {
            if (igraph.isPresent()) {
                igraph.get().close();
            }
        }
        List<Double> ourSeconds = seconds.getOrDefault(OURS, List.of());
        List<EngineTimes> engines = seconds.entrySet().stream()
                .map(engine -> EngineTimes.of(engine.getKey(), engine.getValue(), ourSeconds))
                .toList();
        return new NetworkTimes(name, network.size(), network.tieCount(), engines, difference, difference <= SAME);
    }

    private static void note(
            String engine, String network, double took, Map<String, List<Double>> seconds, Consumer<String> said) {
        seconds.computeIfAbsent(engine, e -> new ArrayList<>()).add(took);
        said.accept("%s, %s: %.3f s".formatted(network, engine, took));
    }

    private static double largest(double[] ours, DoubleUnaryOperator theirs) {
        double largest = 0;
        for (int v = 0; v < ours.length; v++) {
            double their = theirs.applyAsDouble(v);
            double difference = Math.abs(ours[v] - their) / Math.max(1, Math.abs(their));
            // Math.max keeps a NaN, so a score that is missing is a disagreement.
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}
