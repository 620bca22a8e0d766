package org.jejak.analysis.brokerage;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.StopSignal;
import org.jejak.analysis.Tie;
import org.jejak.analysis.TieKind;
import org.jejak.network.Key;

/**
 * The null model that moves people between events of one kind (Strona et al., <i>A fast and unbiased procedure to randomize
 * ecological binary matrices</i>, Nature Communications 5, 2014: two events pool whom they do not share and deal them out
 * again) and exchanges the ends of two other ties of one kind. Everybody keeps their number of events and of ties of
 * each kind, each event its size. Whoever the ties of an event name is taken to have been at it with all others.
 */
final class EventExchange implements NullNetworks {

    private static final int ATTEMPTS = 10;

    private final int n;
    private final boolean folded;
    /** Events of each kind, and ties of each other kind, stand together: kind k has slots first[k] to first[k+1]. */
    private final int[] firstEvent;

    private final int[] firstTie;
    private final Events observed;

    /** Members of each event, ascending, ends of each other tie, and how many exchanges changed something. */
    record Events(int[][] members, int[] one, int[] other, int changed) implements State {}

    EventExchange(NetworkSnapshot network) {
        this.n = network.size();
        this.folded = network.fold() == Fold.SIMPLE;
        Map<TieKind, Map<Key, TreeSet<Integer>>> events = new EnumMap<>(TieKind.class);
        Map<TieKind, LooseTies> ties = new EnumMap<>(TieKind.class);
        Map<TieKind, LongOpenHashSet> known = new EnumMap<>(TieKind.class);
        for (Tie tie : network.ties()) {
            int a = network.vertex(tie.a());
            int b = network.vertex(tie.b());
            if (tie.kind().isEvent()) {
                TreeSet<Integer> members = events.computeIfAbsent(tie.kind(), kind -> new TreeMap<>())
                        .computeIfAbsent(tie.event(), key -> new TreeSet<>());
                members.add(a);
                members.add(b);
            } else if (!folded
                    || known.computeIfAbsent(tie.kind(), kind -> new LongOpenHashSet())
                            .add(pair(a, b))) {
                ties.computeIfAbsent(tie.kind(), kind -> new LooseTies()).add(a, b);
            }
        }
        List<int[]> members = new ArrayList<>();
        this.firstEvent = new int[events.size() + 1];
        int kind = 0;
        for (Map<Key, TreeSet<Integer>> ofKind : events.values()) {
            ofKind.values()
                    .forEach(set ->
                            members.add(set.stream().mapToInt(Integer::intValue).toArray()));
            firstEvent[++kind] = members.size();
        }
        LooseTies all = new LooseTies();
        this.firstTie = new int[ties.size() + 1];
        kind = 0;
        for (LooseTies ofKind : ties.values()) {
            for (int t = 0; t < ofKind.count(); t++) {
                all.add(ofKind.one(t), ofKind.other(t));
            }
            firstTie[++kind] = all.count();
        }
        int[] one = new int[all.count()];
        int[] other = new int[all.count()];
        Arrays.setAll(one, all::one);
        Arrays.setAll(other, all::other);
        this.observed = new Events(members.toArray(int[][]::new), one, other, 0);
    }

    @Override
    public State observed() {
        return observed;
    }

    @Override
    public int[] classes() {
        int kinds = firstEvent.length + firstTie.length - 2;
        int[][] counts = new int[n][kinds];
        for (int k = 0; k + 1 < firstEvent.length; k++) {
            for (int e = firstEvent[k]; e < firstEvent[k + 1]; e++) {
                for (int v : observed.members[e]) {
                    counts[v][k]++;
                }
            }
        }
        for (int k = 0; k + 1 < firstTie.length; k++) {
            for (int t = firstTie[k]; t < firstTie[k + 1]; t++) {
                counts[observed.one[t]][firstEvent.length - 1 + k]++;
                counts[observed.other[t]][firstEvent.length - 1 + k]++;
            }
        }
        TreeMap<int[], Integer> known = new TreeMap<>(Arrays::compare);
        int[] classOf = new int[n];
        for (int v = 0; v < n; v++) {
            classOf[v] = known.computeIfAbsent(counts[v], key -> known.size());
        }
        return classOf;
    }

