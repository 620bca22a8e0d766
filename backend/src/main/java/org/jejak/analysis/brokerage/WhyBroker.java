package org.jejak.analysis.brokerage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.analysis.Adjacency;
import org.jejak.analysis.NetworkSnapshot;
import org.jejak.analysis.ParallelRuns;
import org.jejak.analysis.RunControl;
import org.jejak.analysis.community.LeidenCommunities;
import org.jejak.analysis.community.Partition;
import org.jejak.network.ActorId;

/**
 * <b>Question.</b> Why does so much run through somebody: between whom do they stand, and on which ties and records does that
 * rest?
 *
 * <p><b>Formula.</b> Betweenness taken apart. By ends: {@code B(v; C, D) = Σ σ(s,t|v) / σ(s,t)} over pairs with one end in
 * community C and the other in D. By ties: the part of it whose paths enter or leave {@code v} over the tie to {@code w}.
 *
 * <p><b>Paper.</b> Brandes, <i>On variants of shortest-path betweenness centrality and their generic computation</i>, Social
 * Networks 30 (2008).
 *
 * <p><b>Cost.</b> One search from everybody, O(nm) for one actor; beyond {@link Exactness#USUAL} from {@code searches} of
 * them, half of these among the actor's contacts and a quarter among the contacts of these, where what runs through somebody
 * is met first. Each stands for as many as it was drawn from, so that the estimate has no bias. Memory O(n) for each thread.
 *
 * <p><b>Directions, weights, parallel ties, loops, isolated actors.</b> As betweenness: parallel ties make as many paths.
 *
 * <p><b>Range and scale.</b> Raw, over unordered pairs; shares from 0 to 1. The parts add up to the whole.
 *
 * <p><b>When it misleads.</b> Communities are one reading of the network, found with a seed; where their borders are vague, so
 * is "between them". A tie that carries much and rests on one record of low grade carries nothing. Estimated shares of
 * somebody between few are rough; {@link Reasons.Sampled} says how rough.
 *
 * <pre>
 *   a           e
 *   |\         /|
 *   | c---m---d |        m: 9, all of it between the community of a and that of e; each tie carries all of it
 *   |/         \|
 *   b           f
 * </pre>
 *
 * @param seed of the communities and of the searches; the same as the ranking's, to speak of the same communities
 * @param exactness up to which size everybody is searched from
 * @param searches of larger networks
 */
public record WhyBroker(ActorId actor, long seed, Exactness exactness, int searches) {

    /** A quarter of a minute on two processors in a network of a million ties. */
    private static final int USUAL_SEARCHES = 512;

    /** Searches are added up in so many parts, whatever the number of threads, so that the sum is always the same. */
    private static final int PARTS = 64;

    public WhyBroker {
        if (searches < 2 * PARTS) {
            throw new IllegalArgumentException("at least " + 2 * PARTS + " searches, not " + searches);
        }
    }

    public WhyBroker(ActorId actor, long seed) {
        this(actor, seed, Exactness.USUAL, USUAL_SEARCHES);
    }

    public Reasons on(NetworkSnapshot network) {
        return on(network, RunControl.PLAIN);
    }

    /** @throws IllegalArgumentException if the actor is not in the network */
    public Reasons on(NetworkSnapshot network, RunControl control) {
        int v = network.vertex(actor);
        Partition partition = new LeidenCommunities(seed).on(network, control.part(0, 0.2));
        boolean exact = exactness.isExact(network.size(), network.tieCount());
        ThroughOne through = new ThroughOne(network, partition, v);
        Starts starts = Starts.of(through, exact ? Integer.MAX_VALUE : searches, seed);
        List<ThroughOne.Sum> parts = ParallelRuns.each(PARTS, control.part(0.2, 1), "why", part -> {
            ThroughOne.Search search = through.search();
            for (int i = part; i < starts.count(); i += PARTS) {
                control.stop().check();
                search.take(starts.actor(i), starts.weight(i));
            }
            return search.sum();
        });
        ThroughOne.Sum all = through.add(parts);
        var sampled = starts.areAll()
                ? null
                : new Reasons.Sampled(
                        starts.count(), ThroughOne.relativeError(parts), ThroughOne.shareError(parts, all));
        return new Reasons(
                actor,
                all.whole() / 2,
                joined(network, partition, v),
                all.between(),
                ties(network, partition, v, all),
                sampled);
    }

    private static List<Reasons.Carrying> ties(
            NetworkSnapshot network, Partition partition, int v, ThroughOne.Sum all) {
        Adjacency adjacency = network.adjacency();
        List<Reasons.Carrying> ties = new ArrayList<>();
        for (int i = 0; i < adjacency.neighbours(v); i++) {
            ActorId other = network.actor(adjacency.neighbour(v, i));
            ties.add(new Reasons.Carrying(
                    other, partition.of(other), all.shareOfTie(i), network.records(network.actor(v), other)));
        }
        ties.sort(Comparator.comparingDouble(tie -> -tie.share()));
        return ties;
    }

    private List<Reasons.Joined> joined(NetworkSnapshot network, Partition partition, int v) {
        Map<Integer, Integer> contacts = new TreeMap<>();
        Adjacency adjacency = network.adjacency();
        for (int i = 0; i < adjacency.neighbours(v); i++) {
            contacts.merge(partition.of(network.actor(adjacency.neighbour(v, i))), 1, Integer::sum);
        }
        Map<Integer, Integer> members = new TreeMap<>();
        partition.communities().forEach(c -> members.put(c.id(), c.members().size()));
        int own = partition.of(actor);
        return contacts.entrySet().stream()
                .map(e -> new Reasons.Joined(
                        e.getKey(), e.getKey() == own, e.getValue(), members.getOrDefault(e.getKey(), 0)))
                .sorted(Comparator.comparingInt((Reasons.Joined j) -> -j.contacts())
                        .thenComparingInt(Reasons.Joined::community))
                .toList();
    }
}
