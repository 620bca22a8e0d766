package org.jejak.analysis.brokerage;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.Tie;
import org.jejak.analysis.centrality.Blocks;

/**
 * The null model that exchanges the ends of two ties inside a component. Exchanges come in batches whose length is fixed
 * beforehand; a batch that tears the component apart is taken back whole. Only so is the walk symmetric, and its end
 * uniform over all networks with these degrees and these components. Plain exchanges would tear a tenth of a sparse case
 * off, and everybody left would look like a broker.
 */
final class TieExchange implements NullNetworks {

    private static final int ATTEMPTS_PER_TIE = 10;
    private static final int PILOT_BATCHES = 30;

    private final int n;
    private final boolean simple;
    private final int[] component;
    /** Component of each tie slot: ties are sorted by component, component c has slots first[c] to first[c+1]. */
    private final int[] first;

    /** Where each actor's neighbours begin; exchanges keep degrees, so this holds for every network of the walk. */
    private final int[] offsets;

    private final int[] batch;
    private final int[] classes;
    private final Ties observed;

    /** Ends of all ties and how many exchanges stood in each component since the walk began. */
    record Ties(int[] one, int[] other, int[] stood) implements State {}

    TieExchange(NetworkSnapshot network, long seed, StopSignal stop) {
        this.n = network.size();
        this.simple = network.fold() == Fold.SIMPLE;
        Adjacency adjacency = network.adjacency();
        Blocks blocks = Blocks.of(n, adjacency.offsets(), adjacency.targets());
        this.component = new int[n];
        int components = 0;
        for (int v = 0; v < n; v++) {
            component[v] = blocks.component(v);
            components = Math.max(components, component[v] + 1);
        }
        LooseTies loose = new LooseTies();
        Tie last = null;
        for (Tie tie : network.ties()) {
            boolean parallel =
                    last != null && last.a().equals(tie.a()) && last.b().equals(tie.b());
            if (!simple || !parallel) {
                loose.add(network.vertex(tie.a()), network.vertex(tie.b()));
            }
            last = tie;
        }
        this.first = new int[components + 1];
        this.offsets = new int[n + 1];
        for (int t = 0; t < loose.count(); t++) {
            first[component[loose.one(t)] + 1]++;
            offsets[loose.one(t) + 1]++;
            offsets[loose.other(t) + 1]++;
        }
        for (int c = 0; c < components; c++) {
            first[c + 1] += first[c];
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] next = first.clone();
        int[] one = new int[loose.count()];
        int[] other = new int[loose.count()];
        for (int t = 0; t < loose.count(); t++) {
            int at = next[component[loose.one(t)]]++;
            one[at] = loose.one(t);
            other[at] = loose.other(t);
        }
        this.observed = new Ties(one, other, new int[components]);
        this.classes = classes();
        this.batch = new int[components];
        Walk pilot = new Walk(observed, new Random(seed), stop);
        for (int c = 0; c < components; c++) {
            batch[c] = pilot.batchLength(c);
        }
    }

    @Override
    public State observed() {
        return observed;
    }

    @Override
    public State walk(State from, Random random, StopSignal stop) {
        Walk walk = new Walk((Ties) from, random, stop);
        for (int c = 0; c + 1 < first.length; c++) {
            walk.component(c, ATTEMPTS_PER_TIE * (first[c + 1] - first[c]));
        }
        return new Ties(walk.one, walk.other, walk.stood);
    }

    @Override
    public LooseTies ties(State state) {
        Ties ties = (Ties) state;
        LooseTies loose = new LooseTies();
        for (int t = 0; t < ties.one.length; t++) {
            loose.add(ties.one[t], ties.other[t]);
        }
        return loose;
    }

    /** Equal degree in the same component. */
    @Override
    public int[] classes() {
        Map<Long, Integer> known = new TreeMap<>();
        int[] classOf = new int[n];
        for (int v = 0; v < n; v++) {
            long degree = offsets[v + 1] - offsets[v];
            classOf[v] = known.computeIfAbsent((long) component[v] << 32 | degree, key -> known.size());
        }
        return classOf;
    }

    @Override
    public double[] accepted(State state) {
        int[] stood = ((Ties) state).stood;
        double[] accepted = new double[n];
        for (int v = 0; v < n; v++) {
            int c = component[v];
            accepted[v] = (double) stood[c] / Math.max(1, first[c + 1] - first[c]);
        }
        return accepted;
    }

    /** One walk, on arrays of its own. */
    private final class Walk {
        private final int[] one;
        private final int[] other;
        /** Where each end of a tie stands in {@link #neighbours}. */
        private final int[] slotOne;