    @Override
    public State walk(State from, Random random, StopSignal stop) {
        Events start = (Events) from;
        int[][] members = start.members.clone();
        int[] one = start.one.clone();
        int[] other = start.other.clone();
        int changed = 0;
        for (int k = 0; k + 1 < firstEvent.length; k++) {
            int events = firstEvent[k + 1] - firstEvent[k];
            for (long i = 0; i < (long) ATTEMPTS * events && events > 1; i++) {
                stop.check();
                int e = firstEvent[k] + random.nextInt(events);
                int f = firstEvent[k] + random.nextInt(events - 1);
                changed += trade(members, e, f >= e ? f + 1 : f, random) ? 1 : 0;
            }
        }
        for (int k = 0; k + 1 < firstTie.length; k++) {
            changed += exchange(one, other, firstTie[k], firstTie[k + 1], random, stop);
        }
        return new Events(members, one, other, changed);
    }

    /** Whom both have stays, the rest is shuffled and dealt out to the old sizes. */
    private static boolean trade(int[][] members, int e, int f, Random random) {
        int[] a = members[e];
        int[] b = members[f];
        int[] pool = new int[a.length + b.length];
        int[] shared = new int[Math.min(a.length, b.length)];
        int pooled = 0;
        int both = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length; ) {
            if (j == b.length || i < a.length && a[i] < b[j]) {
                pool[pooled++] = a[i++];
            } else if (i == a.length || b[j] < a[i]) {
                pool[pooled++] = b[j++];
            } else {
                shared[both++] = a[i++];
                j++;
            }
        }
        int toFirst = a.length - both;
        if (toFirst == 0 || toFirst == pooled) {
            return false;
        }
        for (int i = 0; i < toFirst; i++) {
            int j = i + random.nextInt(pooled - i);
            int swapped = pool[i];
            pool[i] = pool[j];
            pool[j] = swapped;
        }
        int[] forFirst = new int[a.length];
        int[] forSecond = new int[b.length];
        System.arraycopy(shared, 0, forFirst, 0, both);
        System.arraycopy(shared, 0, forSecond, 0, both);
        System.arraycopy(pool, 0, forFirst, both, toFirst);
        System.arraycopy(pool, toFirst, forSecond, both, pooled - toFirst);
        Arrays.sort(forFirst);
        Arrays.sort(forSecond);
        members[e] = forFirst;
        members[f] = forSecond;
        return !Arrays.equals(a, forFirst);
    }

    private int exchange(int[] one, int[] other, int from, int to, Random random, StopSignal stop) {
        int ties = to - from;
        LongOpenHashSet pairs = new LongOpenHashSet();
        for (int t = from; t < to && folded; t++) {
            pairs.add(pair(one[t], other[t]));
        }
        int changed = 0;
        for (long i = 0; i < (long) ATTEMPTS * ties && ties > 1; i++) {
            stop.check();
            int s = from + random.nextInt(ties);
            int t = from + random.nextInt(ties - 1);
            t += t >= s ? 1 : 0;
            boolean turned = random.nextBoolean();
            int a = one[s];
            int b = other[s];
            int x = turned ? other[t] : one[t];
            int y = turned ? one[t] : other[t];
            boolean refused = a == y || x == b;
            if (refused || folded && (pairs.contains(pair(a, y)) || pairs.contains(pair(x, b)))) {
                continue;
            }
            if (folded) {
                pairs.remove(pair(a, b));
                pairs.remove(pair(x, y));
                pairs.add(pair(a, y));
                pairs.add(pair(x, b));
            }
            other[s] = y;
            one[t] = x;
            other[t] = b;
            changed++;
        }
        return changed;
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    @Override
    public LooseTies ties(State state) {
        Events events = (Events) state;
        LooseTies loose = new LooseTies();
        for (int[] together : events.members) {
            for (int i = 0; i < together.length; i++) {
                for (int j = i + 1; j < together.length; j++) {
                    loose.add(together[i], together[j]);
                }
            }
        }
        for (int t = 0; t < events.one.length; t++) {
            loose.add(events.one[t], events.other[t]);
        }
        return loose;
    }

    /** The same for everybody: events mix all components. */
    @Override
    public double[] accepted(State state) {
        Events events = (Events) state;
        double[] accepted = new double[n];
        Arrays.fill(accepted, (double) events.changed / Math.max(1, events.members.length + events.one.length));
        return accepted;
    }
}
