package org.jejak.analysis;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.Multigraph;
import org.jgrapht.graph.SimpleGraph;
import org.jspecify.annotations.Nullable;

/**
 * A network as it stood when a question was asked of it; it never changes afterwards. Actors are in id order, ties in
 * the order of their ends and records, loops are dropped and a record given twice for one pair counts once, so that the
 * same statements give the same snapshot in whatever order they were read, and {@link #digest()} says so.
 */
public final class NetworkSnapshot {

    private final List<ActorId> actors;
    private final Object2IntOpenHashMap<ActorId> index;
    private final List<Tie> ties;
    private final Fold fold;
    private final int[] firstTieOfPair;
    private final Adjacency adjacency;
    /** In which way {@link #digest()} is counted; another number means that digests cannot be held against each other. */
    public static final int DIGEST_WAY = SnapshotDigest.WAY;

    private final String digest;
    private volatile @Nullable Graph<ActorId, FoldedTie> graph;

    private NetworkSnapshot(Collection<ActorId> given, Collection<Tie> givenTies, Fold fold) {
        this.actors = given.stream().distinct().sorted().toList();
        this.fold = fold;
        this.index = new Object2IntOpenHashMap<>(actors.size());
        index.defaultReturnValue(-1);
        for (int v = 0; v < actors.size(); v++) {
            index.put(actors.get(v), v);
        }
        TieOrder order = TieOrder.of(givenTies, this::known);
        this.ties = order.ties();
        this.firstTieOfPair = order.first();
        int pairs = order.smaller().length;
        int[] multiplicity = new int[pairs];
        double[] strength = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            multiplicity[pair] = fold == Fold.MULTIGRAPH ? firstTieOfPair[pair + 1] - firstTieOfPair[pair] : 1;
            for (int t = firstTieOfPair[pair]; t < firstTieOfPair[pair + 1]; t++) {
                strength[pair] += ties.get(t).strength();
            }
        }
        this.adjacency = new Adjacency(actors.size(), order.smaller(), order.larger(), multiplicity, strength);
        this.digest = SnapshotDigest.of(actors, ties, fold);
    }

    /**
     * @throws IllegalArgumentException if a tie names an actor that is not among {@code actors}
     */
    public static NetworkSnapshot of(Collection<ActorId> actors, Collection<Tie> ties, Fold fold) {
        return new NetworkSnapshot(actors, ties, fold);
    }

    public Fold fold() {
        return fold;
    }

    /** Number of actors. */
    public int size() {
        return actors.size();
    }

    /** All actors, by id. */
    public List<ActorId> actors() {
        return actors;
    }

    public ActorId actor(int vertex) {
        return actors.get(vertex);
    }

    public boolean contains(ActorId actor) {
        return index.getInt(actor) >= 0;
    }

    /** Position of the actor among {@link #actors()}; the vertex number kernels use. */
    public OptionalInt indexOf(ActorId actor) {
        int v = index.getInt(actor);
        return v < 0 ? OptionalInt.empty() : OptionalInt.of(v);
    }

    /** The same for an actor who must be there. */
    public int vertex(ActorId actor) {
        return known(actor);
    }

    private int known(ActorId actor) {
        int v = index.getInt(actor);
        if (v < 0) {
            throw new IllegalArgumentException("not in this network: " + actor);
        }
        return v;
    }

    /** Every tie of every record, loops dropped, in canonical order. */
    public List<Tie> ties() {
        return ties;
    }

    /** Ties as this snapshot counts them: tied pairs where they are folded, records and pairs where they run parallel. */
    public int tieCount() {
        return fold == Fold.SIMPLE ? adjacency.pairCount() : ties.size();
    }

    public Adjacency adjacency() {
        return adjacency;
    }

    /** What ties {@code a} and {@code b}, by record; empty where nothing does or one of them is not here. */
    public List<Tie> tiesBetween(ActorId a, ActorId b) {
        int u = index.getInt(a);
        int v = index.getInt(b);
        int pair = u < 0 || v < 0 ? -1 : adjacency.pair(u, v);
        return pair < 0 ? List.of() : ties.subList(firstTieOfPair[pair], firstTieOfPair[pair + 1]);
    }

    /** Keys of the records behind the tie of {@code a} and {@code b}, by key. */
    public List<Key> records(ActorId a, ActorId b) {
        return tiesBetween(a, b).stream()
                .flatMap(tie -> tie.records().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** SHA-256 over fold, actors and ties, in lower-case hexadecimal. */
    public String digest() {
        return digest;
    }

    /** The network as an unmodifiable JGraphT graph, made when it is first asked for: kernels do without it. */
    public Graph<ActorId, FoldedTie> graph() {
        Graph<ActorId, FoldedTie> made = graph;
        if (made == null) {
            made = build();
            graph = made;
        }
        return made;
    }

    private Graph<ActorId, FoldedTie> build() {
        Graph<ActorId, FoldedTie> open =
                fold == Fold.SIMPLE ? new SimpleGraph<>(FoldedTie.class) : new Multigraph<>(FoldedTie.class);
        actors.forEach(open::addVertex);
        for (int pair = 0; pair < adjacency.pairCount(); pair++) {
            List<Tie> behind = ties.subList(firstTieOfPair[pair], firstTieOfPair[pair + 1]);
            Tie first = behind.getFirst();
            if (fold == Fold.SIMPLE) {
                open.addEdge(first.a(), first.b(), new FoldedTie(first.a(), first.b(), behind));
            } else {
                behind.forEach(tie -> open.addEdge(tie.a(), tie.b(), new FoldedTie(tie.a(), tie.b(), List.of(tie))));
            }
        }
        return new AsUnmodifiableGraph<>(open);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkSnapshot that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return actors.size() + " actors, " + tieCount() + " ties, " + digest.substring(0, 12);
    }
}