        private final int[] slotOther;
        private final int[] neighbours;
        private final int[] stood = new int[first.length - 1];
        private final Random random;
        private final StopSignal stop;
        private final LongOpenHashSet pairs = new LongOpenHashSet();
        private final TwoWaySearch search;
        /** Two ties, and the ends and slots of both, for each exchange of the batch. */
        private int[] done = new int[160];

        private int doneLength;

        Walk(Ties from, Random random, StopSignal stop) {
            this.one = from.one.clone();
            this.other = from.other.clone();
            this.random = random;
            this.stop = stop;
            this.slotOne = new int[one.length];
            this.slotOther = new int[one.length];
            this.neighbours = new int[2 * one.length];
            int[] next = Arrays.copyOf(offsets, n);
            for (int t = 0; t < one.length; t++) {
                slotOne[t] = next[one[t]]++;
                slotOther[t] = next[other[t]]++;
                join(t);
                if (simple) {
                    pairs.add(pair(one[t], other[t]));
                }
            }
            this.search = new TwoWaySearch(n, offsets, neighbours);
        }

        private void join(int t) {
            neighbours[slotOne[t]] = other[t];
            neighbours[slotOther[t]] = one[t];
        }

        private static long pair(int a, int b) {
            return (long) Math.min(a, b) << 32 | Math.max(a, b);
        }

        /** Halved from a hundredth of the ties until every second batch stands; then fixed for all walks. */
        int batchLength(int c) {
            int ties = first[c + 1] - first[c];
            int length = Math.max(1, ties / 100);
            while (length > 1 && ties > 1) {
                int standing = 0;
                for (int b = 0; b < PILOT_BATCHES; b++) {
                    stop.check();
                    standing += batch(c, length) ? 1 : 0;
                }
                if (2 * standing >= PILOT_BATCHES) {
                    break;
                }
                length /= 2;
            }
            return length;
        }

        void component(int c, int attempts) {
            int left = first[c + 1] - first[c] < 2 ? 0 : attempts;
            while (left > 0) {
                stop.check();
                int length = Math.min(left, batch[c]);
                batch(c, length);
                left -= length;
            }
        }

        private boolean batch(int c, int length) {
            doneLength = 0;
            for (int i = 0; i < length; i++) {
                attempt(c);
            }
            // If the two ends of every first tie still reach each other, so do those of the others, back to the first
            // exchange: the component hangs together exactly if none of these searches fails.
            for (int u = 0; u < doneLength; u += 10) {
                if (!search.joined(done[u + 2], done[u + 3])) {
                    takeBack();
                    return false;
                }
            }
            stood[c] += doneLength / 10;
            return true;
        }

        private void takeBack() {
            for (int u = doneLength - 10; u >= 0; u -= 10) {
                int s = done[u];
                int t = done[u + 1];
                if (simple) {
                    pairs.remove(pair(one[s], other[s]));
                    pairs.remove(pair(one[t], other[t]));
                }
                tie(s, done[u + 2], done[u + 3], done[u + 6], done[u + 7]);
                tie(t, done[u + 4], done[u + 5], done[u + 8], done[u + 9]);
                if (simple) {
                    pairs.add(pair(one[s], other[s]));
                    pairs.add(pair(one[t], other[t]));
                }
            }
        }

        private void tie(int t, int a, int b, int slotOfA, int slotOfB) {
            one[t] = a;
            other[t] = b;
            slotOne[t] = slotOfA;
            slotOther[t] = slotOfB;
            join(t);
        }

        private void attempt(int c) {
            int ties = first[c + 1] - first[c];
            int s = first[c] + random.nextInt(ties);
            int t = first[c] + random.nextInt(ties - 1);
            t += t >= s ? 1 : 0;
            boolean turned = random.nextBoolean();
            int a = one[s];
            int b = other[s];
            int x = turned ? other[t] : one[t];
            int y = turned ? one[t] : other[t];
            if (a == y || x == b || simple && (pairs.contains(pair(a, y)) || pairs.contains(pair(x, b)))) {
                return;
            }
            int slotX = turned ? slotOther[t] : slotOne[t];
            int slotY = turned ? slotOne[t] : slotOther[t];
            int slotB = slotOther[s];
            remember(s, t, a, b, x, y, slotOne[s], slotB, slotX, slotY);
            if (simple) {
                pairs.remove(pair(a, b));
                pairs.remove(pair(x, y));
                pairs.add(pair(a, y));
                pairs.add(pair(x, b));
            }
            tie(s, a, y, slotOne[s], slotY);
            tie(t, x, b, slotX, slotB);
        }

        private void remember(int... exchange) {
            if (doneLength + exchange.length > done.length) {
                done = Arrays.copyOf(done, 2 * done.length);
            }
            System.arraycopy(exchange, 0, done, doneLength, exchange.length);
            doneLength += exchange.length;
        }
    }
}
