package org.jejak.analysis.centrality;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.NodeScores;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Seeds;

/**
 * <b>Question.</b> How often does somebody stand on a shortest way between two others, where the network is too large to
 * look at all pairs; and within which bounds is that certain?
 *
 * <p><b>Formula.</b> As {@link Betweenness}. Pairs that a cut vertex keeps apart are counted exactly from the block tree.
 * For the rest, pairs that reach each other are drawn at random with one of their shortest paths each, and a score is the
 * share of paths that pass through somebody within a block. All true values lie within their bounds at once, except with
 * the chance {@code failure}; drawing goes on until no bound is farther than {@code error} from its score, and failures are
 * shared out over the looks (a half, a quarter, … of {@code failure}) and over everybody who lies in a block.
 *
 * <p><b>Paper.</b> Paths: Riondato and Kornaropoulos, <i>Fast approximation of betweenness centrality through sampling</i>,
 * Data Min. Knowl. Disc. 30 (2016); the search from both ends and stopping early: Borassi and Natale, <i>KADABRA is an
 * adaptive algorithm for betweenness via random approximation</i>, ESA 2016. Bounds: Hoeffding (1963), theorem 1, instead of
 * theirs, which rest on an estimated constant.
 *
 * <p><b>Cost.</b> With n actors and m tied pairs one path costs at most O(n + m), in small worlds about √m; at most
 * {@code ln(4n/failure) / (2 error²)} paths, far fewer where nobody has a large share. Memory O(n + m) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As {@link Betweenness}.
 *
 * <p><b>Range and scale.</b> As {@link Betweenness}; {@code error} is on the scale on which a star's centre has 1.
 *
 * <p><b>When it misleads.</b> All that {@link Betweenness} says, and: ranks among those whose bounds overlap mean nothing.
 * Most actors of a large network have a true value below {@code error}; for them a score says no more than <i>small</i>.
 *
 * <pre>
 *   a---b---c        b: exactly 1, no path is drawn
 * </pre>
 *
 * @param error largest distance of a score from its true value that is accepted
 * @param failure chance that any true value lies outside its bounds
 */
public record SampledBetweenness(Scale scale, double error, double failure, long seed) implements CentralityMeasure {

    private static final int PATHS_AT_ONCE = 512;
    /** What most networks need of the most that any could need. */
    private static final double FIRST_LOOK = 0.04;

    private static final double FARTHER = 1.5;

    public SampledBetweenness {
        if (!(error > 0 && error < 1 && failure > 0 && failure < 1)) {
            throw new IllegalArgumentException("error and failure lie between 0 and 1");
        }
    }

    @Override
    public NodeScores on(NetworkSnapshot network, RunControl control) {
        return estimate(network, control).scores();
    }

    public BetweennessEstimate estimate(NetworkSnapshot network) {
        return estimate(network, RunControl.PLAIN);
    }

    public BetweennessEstimate estimate(NetworkSnapshot network, RunControl control) {
        Adjacency adjacency = network.adjacency();
        int n = network.size();
        Blocks blocks = Blocks.of(n, adjacency.offsets(), adjacency.targets());
        Drawing drawing = Drawing.of(adjacency, blocks);
        double largestShare = drawing.unknown() == 0 ? 0 : n * drawing.connectedShare() / Math.max(1, n - 2.0);
        if (largestShare == 0) {
            return estimate(network, blocks, drawing, new int[n], new ShareBounds(0, 0));
        }
        double most = nats(drawing, 1) / (2 * Math.pow(error / largestShare, 2));
        ConcurrentLinkedQueue<PathSampling> idle = new ConcurrentLinkedQueue<>();
        long drawn = 0;
        for (int look = 1; ; look++) {
            long wanted = (long) Math.ceil(most * FIRST_LOOK * Math.pow(FARTHER, look - 1.0) / PATHS_AT_ONCE);
            int before = (int) (drawn / PATHS_AT_ONCE);
            ParallelRuns.each((int) wanted - before, control, "sampled betweenness", run -> {
                PathSampling sampling = idle.poll();
                sampling = sampling == null ? new PathSampling(drawing) : sampling;
                sampling.draw(PATHS_AT_ONCE, Seeds.of(seed, before + run), control.stop());
                idle.add(sampling);
                return before + run;
            });
            drawn = wanted * PATHS_AT_ONCE;
            int[] passed = new int[n];
            idle.forEach(sampling -> sampling.addTo(passed));
            BetweennessEstimate found =
                    estimate(network, blocks, drawing, passed, new ShareBounds(drawn, nats(drawing, look)));
            if (found.error() <= error) {
                return found;
            }
        }
    }

    /** Both sides of everybody in a block may fail, at each look half as often as at the one before. */
    private double nats(Drawing drawing, int look) {
        return Math.log(2.0 * drawing.unknown() / failure) + look * Math.log(2);
    }

    private BetweennessEstimate estimate(
            NetworkSnapshot network, Blocks blocks, Drawing drawing, int[] passed, ShareBounds bounds) {
        int n = passed.length;
        double pairs = drawing.connectedPairs();
        double divisor = n < 3 ? Double.NaN : (n - 1.0) * (n - 2.0) / 2;
        double unit = scale == Scale.RAW ? 1 : divisor;
        double[] score = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double largest = 0;
        java.util.Map<Integer, double[]> known = new java.util.HashMap<>();
        for (int v = 0; v < n; v++) {
            double exact = blocks.pairsSeparated(v);
            if (!drawing.isUnknown(v)) {
                score[v] = low[v] = high[v] = exact / unit;
                continue;
            }
            double share = (double) passed[v] / bounds.draws();
            double[] between =
                    known.computeIfAbsent(passed[v], k -> new double[] {bounds.lower(share), bounds.upper(share)});
            score[v] = (exact + share * pairs) / unit;
            low[v] = (exact + between[0] * pairs) / unit;
            high[v] = (exact + between[1] * pairs) / unit;
            largest = Math.max(largest, Math.max(between[1] - share, share - between[0]) * pairs / divisor);
        }
        return new BetweennessEstimate(
                NodeScores.of(network, score),
                NodeScores.of(network, low),
                NodeScores.of(network, high),
                largest,
                failure,
                bounds.draws());
    }
}
