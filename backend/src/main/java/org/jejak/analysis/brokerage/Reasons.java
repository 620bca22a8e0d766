package org.jejak.analysis.brokerage;

import java.util.List;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody stands where they stand.
 *
 * @param betweenness what is explained
 * @param communities to which their contacts belong, most ties first
 * @param between the pairs of communities they lie between, most first
 * @param ties their ties, the one that carries most first
 * @param sampled how it was estimated; null where everybody was searched from
 */
public record Reasons(
        ActorId actor,
        double betweenness,
        List<Joined> communities,
        List<Between> between,
        List<Carrying> ties,
        @Nullable Sampled sampled) {

    public Reasons {
        communities = List.copyOf(communities);
        between = List.copyOf(between);
        ties = List.copyOf(ties);
    }

    /**
     * An estimate.
     *
     * @param searches from how many people
     * @param relativeError standard error of the betweenness, as a share of it
     * @param shareError largest standard error of any tie's share
     */
    public record Sampled(int searches, double relativeError, double shareError) {}

    /**
     * A community some of whose members are tied to the actor.
     *
     * @param own whether it is the actor's own
     * @param contacts how many of the actor's contacts are in it
     */
    public record Joined(int community, boolean own, int contacts, int members) {}

    /**
     * Two communities, or one and itself, between whose members the actor lies.
     *
     * @param betweenness of pairs of one member each; those of all pairs of communities add up to the actor's
     * @param share of the actor's betweenness
     */
    public record Between(int one, int other, double betweenness, double share) {}

    /**
     * A tie by which what lies between others comes or goes.
     *
     * @param share of the actor's betweenness that runs over it; each path takes two of the actor's ties, so all shares add
     *     up to 2
     * @param records that say so
     */
    public record Carrying(ActorId other, int community, double share, List<Key> records) {
        public Carrying {
            records = List.copyOf(records);
        }
    }
}
