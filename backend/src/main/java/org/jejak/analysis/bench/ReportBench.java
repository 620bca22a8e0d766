package org.jejak.analysis.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.brokerage.BrokerRanking;

/**
 * The whole broker report of a large case-shaped network: sampled betweenness with its bound, sampled harmonic,
 * communities, cut vertices, constraint and the rest, from the snapshot to the ranking.
 *
 * @param ties about as many; the bar is set at a million
 */
public record ReportBench(int ties, int threads, long seed) {

    private static final double TIES_FOR_EACH_ACTOR = 1.8;

    /**
     * @param snapshotSeconds what freezing the ties into a network took
     * @param reportSeconds what the report took; the bar is under 60 on two processors and 4 GB
     * @param stepSeconds of those, by the step that was told of
     * @param heapMegabytes what this Java may take at most
     */
    public record Result(
            int actors,
            int ties,
            int threads,
            int processors,
            double snapshotSeconds,
            double reportSeconds,
            Map<String, Double> stepSeconds,
            boolean sampled,
            long sampledPaths,
            double betweennessError,
            double harmonicError,
            int communities,
            int cutVertices,
            long heapMegabytes,
            boolean met) {}

    public Result run(Consumer<String> said) {
        int actors = (int) Math.round(ties / TIES_FOR_EACH_ACTOR);
        List<int[]> edges = MadeNetworks.caseShaped(actors, 0.6, 3, seed);
        long begin = System.nanoTime();
        var network = MadeNetworks.snapshot(actors, edges);
        double snapshotSeconds = since(begin);
        said.accept("snapshot of %d actors and %d ties: %.1f s".formatted(actors, network.tieCount(), snapshotSeconds));
        Map<String, Double> steps = new TreeMap<>();
        long start = System.nanoTime();
        long[] last = {start};
        var control = new RunControl(
                StopSignal.NEVER,
                (step, share) -> {
                    synchronized (steps) {
                        steps.merge(step, since(last[0]), Double::sum);
                        last[0] = System.nanoTime();
                    }
                },
                threads);
        var report = new BrokerRanking(Set.of(), seed).on(network, control);
        double seconds = since(start);
        said.accept("report: %.1f s".formatted(seconds));
        var sampling = report.sampling();
        return new Result(
                actors,
                network.tieCount(),
                threads,
                Runtime.getRuntime().availableProcessors(),
                snapshotSeconds,
                seconds,
                steps,
                sampling != null,
                sampling == null ? 0 : sampling.paths(),
                sampling == null ? 0 : sampling.betweennessError(),
                sampling == null ? 0 : sampling.harmonicError(),
                report.communities().communities().size(),
                (int) report.brokers().stream().filter(b -> b.cutVertex()).count(),
                Runtime.getRuntime().maxMemory() >> 20,
                seconds < 60);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
