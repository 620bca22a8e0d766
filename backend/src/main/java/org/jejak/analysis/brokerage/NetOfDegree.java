package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.analysis.Fold;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.Seeds;
import org.jejak.analysis.SignificantDigits;
import org.jejak.analysis.Tie;
import org.jejak.analysis.centrality.Degree;
import org.jejak.network.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * <b>Question.</b> Does more run through somebody than their number of ties explains?
 *
 * <p><b>Formula.</b> {@code T(v) = B(v) / Σ B}, betweenness as a share of all; compared with the same of {@code runs}
 * networks in which everybody has as many ties as here and which are random otherwise. {@code p} = share of these values,
 * taken over all actors the null model cannot tell from {@code v}, that reach {@code T(v)}, the recorded one counted among
 * them. {@code z} = distance from their mean in standard deviations; null betweenness is skewed, so z describes and never
 * decides. A broker is who stays below 0.1 after Benjamini and Hochberg's correction over all who can be tested; a hub who
 * has at least three ties and as many as the upper twentieth.
 *
 * <p><b>Paper.</b> Besag and Clifford, <i>Generalized Monte Carlo significance tests</i>, Biometrika 76 (1989): a walk from
 * the recorded network to a hidden one, and all null networks from there, is exact however slowly the walk mixes. Viger
 * and Latapy (2005) for exchanges that keep a network in one piece.
 *
 * <p><b>Cost.</b> {@code runs} times exact betweenness and ten exchanges a tie; memory O(n · runs). Beyond {@value
 * FewSources#LARGE} actors what lies between the same {@value FewSources#SOURCES} actors and everybody stands for
 * betweenness, in the recorded network and in all others.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> No directions, no strengths. Where parallel ties are
 * kept exchanges may make new ones, where they are folded not. Nobody with fewer than two ties can be tested.
 *
 * <p><b>Range and scale.</b> p from 1/(1 + runs · alike) to 1; z any number.
 *
 * <p><b>When it misleads.</b> "Beyond degree" is "not explained by tie counts", not "rare": in a ring of six cliques a
 * third of all are brokers beyond degree, every one who joins two of them, and rightly so. Small, star-like or complete
 * networks have no networks like them: not testable is the honest answer there.
 *
 * <pre>
 *   b   c
 *    \ /
 *     a        nobody can be tested: no other network has these numbers of ties
 *    / \
 *   d   e
 * </pre>
 *
 * @param model null for the default: {@link NullModel#INCIDENCE} if a fifth of the ties or more come from events
 * @param runs 0 for the default: 199 up to 5,000 actors, 99 to 50,000, else 49
 */
public record NetOfDegree(Set<ActorId> unlisted, @Nullable NullModel model, int runs, long seed) {

    private static final double FALSE_DISCOVERIES = 0.1;
    private static final double ENOUGH_EXCHANGES = 0.5;
    private static final double EVENT_SHARE = 0.2;
    private static final int FEWEST_TIES_OF_A_HUB = 3;

    public NetOfDegree(Set<ActorId> unlisted, long seed) {
        this(unlisted, null, 0, seed);
    }

    public NetOfDegree {
        unlisted = Set.copyOf(unlisted);
        if (runs < 0) {
            throw new IllegalArgumentException("runs cannot be negative");
        }
    }

    public BeyondDegree on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    public BeyondDegree on(NetworkSnapshot network, RunControl control) {
        int n = network.size();
        int count = runs > 0 ? runs : n <= 5_000 ? 199 : n <= 50_000 ? 99 : 49;
        NullModel used = model == null ? fitting(network) : model;
        NullNetworks nulls = used == NullModel.TIE
                ? new TieExchange(network, Seeds.of(seed, -2), control.stop())
                : new EventExchange(network);
        boolean folded = network.fold() == Fold.SIMPLE;
        NullNetworks.State hidden = nulls.walk(nulls.observed(), Seeds.random(seed, -1), control.stop());
        int[] sources = FewSources.of(n, seed);
        double[] observed = shares(nulls.ties(nulls.observed()), n, folded, sources, control);
        List<Run> drawn = ParallelRuns.each(count, control, "net of degree", run -> {
            NullNetworks.State state = nulls.walk(hidden, Seeds.random(seed, run), control.stop());
            return new Run(shares(nulls.ties(state), n, folded, sources, control), nulls.accepted(state));
        });
        return judged(network, used, sources == null ? 0 : sources.length, nulls.classes(), observed, drawn);
    }

    /** One null network: what share of all betweenness everybody has, and how much was exchanged around them. */
    private record Run(double[] shares, double[] accepted) {}

    /** Ties are counted as the network counts them: a folded one comes from events if one of its records does. */
    private static NullModel fitting(NetworkSnapshot network) {
        long ofEvents = 0;
        Tie last = null;
        boolean counted = false;
        for (Tie tie : network.ties()) {
            boolean samePair = network.fold() == Fold.SIMPLE
                    && last != null
                    && last.a().equals(tie.a())
                    && last.b().equals(tie.b());
            counted &= samePair;
            if (!counted && tie.kind().isEvent()) {
                ofEvents++;
                counted = true;
            }
            last = tie;
        }
        return ofEvents > 0 && ofEvents >= EVENT_SHARE * network.tieCount() ? NullModel.INCIDENCE : NullModel.TIE;
    }

    private static double[] shares(
            LooseTies ties, int n, boolean folded, int @Nullable [] sources, RunControl control) {
        double[] scores = ties.betweenness(n, folded, sources, control);
        double all = Arrays.stream(scores).sum();
        Arrays.setAll(scores, v -> all == 0 ? 0 : SignificantDigits.nine(scores[v] / all));
        return scores;
    }

    private BeyondDegree judged(
            NetworkSnapshot network, NullModel used, int sources, int[] classOf, double[] observed, List<Run> drawn) {
        int n = network.size();
        double[] degree = new Degree().on(network).toArray();
        double[][] pooled = pooled(classOf, drawn);
        TreeMap<ActorId, Draft> drafts = new TreeMap<>();
        double hubFrom = hubFrom(degree);
        double accepted = 0;
        for (int v = 0; v < n; v++) {
            int vertex = v;
            double[] own = drawn.stream().mapToDouble(run -> run.shares[vertex]).toArray();
            double most = drawn.stream()
                    .mapToDouble(run -> run.accepted[vertex])
                    .max()
                    .orElse(0);
            accepted = Math.max(accepted, most);
            double mean = Arrays.stream(own).average().orElse(0);
            double spread = Math.sqrt(
                    Arrays.stream(own).map(t -> (t - mean) * (t - mean)).sum() / Math.max(1, own.length - 1));
            int distinct = (int) Arrays.stream(own).distinct().count();
            if (degree[v] < 2 || distinct < 2 || most < ENOUGH_EXCHANGES || unlisted.contains(network.actor(v))) {
                drafts.put(network.actor(v), new Draft(Double.NaN, Double.NaN, 0, distinct, degree[v] >= hubFrom));
                continue;
            }
            double[] alike = pooled[classOf[v]];
            int reaching = alike.length - firstAtLeast(alike, observed[v]);
            double p = (1.0 + reaching) / (1.0 + alike.length);
            double z = (observed[v] - mean) / spread;
            drafts.put(network.actor(v), new Draft(p, z, 1.0 / (1 + alike.length), distinct, degree[v] >= hubFrom));
        }
        double threshold = threshold(drafts.values().stream()
                .mapToDouble(Draft::p)
                .filter(p -> !Double.isNaN(p))
                .sorted()
                .toArray());
        TreeMap<ActorId, BeyondDegree.Finding> findings = new TreeMap<>();
        drafts.forEach((actor, draft) -> {
            if (!unlisted.contains(actor)) {
                findings.put(actor, draft.finding(threshold));
            }
        });
        return new BeyondDegree(used, drawn.size(), sources, accepted, Collections.unmodifiableMap(findings));
    }

    private record Draft(double p, double z, double resolution, int distinct, boolean hub) {
        BeyondDegree.Finding finding(double threshold) {
            if (Double.isNaN(p)) {
                return new BeyondDegree.Finding(null, null, null, distinct, BrokerClass.NOT_TESTABLE);
            }
            boolean beyond = p <= threshold;
            BrokerClass named = beyond && hub
                    ? BrokerClass.BOTH
                    : beyond ? BrokerClass.BROKER : hub ? BrokerClass.HUB : BrokerClass.NONE;
            return new BeyondDegree.Finding(p, z, resolution, distinct, named);
        }
    }

    /** For each class all values its members took in all runs, ascending. */
    private static double[][] pooled(int[] classOf, List<Run> drawn) {
        int classes = Arrays.stream(classOf).max().orElse(-1) + 1;
        int[] size = new int[classes];
        for (int c : classOf) {
            size[c] += drawn.size();
        }
        double[][] pooled = new double[classes][];
        Arrays.setAll(pooled, c -> new double[size[c]]);
        for (Run run : drawn) {
            for (int v = 0; v < classOf.length; v++) {
                pooled[classOf[v]][--size[classOf[v]]] = run.shares[v];
            }
        }
        for (double[] values : pooled) {
            Arrays.sort(values);
        }
        return pooled;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double hubFrom(double[] degree) {
        List<Double> positive = new ArrayList<>();
        for (double k : degree) {
            if (k > 0) {
                positive.add(k);
            }
        }
        Collections.sort(positive);
        double upper = positive.isEmpty() ? 0 : positive.get((int) Math.ceil(0.95 * positive.size()) - 1);
        return Math.max(FEWEST_TIES_OF_A_HUB, upper);
    }

    /** Benjamini and Hochberg (1995): the largest p still among the discoveries; below every p if there is none. */
    private static double threshold(double[] sorted) {
        double threshold = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= FALSE_DISCOVERIES * (i + 1) / sorted.length) {
                threshold = sorted[i];
            }
        }
        return threshold;
    }
}
