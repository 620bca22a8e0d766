package org.jejak.analysis.centrality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.RunControl;
import org.jspecify.annotations.Nullable;

/**
 * Exact unweighted betweenness on plain numbers: Brandes (2001) within each biconnected block, on classes of twins,
 * several sources at a time. Vertices with one tie, and whole trees of them, cost nothing; identical neighbours cost one
 * search together. For the callers that run it a thousand times on networks that differ a little, as well as for {@link
 * Betweenness}.
 */
public final class BetweennessKernel {

    /** Slots walked for one piece of work: enough that merging its sums does not show. */
    private static final long PIECE = 4_000_000;

    private static final int MOST_PIECES = 128;

    private final int n;
    private final Blocks blocks;
    private final RunControl control;
    private final List<BlockNetwork> networks = new ArrayList<>();

    private BetweennessKernel(int n, Blocks blocks, RunControl control) {
        this.n = n;
        this.blocks = blocks;
        this.control = control;
    }

    /** Raw betweenness over unordered pairs, by vertex. */
    public static double[] on(Adjacency network, RunControl control) {
        int[] offsets = network.offsets();
        int[] targets = network.targets();
        return on(
                network.vertices(),
                offsets,
                targets,
                network.hasParallelTies() ? network.multiplicities() : null,
                control);
    }

    /**
     * Raw betweenness over unordered pairs, by vertex.
     *
     * @param offsets where each vertex's neighbours begin in {@code targets}, and one more for the end
     * @param targets neighbours of each vertex, ascending, each once
     * @param multiplicities parallel ties by slot of {@code targets}; null where it is always 1
     */
    public static double[] on(
            int n, int[] offsets, int[] targets, int @Nullable [] multiplicities, RunControl control) {
        Blocks blocks = Blocks.of(n, offsets, targets);
        BetweennessKernel kernel = new BetweennessKernel(n, blocks, control);
        BlockNetwork.ParallelTies parallel = multiplicities == null
                ? null
                : (u, v) -> multiplicities[Arrays.binarySearch(targets, offsets[u], offsets[u + 1], v)];
        return kernel.raw(parallel);
    }

    private double[] raw(BlockNetwork.@Nullable ParallelTies parallel) {
        int[] local = new int[n];
        Arrays.fill(local, -1);
        for (int b = 0; b < blocks.count(); b++) {
            networks.add(BlockNetwork.of(blocks, b, local, parallel));
        }
        int largestSize = 1;
        int largestSlots = 1;
        long work = 0;
        for (BlockNetwork network : networks) {
            largestSize = Math.max(largestSize, network.size);
            largestSlots = Math.max(largestSlots, network.targets.length);
            work += cost(network);
        }
        int size = largestSize;
        int slots = largestSlots;
        int pieces = (int) Math.clamp(work / PIECE, 1, MOST_PIECES);
        Piece[] starts = cut(pieces, work);
        double[] scores = OrderedSum.of(n, pieces, control, "betweenness", () -> {
            Counting counting = new Counting(size, slots, parallel != null);
            return (piece, sum) -> add(starts[piece], starts[piece + 1], counting, sum);
        });
        double[] result = new double[n];
        for (BlockNetwork network : networks) {
            network.scatterTwins(result);
        }
        for (int v = 0; v < n; v++) {
            // Each pair was met from both its ends.
            result[v] += scores[v] / 2 + blocks.pairsSeparated(v);
        }
        return result;
    }

    private static long cost(BlockNetwork network) {
        // Two classes or one have nothing between them.
        return network.size < 3 ? 0 : (long) network.size * (network.targets.length + network.size);
    }

    /** A place in the row of all sources of all blocks. */
    private record Piece(int block, int source) {}

    /** Cuts the row of sources into pieces of about equal cost; the cuts depend on nothing but the network. */
    private Piece[] cut(int pieces, long work) {
        Piece[] starts = new Piece[pieces + 1];
        starts[0] = new Piece(0, 0);
        int next = 1;
        long before = 0;
        for (int b = 0; b < networks.size(); b++) {
            BlockNetwork network = networks.get(b);
            long cost = cost(network);
            while (next < pieces && before + cost > work / pieces * next) {
                long within = work / pieces * next - before;
                starts[next++] = new Piece(b, (int) (within * network.size / cost));
            }
            before += cost;
        }
        while (next <= pieces) {
            starts[next++] = new Piece(networks.size(), 0);
        }
        return starts;
    }

    private void add(Piece from, Piece to, Counting counting, double[] sum) {
        for (int b = from.block; b < networks.size() && b <= to.block; b++) {
            BlockNetwork network = networks.get(b);
            if (cost(network) == 0) {
                continue;
            }
            int first = b == from.block ? from.source : 0;
            int end = b == to.block ? to.source : network.size;
            if (first >= end) {
                continue;
            }
            network.scatter(counting.from(network, first, end), sum);
        }
    }

    /** One thread's memory. */
    private final class Counting {
        private final PathCounting one;
        private final @Nullable SharedCounting several;
        private final double[] own;

        Counting(int size, int slots, boolean parallel) {
            this.one = new PathCounting(size, slots, parallel);
            this.several = parallel ? null : new SharedCounting(size);
            this.own = new double[size];
        }

        double[] from(BlockNetwork network, int first, int end) {
            Arrays.fill(own, 0, network.size, 0);
            boolean shared = several != null;
            for (int s = first; s < end; ) {
                control.stop().check();
                int count = Math.min(SharedCounting.SOURCES, end - s);
                if (shared && several != null) {
                    shared = several.from(network, s, count, own);
                    if (shared) {
                        s += count;
                    }
                } else {
                    one.from(network, s++, own);
                }
            }
            return own;
        }
    }
}
